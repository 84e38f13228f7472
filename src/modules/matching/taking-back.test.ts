import { expect, test } from 'vitest';
import { mayTakeBack } from './taking-back.ts';

test.each([
  [null, false],
  ['2026-11-24T10:00:00.000Z', true],
  ['2026-11-24T09:50:00.001Z', true],
  ['2026-11-24T09:50:00.000Z', false],
])('an answer of %s can be taken back at ten: %s', (answeredAt, may) => {
  expect(mayTakeBack(answeredAt, '2026-11-24T10:00:00.000Z')).toBe(may);
});
