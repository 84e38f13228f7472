import fc from 'fast-check';
import { expect, test } from 'vitest';
import { programmeView, type Worth } from './programme-price.ts';

const worth = fc.record({
  mentorId: fc.uuid(),
  total: fc.integer({ min: 0, max: 10_000 }),
  price: fc.integer({ min: 0, max: 12_000 }),
});
const waiting = 12_000;

test('a mentor whom others need more is the best fit, and another the best for the programme', () => {
  const scarce: Worth = { mentorId: 'a', total: 8100, price: 900 };
  const free: Worth = { mentorId: 'b', total: 7800, price: 0 };
  expect(programmeView([scarce, free], { waiting })).toEqual({
    best: scarce,
    bestForAll: free,
    loss: 300,
    gain: 900,
  });
});

test('a need whose only mentor serves another better waits, at equal prices too', () => {
  const only: Worth = { mentorId: 'a', total: 7100, price: 7100 + waiting };
  const view = programmeView([only], { waiting, proposed: null });
  expect(view).toMatchObject({ best: only, bestForAll: null, loss: 7100 });
  expect(programmeView([only], { waiting, proposed: 'a' })?.bestForAll).toBe(only);
});

test('a need that takes no part waits only where every place costs more than its waiting', () => {
  const at = (price: number) => programmeView([{ mentorId: 'a', total: 0, price }], { waiting });
  expect(at(waiting - 1)?.bestForAll).not.toBeNull();
  expect(at(waiting)?.bestForAll).not.toBeNull();
  expect(at(waiting + 1)?.bestForAll).toBeNull();
});

test('without a price the best fit is the best for all', () => {
  fc.assert(
    fc.property(fc.array(worth, { minLength: 1 }), (list) => {
      const view = programmeView(
        list.map((each) => ({ ...each, price: 0 })),
        { waiting },
      );
      expect(view?.bestForAll).toBe(view?.best);
    }),
  );
});

test('the programme never loses by its own choice', () => {
  fc.assert(
    fc.property(fc.array(worth, { minLength: 1 }), (list) => {
      const view = programmeView(list, { waiting: 1_000_000 });
      expect(view?.gain).toBeGreaterThanOrEqual(view?.loss ?? 0);
      expect(view?.loss).toBeGreaterThanOrEqual(0);
    }),
  );
  expect(programmeView([], { waiting })).toBeNull();
});
