import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatQuantity } from './quantity.ts';
import { quartersMeant, spreadEvenly } from './targets.ts';

test('shares a total over quarters without losing any', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000 }),
      fc.integer({ min: 1, max: 40 }),
      (total, n) => {
        const shares = spreadEvenly(total, n);
        expect(shares).toHaveLength(n);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total);
        const whole = shares.map((share) => Math.floor(share / 100));
        expect(Math.max(...whole) - Math.min(...whole)).toBeLessThanOrEqual(1);
        expect(shares.slice(0, -1).every((share) => share % 100 === 0)).toBe(true);
      },
    ),
  );
});

test('whole numbers are shared as whole numbers, and what is not whole comes last', () => {
  expect(spreadEvenly(1000, 4)).toEqual([200, 300, 200, 300]);
  expect(spreadEvenly(750, 3)).toEqual([200, 200, 350]);
});

test('shares nothing over no quarters', () => {
  expect(spreadEvenly(1000, 0)).toEqual([]);
});

test('a total without quarters is spread, so that saving never loses it', () => {
  const line = { total: 1000, storedTotal: 0, quarters: [null, null, null, null] };
  expect(quartersMeant(line, String)).toEqual({ ok: true, value: [200, 300, 200, 300] });
});

test('quarters may be changed without touching the total', () => {
  const line = { total: 10, storedTotal: 10, quarters: [2, 3, 2, 5] };
  expect(quartersMeant(line, String)).toEqual({ ok: true, value: [2, 3, 2, 5] });
  expect(quartersMeant({ ...line, total: null }, String)).toMatchObject({ value: [2, 3, 2, 5] });
});

test('asks when a changed total does not fit its quarters', () => {
  const line = { total: 20, storedTotal: 10, quarters: [2, 3, 2, 3] };
  expect(quartersMeant(line, String)).toMatchObject({ ok: false, reason: 'total-differs' });
  const exact = { ...line, total: 1030, quarters: [10, 20, 1000, null] };
  expect(quartersMeant(exact, String)).toMatchObject({ ok: true });
});

test('a target of 45.5 full-time equivalents is shown as 45.5', () => {
  const shares = spreadEvenly(4550, 12);
  expect(
    formatQuantity(
      shares.reduce((sum, one) => sum + one, 0),
      'fte',
      'GBP',
    ),
  ).toBe('45.5 FTE');
});
