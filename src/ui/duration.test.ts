import { expect, it } from 'vitest';
import { durationOf } from './duration.ts';

it.each([
  ['1', '15', 75],
  ['', '45', 45],
  ['2', '', 120],
  ['0', '0', 0],
])('reads %s h %s as %i minutes', (hours, minutes, expected) => {
  expect(durationOf({ lengthHours: hours, lengthMinutes: minutes }, 'length')).toBe(expected);
});

it('knows an empty duration from none', () => {
  expect(durationOf({ lengthHours: '', lengthMinutes: '' }, 'length')).toBeUndefined();
});

it.each([
  ['1', '60'],
  ['-1', '0'],
  ['1.5', '0'],
  ['one', ''],
])('refuses %s h %s', (hours, minutes) => {
  expect(durationOf({ lengthHours: hours, lengthMinutes: minutes }, 'length')).toBeNaN();
});
