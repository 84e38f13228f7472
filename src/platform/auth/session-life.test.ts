import { expect, test } from 'vitest';
import { hasRested } from './session-life.ts';

const noon = '2026-12-01T12:00:00.000Z';

test.each([
  ['2026-12-01T00:00:00.001Z', 'staff', false],
  ['2026-12-01T00:00:00.000Z', 'staff', true],
  ['2026-12-01T00:00:00.000Z', 'others', false],
  ['2026-11-17T12:00:00.001Z', 'others', false],
  ['2026-11-17T12:00:00.000Z', 'others', true],
] as const)('a session last used at %s has rested too long for %s: %s', (used, who, is) => {
  expect(hasRested(used, noon, who)).toBe(is);
});
