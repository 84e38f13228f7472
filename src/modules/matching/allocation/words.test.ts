import { expect, test } from 'vitest';
import { pointsWords } from './allocation.ts';
import type { Totals } from './proposal.ts';
import { chainWords, costWords, moveWords, priceWords, regretWords } from './words.ts';

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
    'Alder Ltd moves from Anna to Ben',
  );
  expect(moveWords({ needId: 'n', from: null, to: 'b' }, name, name)).toBe('Alder Ltd goes to Ben');
  expect(moveWords({ needId: 'n', from: 'a', to: null }, name, name)).toBe(
    'Alder Ltd loses Anna and waits',
  );
});

test('a chain leaves out the need that was asked about', () => {
  const chain = [
    { need: 'n', from: 'a', to: 'b' },
    { need: 'o', from: 'b', to: null },
  ];
  expect(chainWords(chain, 'n', name, name)).toBe('Birch Ltd loses Ben and waits.');
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

test('another mentor costs needs first, points only where as many are served', () => {
  const swap = { from: 'a', to: 'b' };
  expect(regretWords(0, [swap])).toBe('as good');
  expect(regretWords(-230, [swap])).toBe('gains 2.3 points');
  expect(regretWords(230, [swap])).toBe('costs 2.3 points');
  expect(regretWords(13_760, [swap, { from: 'b', to: null }])).toBe('1 need fewer served');
  expect(regretWords(2830, [swap, { from: null, to: 'a' }, { from: 'b', to: null }])).toBe(
    'costs 28.3 points',
  );
});

test('a price is told as what one more place would bring', () => {
  expect(priceWords(16_000, 0)).toBe('One more place would serve one need more, worth 160 points');
  expect(priceWords(680, 0)).toBe('One more place is worth 6.8 points');
  expect(priceWords(0, 2)).toBe('2 places left over');
  expect(priceWords(0, 0)).toBe('One more place brings nothing');
});

test('points are of 100, and nothing is not less than nothing', () => {
  expect(pointsWords(100)).toBe('1 point');
  expect(pointsWords(-0)).toBe('0 points');
});
