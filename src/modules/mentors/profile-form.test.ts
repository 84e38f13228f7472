import { expect, test } from 'vitest';
import { availabilityOf, expertiseOf, slotsIn, wordsOf } from './profile-form.ts';

test('ticked parts of days come back as they were ticked', () => {
  const slots = ['1-morning', '3-afternoon', '7-evening'];
  expect(slotsIn(availabilityOf({ slots }))).toEqual(slots);
});

test('what is no part of a day is left out', () => {
  expect(availabilityOf({ slots: ['8-morning', '1-night', 'x'] })).toEqual([]);
});

test('words may be parted by commas or lines, and come once', () => {
  expect(wordsOf({ w: 'Food, drink\nfood\nFood' }, 'w')).toEqual(['Food', 'drink', 'food']);
});

test('an area without a level is no expertise', () => {
  expect(
    expertiseOf({ 'level-finance': '4', 'level-export': '0', 'topics-finance': 'equity' }),
  ).toEqual([{ area: 'finance', level: 4, evidence: 'self-stated', topics: ['equity'] }]);
});
