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

test.each([
  ['k€ 12', 12_000, 'EUR'],
  ['12 TEUR', 12_000, 'EUR'],
  ['T€ 500', 500_000, 'EUR'],
  ['500 Tsd. €', 500_000, 'EUR'],
  ['2 Mrd', 2_000_000_000, null],
  ['£1.5mil', 1_500_000, 'GBP'],
  ['£1,200k', 1_200_000, 'GBP'],
  ['£650,000 (est)', 650_000, 'GBP'],
  ['650000 est.', 650_000, null],
  ['12 (approx.)', 12, null],
  ['≈ 12', 12, null],
])('%s is a rounded number', (text, value, currency) => {
  expect(parseNumber(text, null)).toEqual({
    ok: true,
    value: { value, currency, isApproximate: true },
  });
});

test.each([
  ['12 FTE', 12],
  ['7.5 employees', 7.5],
  ['£1,200 p.a.', 1200],
  ['1.200,- €', 1200],
])('%s keeps its exact number beside words', (text, value) => {
  expect(parseNumber(text, null)).toMatchObject({
    ok: true,
    value: { value, isApproximate: false },
  });
});

test.each(['10‑15', '10—15', '£1.2m-£1.5m', '£1m+', '5 or 6', 'fewer than 10'])(
  '%s is a range with whatever dash and word',
  (text) => {
    expect(parseNumber(text, null)).toMatchObject({ ok: false, reason: 'range' });
  },
);

test('a column shows its decimal sign beside currencies and by repeated thousands', () => {
  expect(decimalSignOf(['1.234 €', '12,50 €'])).toBe('comma');
  expect(decimalSignOf(['1.234', '1.234.567'])).toBe('comma');
  expect(decimalSignOf(['1,234', '1,234,567'])).toBe('point');
});
