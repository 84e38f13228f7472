import fc from 'fast-check';
import { expect, test } from 'vitest';
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
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
      },
    ),
  );
});

test('shares a total that is not whole in hundredths', () => {
  expect(spreadEvenly(7.5, 3)).toEqual([2.5, 2.5, 2.5]);
});

test('shares nothing over no quarters', () => {
  expect(spreadEvenly(10, 0)).toEqual([]);
});

test('a total without quarters is spread, so that saving never loses it', () => {
  const line = { total: 10, storedTotal: 0, quarters: [null, null, null, null] };
  expect(quartersMeant(line)).toEqual({ ok: true, value: [2, 3, 2, 3] });
});

test('quarters may be changed without touching the total', () => {
  const line = { total: 10, storedTotal: 10, quarters: [2, 3, 2, 5] };
  expect(quartersMeant(line)).toEqual({ ok: true, value: [2, 3, 2, 5] });
  expect(quartersMeant({ ...line, total: null })).toMatchObject({ value: [2, 3, 2, 5] });
});

test('asks when a changed total does not fit its quarters', () => {
  const line = { total: 20, storedTotal: 10, quarters: [2, 3, 2, 3] };
  expect(quartersMeant(line)).toMatchObject({ ok: false, reason: 'total-differs' });
  expect(quartersMeant({ ...line, total: 10.3, quarters: [0.1, 0.2, 10, null] })).toMatchObject({
    ok: true,
  });
});
