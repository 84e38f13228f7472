import fc from 'fast-check';
import { expect, test } from 'vitest';
import { programmeView, type Worth } from './programme-price.ts';

const worth = fc.record({
  mentorId: fc.uuid(),
  total: fc.integer({ min: 0, max: 10_000 }),
  price: fc.integer({ min: 0, max: 12_000 }),
});

test('a mentor whom others need more is the best fit, and another the best for the programme', () => {
  const scarce: Worth = { mentorId: 'a', total: 8100, price: 900 };
  const free: Worth = { mentorId: 'b', total: 7800, price: 0 };
  expect(programmeView([scarce, free])).toEqual({
    best: scarce,
    bestForAll: free,
    loss: 300,
    gain: 900,
  });
});

test('without a price the best fit is the best for all', () => {
  fc.assert(
    fc.property(fc.array(worth, { minLength: 1 }), (list) => {
      const view = programmeView(list.map((each) => ({ ...each, price: 0 })));
      expect(view?.bestForAll).toBe(view?.best);
    }),
  );
});

test('the programme never loses by its own choice', () => {
  fc.assert(
    fc.property(fc.array(worth, { minLength: 1 }), (list) => {
      const view = programmeView(list);
      expect(view?.gain).toBeGreaterThanOrEqual(view?.loss ?? 0);
      expect(view?.loss).toBeGreaterThanOrEqual(0);
    }),
  );
  expect(programmeView([])).toBeNull();
});
