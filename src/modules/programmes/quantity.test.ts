import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatQuantity, plainQuantity, readQuantity, toHundredths } from './quantity.ts';

test.each([
  [25_000_000, 'money', '£250,000'],
  [2_083_333, 'money', '£20,833.33'],
  [4550, 'fte', '45.5 FTE'],
  [1200, 'enterprises', '12'],
  [123_400, 'count', '1,234'],
] as const)('%d hundredths of %s read %s', (amount, unit, words) => {
  expect(formatQuantity(amount, unit, 'GBP')).toBe(words);
});

test('sums of hundredths stay what they are: 12 quarters of 3.79 and the rest are 45.5', () => {
  const quarters = [3.79, 3.79, 3.79, 3.79, 3.8, 3.79, 3.79, 3.79, 3.79, 3.8, 3.79, 3.79];
  const sum = quarters.map(toHundredths).reduce((total, one) => total + one, 0);
  expect(formatQuantity(sum, 'fte', 'GBP')).toBe('45.5 FTE');
});

test.each([
  ['£250,000', 'money', 25_000_000],
  ['250000', 'money', 25_000_000],
  ['£1.2m', 'money', 120_000_000],
  ['€250,000', 'money', null],
  ['45.5', 'fte', 4550],
  ['45,5', 'fte', 4550],
  ['45.5 FTE', 'fte', 4550],
  ['1,000', 'enterprises', 100_000],
  ['2.5', 'enterprises', null],
  ['-1', 'enterprises', null],
  ['x', 'count', null],
] as const)('%j as %s is %s', (text, unit, amount) => {
  expect(readQuantity(text, unit, 'GBP')).toBe(amount);
});

test('what stands in a field is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e13 }), (amount) => {
      expect(readQuantity(plainQuantity(amount), 'fte', 'GBP')).toBe(amount);
    }),
  );
});
