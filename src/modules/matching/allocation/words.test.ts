import { expect, test } from 'vitest';
import { pointsWords } from './allocation.ts';
import type { Totals } from './proposal.ts';
import { chainWords, costWords, moveWords, priceWords } from './words.ts';

const name = (id: string) => ({ n: 'Alder Ltd', o: 'Birch Ltd', a: 'Anna', b: 'Ben' })[id] ?? id;
const totals = (more: Partial<Totals> = {}): Totals => ({
  open: 3,
  served: 2,
  meanFit: 6500,
  fit: 13_000,
  moved: 0,
  taking: 3,
  objective: 13_000,
  ...more,
});

test('a need that changes hands is told with both mentors', () => {
  expect(moveWords({ needId: 'n', from: 'a', to: 'b' }, name, name)).toBe(
    'Alder Ltd goes to Ben and no longer to Anna',
  );
  expect(moveWords({ needId: 'n', from: null, to: 'b' }, name, name)).toBe('Alder Ltd goes to Ben');
  expect(moveWords({ needId: 'n', from: 'a', to: null }, name, name)).toBe(
    'Alder Ltd waits, and no longer goes to Anna',
  );
});

test('a chain leaves out the need that was asked about', () => {
  const chain = [
    { need: 'n', from: 'a', to: 'b' },
    { need: 'o', from: 'b', to: null },
  ];
  expect(chainWords(chain, 'n', name, name)).toBe('Birch Ltd waits, and no longer goes to Ben.');
  expect(chainWords(chain.slice(0, 1), 'n', name, name)).toBe('');
});

test('the cost of a step is needs first, points only where as many are served', () => {
  const changes = [{ needId: 'n', from: 'a', to: 'b' }];
  expect(costWords(totals(), totals(), [])).toBe('Nobody moves.');
  expect(costWords(totals(), totals({ served: 1, objective: 0 }), changes)).toBe(
    '1 need changed hands and 1 need fewer served.',
  );
  expect(costWords(totals(), totals({ objective: 12_830 }), changes)).toBe(
    '1 need changed hands and 1.7 points lost for the programme.',
  );
  expect(costWords(totals(), totals({ taking: 2, objective: 9000 }), changes)).toBe(
    '1 need changed hands.',
  );
});

test('a price is told as what one more place would bring', () => {
  expect(priceWords(16_000, 0)).toBe('One more place would serve one need more');
  expect(priceWords(680, 0)).toBe('One more place is worth 6.8 points');
  expect(priceWords(0, 2)).toBe('2 places left over');
  expect(priceWords(0, 0)).toBe('One more place brings nothing');
});

test('points are of 100, and nothing is not less than nothing', () => {
  expect(pointsWords(100)).toBe('1 point');
  expect(pointsWords(-0)).toBe('0 points');
});
