import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimalSignOf, type DecimalSign, parseNumber } from './typed-number.ts';

const read = (text: string, sign: DecimalSign = null) => {
  const parsed = parseNumber(text, sign);
  return parsed.ok ? parsed.value.value : parsed.reason;
};

test.each<[string, number, DecimalSign?]>([
  ['1,234.50', 1234.5],
  ['1.234,50', 1234.5],
  ['£1,200', 1200],
  ['12 345', 12_345],
  ['12\u202f345,5', 12_345.5],
  ["1'234'567", 1_234_567],
  ['1.234.567', 1_234_567],
  ['1,234', 1234],
  ['1,234', 1.234, 'comma'],
  ['1.234', 1234, 'comma'],
  ['1.234', 1.234, 'point'],
  ['0,5', 0.5],
  ['12,5', 12.5],
  ['(300)', -300],
  ['-1,200', -1200],
  ['1234567', 1_234_567],
  ['.5', 0.5],
])('reads %j as %d', (text, value, sign = null) => {
  expect(read(text, sign)).toBe(value);
});

test.each([
  ['2,41392E+11', 241_392_000_000],
  ['1.5E+03', 1500],
  ['£2.3m', 2_300_000],
  ['250k', 250_000],
  ['1.234 million', 1_234_000],
  ['about 40', 40],
])('reads %j as about %d and says that it may be rounded', (text, value) => {
  expect(parseNumber(text, null)).toMatchObject({ value: { value, isApproximate: true } });
});

test('an exponent that lost no digit is exact', () => {
  expect(parseNumber('1.25E+2', null)).toMatchObject({
    value: { value: 125, isApproximate: false },
  });
});

test.each([
  ['10-49', 'range'],
  ['50+', 'range'],
  ['< 10', 'range'],
  ['over 20', 'range'],
  ['1.234', 'ambiguous'],
  ['twelve', 'not-a-number'],
  ['1,23,45', 'not-a-number'],
  ['1.2.3', 'not-a-number'],
  ['', 'not-a-number'],
])('refuses %j: %s', (text, reason) => {
  expect(read(text)).toBe(reason);
});

test('a column shows its decimal sign when one value proves it', () => {
  expect(decimalSignOf(['1.234', '2,41392E+11', '17'])).toBe('comma');
  expect(decimalSignOf(['1,234', '12.50'])).toBe('point');
  expect(decimalSignOf(['1.234', '5'])).toBeNull();
  expect(decimalSignOf(['12.50', '12,50'])).toBeNull();
});

test('what locales write is read back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e12, max: 1e12 }),
      fc.constantFrom('en-GB', 'de-DE', 'fr-FR'),
      (cents, locale) => {
        const value = cents / 100;
        const text = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(value);
        expect(read(text, locale === 'en-GB' ? 'point' : 'comma')).toBe(value === 0 ? 0 : value);
      },
    ),
  );
});
