import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMoney, formatMoney, parseMoney } from './money.ts';

test('whole amounts are shown without pence', () => {
  expect(formatMoney({ minor: 123_450, currency: 'GBP' })).toBe('£1,234.50');
  expect(formatMoney({ minor: 123_400, currency: 'GBP' })).toBe('£1,234');
  expect(formatMoney({ minor: -5, currency: 'EUR' })).toBe('-€0.05');
});

test('an amount is understood as people type it, and nothing else is', () => {
  expect(parseMoney(' £1,234.5 ')).toBe(123_450);
  expect(parseMoney('-12')).toBe(-1200);
  for (const text of ['', 'abc', '1.234', '1.2.3', '--1', '1e5']) {
    expect(parseMoney(text), text).toBeNull();
  }
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
