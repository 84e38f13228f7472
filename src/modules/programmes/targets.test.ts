import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadEvenly } from './targets.ts';

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
