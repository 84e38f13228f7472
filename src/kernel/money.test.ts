import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMoney, formatMoney, parseMoney } from './money.ts';

test('whole amounts are shown without pence', () => {
  expect(formatMoney({ minor: 123_450, currency: 'GBP' })).toBe('£1,234.50');
  expect(formatMoney({ minor: 123_400, currency: 'GBP' })).toBe('£1,234');
  expect(formatMoney({ minor: -5, currency: 'EUR' })).toBe('-€0.05');
});

test.each([
  [' £1,234.5 ', 123_450],
  ['-12', -1200],
  ['12,50', 1250],
  ['£1,2', 120],
  ['1.234,50', 123_450],
  ['1,200', 120_000],
  ['£250,000', 25_000_000],
  ['£1.2m', 120_000_000],
  ['£4.35m', 435_000_000],
  ['850k', 85_000_000],
  ['about 40', 4000],
  ['1 234', 123_400],
])('the amount %j is %d pence', (text, minor) => {
  expect(parseMoney(text)).toBe(minor);
});

test.each(['', 'abc', '1.234', '1.2.3', '1,2,3', '--1', '1e5', '10-49', '9'.repeat(40)])(
  '%j is no amount',
  (text) => {
    expect(parseMoney(text)).toBeNull();
  },
);

test('an amount of another currency is not taken for one of this', () => {
  expect(parseMoney('€500', 'GBP')).toBeNull();
  expect(parseMoney('€500', 'EUR')).toBe(50_000);
  expect(parseMoney('500', 'GBP')).toBe(50_000);
});

test('what is shown is understood again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e12 }), (minor) => {
      expect(parseMoney(formatMoney({ minor, currency: 'GBP' }))).toBe(minor);
    }),
  );
});

test('two currencies are never added', () => {
  const pound = { minor: 100, currency: 'GBP' };
  expect(addMoney(pound, pound)).toEqual({ minor: 200, currency: 'GBP' });
  expect(() => addMoney(pound, { minor: 1, currency: 'EUR' })).toThrow('EUR to GBP');
});

test('an amount with a point before three digits may be thousands, and is refused', () => {
  expect(['10.000', '€12.000', '1.000'].map((text) => parseMoney(text))).toEqual([
    null,
    null,
    null,
  ]);
  expect(parseMoney('1.234.567,50')).toBe(123_456_750);
  expect(parseMoney('10.00')).toBe(1000);
});
