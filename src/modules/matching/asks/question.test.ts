import { expect, test } from 'vitest';
import { tooSoon } from './question.ts';

const zone = 'Europe/London';
const at = '2026-11-24T10:00:00.000Z';

test('a question is not sent twice within four hours, and the refusal says from when it can be', () => {
  expect(tooSoon({ isWaiting: false, at }, '2026-11-24T13:59:59.999Z', zone)).toContain('14:00');
  expect(tooSoon({ isWaiting: false, at }, '2026-11-24T14:00:00.000Z', zone)).toBeNull();
  expect(tooSoon(null, at, zone)).toBeNull();
});

test('while the last letter waits for the end of quiet hours no second one is written', () => {
  expect(tooSoon({ isWaiting: true, at }, '2026-11-26T10:00:00.000Z', zone)).toContain(
    'has not left yet',
  );
});
