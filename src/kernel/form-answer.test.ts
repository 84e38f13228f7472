import { expect, test } from 'vitest';
import { listOf, numberOf, optionalOf, textOf } from './form-answer.ts';

const form = { name: 'Asha', empty: '', areas: ['finance', '', 'people'] };

test('a field that is missing is empty, and of several texts the first is taken', () => {
  expect(textOf(form, 'name')).toBe('Asha');
  expect(textOf(form, 'areas')).toBe('finance');
  expect(textOf(form, 'nothing')).toBe('');
  expect(textOf(undefined, 'name', 'as stored')).toBe('as stored');
});

test('a field that was emptied stays empty and does not fall back', () => {
  expect(textOf(form, 'empty', 'as stored')).toBe('');
  expect(optionalOf(form, 'empty')).toBeUndefined();
});

test('ticked boxes are a list, one alone too', () => {
  expect(listOf(form, 'areas')).toEqual(['finance', 'people']);
  expect(listOf(form, 'name')).toEqual(['Asha']);
  expect(listOf(form, 'empty')).toEqual([]);
});

test.each([
  ['4,5', 4.5],
  ['12,50', 12.5],
  ['1,200', 1200],
  ['1,234,567.5', 1_234_567.5],
  ['1.234,50', 1234.5],
  ['1 234.5', 1234.5],
  ['2.5', 2.5],
  ['1.234', 1.234],
  ['0,125', 0.125],
  ['45 %', 45],
  ['2k', 2000],
  ['-3', -3],
])('the number %j is %d', (typed, number) => {
  expect(numberOf({ typed }, 'typed')).toBe(number);
});

test.each(['1,2,3', '1.2.3', '12,3456,7', 'x', '£4', '10-49', '1e5', '0x10', 'Infinity', '4 5'])(
  '%j is no number',
  (typed) => {
    expect(numberOf({ typed }, 'typed')).toBeNaN();
  },
);

test('an empty number is none', () => {
  expect(numberOf(form, 'empty')).toBeUndefined();
});
