import { expect, test } from 'vitest';
import { listOf, numberOf, optionalOf, textOf } from './form-answer.ts';

const form = { name: 'Asha', empty: '', areas: ['finance', '', 'people'], amount: '1, 234.5' };

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

test('a number is understood with its commas; what is none is said to be none', () => {
  expect(numberOf(form, 'amount')).toBe(1234.5);
  expect(numberOf(form, 'empty')).toBeUndefined();
  expect(numberOf(form, 'name')).toBeNaN();
});
