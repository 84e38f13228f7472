import fc from 'fast-check';
import { expect, test } from 'vitest';
import { payments } from './payments.ts';
import { potSets } from './portfolio.ts';

const cases = fc.record({
  amounts: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 3, maxLength: 3 }),
  firms: fc.array(
    fc.record({ cost: fc.integer({ min: 0, max: 12 }), open: fc.integer({ min: 0, max: 7 }) }),
    {
      maxLength: 7,
    },
  ),
});

test('pays exactly when no set of pots is asked for more than it holds', () => {
  fc.assert(
    fc.property(cases, ({ amounts, firms }) => {
      const costs = firms.map(({ cost }) => cost);
      const open = firms.map((firm) => firm.open);
      const canPay = potSets(open).every((set) => {
        const due = firms.reduce((sum, firm) => (firm.open & ~set ? sum : sum + firm.cost), 0);
        return due <= amounts.reduce((sum, held, at) => (set & (1 << at) ? sum + held : sum), 0);
      });
      const paid = payments(costs, open, amounts);
      expect(paid !== null).toBe(canPay);
      paid?.forEach((own, at) => {
        expect(own.reduce((sum, one) => sum + one, 0)).toBe(costs[at]);
        own.forEach((one, pot) => expect(one > 0 && !(open[at]! & (1 << pot))).toBe(false));
      });
      amounts.forEach((held, pot) => {
        const sum = paid?.reduce((all, own) => all + own[pot]!, 0) ?? 0;
        expect(sum).toBeLessThanOrEqual(held);
      });
    }),
    { numRuns: 1000, seed: 4 },
  );
});

test('uses restricted money first', () => {
  expect(payments([10], [0b11], [20, 6])).toEqual([[10, 0]]);
  expect(payments([10, 1], [0b11, 0b01], [20, 6])).toEqual([
    [4, 6],
    [1, 0],
  ]);
});
