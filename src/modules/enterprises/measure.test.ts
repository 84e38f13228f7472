import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  figureProblem,
  formatMeasure,
  measureInSheet,
  latestOfEach,
  measureKinds,
  parseMeasure,
  typedMeasure,
} from './measure.ts';

describe('parseMeasure', () => {
  test('staff are kept in hundredths, money in minor units, products as a count', () => {
    expect(parseMeasure('staff', '12.5')).toEqual({ amount: 1250 });
    expect(parseMeasure('turnover', '£1,234.50')).toEqual({ amount: 123_450 });
    expect(parseMeasure('products', '7')).toEqual({ amount: 7 });
    expect(parseMeasure('staff', '4,5')).toEqual({ amount: 450 });
    expect(parseMeasure('turnover', '12,50')).toEqual({ amount: 1250 });
    expect(parseMeasure('turnover', '£1.2m')).toEqual({ amount: 120_000_000 });
  });

  test('says what is wrong with words, halves of a product and nothing at all', () => {
    for (const [kind, text] of [
      ['staff', 'twelve'],
      ['staff', ''],
      ['staff', '-1'],
      ['products', '1.5'],
      ['turnover', '1.234'],
      ['staff', '1,2,3'],
    ] as const) {
      expect(parseMeasure(kind, text)).toEqual({ problem: expect.any(String) });
    }
  });

  test('an amount of another currency is not taken for one of this', () => {
    expect(parseMeasure('turnover', '€500', 'GBP')).toEqual({ problem: expect.any(String) });
    expect(parseMeasure('turnover', '€500', 'EUR')).toEqual({ amount: 50_000 });
  });

  test('what stands in the form is read back as the same amount', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...measureKinds),
        fc.integer({ min: 0, max: 10_000_000_00 }),
        (kind, amount) => {
          expect(parseMeasure(kind, typedMeasure(kind, amount))).toEqual({ amount });
        },
      ),
    );
  });
});

test('a loss is a figure, negative turnover is none', () => {
  expect(figureProblem({ kind: 'profit', amount: -1 })).toBeNull();
  expect(figureProblem({ kind: 'turnover', amount: -1 })).toBe('Turnover: enter 0 or more.');
  expect(figureProblem({ kind: 'confidence', amount: 11 })).toContain('0 to 10');
});

test('of each kind the latest year counts, and of one year the record made last', () => {
  const row = (id: string, kind: string, yearEndsOn: string) => ({
    id,
    kind,
    yearEndsOn,
    amount: 1,
    currency: null,
  });
  const latest = latestOfEach([
    row('a', 'staff', '2025-03-31'),
    row('b', 'staff', '2026-03-31'),
    row('c', 'staff', '2026-03-31'),
    row('d', 'staff', '2024-03-31'),
    row('e', 'turnover', '2024-03-31'),
  ]);
  expect([...latest.values()].map(({ id }) => id)).toEqual(['c', 'e']);
});

test('figures read as people write them', () => {
  expect(formatMeasure('staff', 1250, null)).toBe('12.5');
  expect(formatMeasure('exports', 123_450, 'EUR')).toBe('€1,234.50');
  expect(formatMeasure('products', 1200, null)).toBe('1,200');
});

test('a figure stands in a spreadsheet as a number that can be added up', () => {
  expect(measureInSheet('staff', 1250)).toBe(12.5);
  expect(measureInSheet('turnover', 123_450)).toBe(1234.5);
  expect(measureInSheet('confidence', 7)).toBe(7);
});
