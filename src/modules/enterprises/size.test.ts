import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SizeBand, sizeBands } from '../programmes/rule-set.ts';
import { shippedRuleSet } from '../programmes/shipped-rule-sets/shipped.ts';
import { standingOf } from './ownership.ts';
import {
  type RelatedFirm,
  type SizeFigures,
  type SizeYear,
  bandOf,
  bandOverYears,
  lineSentence,
  sizeOfYear,
  sizeSentence,
} from './size.ts';

const rules = shippedRuleSet('erdf-england-2014-20').size;
const figures = (staff: number, turnover: number, balance: number): SizeFigures => ({
  staffHundredths: staff * 100,
  turnoverMinor: turnover * 100_000_000,
  balanceSheetMinor: balance * 100_000_000,
});
const related = (change: Partial<RelatedFirm>): RelatedFirm => ({
  name: 'Other Ltd',
  direction: 'holds-us',
  holder: 'enterprise',
  percent: 30,
  control: false,
  underAngelLimit: true,
  figures: figures(100, 10, 8),
  consolidated: false,
  relations: [],
  ...change,
});
const year = (own: SizeFigures | null, relations: RelatedFirm[] = []): SizeYear => ({
  yearEnd: '2017-03-31',
  figures: own,
  relations,
  estimated: false,
});

describe('bandOf', () => {
  test('staff must stay below the ceiling, money may reach it, and one of the two money figures is enough', () => {
    expect(bandOf(figures(9, 2, 99), rules)).toBe('micro');
    expect(bandOf(figures(9, 99, 2), rules)).toBe('micro');
    expect(bandOf(figures(10, 1, 1), rules)).toBe('small');
    expect(bandOf(figures(9, 3, 3), rules)).toBe('small');
    expect(bandOf(figures(249, 50, 44), rules)).toBe('medium');
    expect(bandOf(figures(250, 1, 1), rules)).toBe('large');
    expect(bandOf(figures(20, 60, 60), rules)).toBe('large');
  });

  test('rules without money ceilings look at staff alone', () => {
    expect(bandOf(figures(499, 900, 900), shippedRuleSet('us-sba-641').size)).toBe('small');
  });

  test('never grows smaller when a figure grows', () => {
    const amount = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(amount, amount, amount, amount, (a, b, c, more) => {
        const rank = (band: SizeBand) => sizeBands.indexOf(band);
        const now = rank(bandOf(figures(a, b, c), rules));
        expect(rank(bandOf(figures(a + more, b, c), rules))).toBeGreaterThanOrEqual(now);
        expect(rank(bandOf(figures(a, b + more, c + more), rules))).toBeGreaterThanOrEqual(now);
      }),
    );
  });
});

describe('sizeOfYear', () => {
  test('a firm 60 % owned by a group is sized with the whole group', () => {
    const size = sizeOfYear(
      year(figures(8, 1, 1), [related({ percent: 60, figures: figures(400, 80, 70) })]),
      rules,
    );
    expect(size.band).toBe('large');
    expect(size.total.staffHundredths).toBe(40_800);
  });

  test('a partner counts by its share, and the sum is shown line by line', () => {
    const size = sizeOfYear(year(figures(8, 1, 1), [related({ percent: 33 })]), rules);
    expect(size.total).toEqual({
      staffHundredths: 800 + 3300,
      turnoverMinor: 430_000_000,
      balanceSheetMinor: 364_000_000,
    });
    expect(size.lines.map((line) => lineSentence(line, rules))).toEqual([
      'The enterprise: Own figures. Adds 8 staff, €1,000,000 turnover, €1,000,000 balance sheet.',
      'Other Ltd: Holds 33 %, between 25 and 50 %, so it is a partner and counts by that share. Adds 33 staff, €3,300,000 turnover, €2,640,000 balance sheet.',
    ]);
    expect(size.band && sizeSentence(size.total, size.band, rules)).toBe(
      '41 staff, turnover €4,300,000, balance sheet €3,640,000: small (below 50 staff and turnover up to €10,000,000 or balance sheet up to €10,000,000).',
    );
  });

  test('venture capital, universities and angels under the limit keep a firm autonomous up to 50 %', () => {
    for (const holder of ['venture-capital', 'university', 'business-angel'] as const) {
      const own = figures(8, 1, 1);
      expect(sizeOfYear(year(own, [related({ holder, percent: 50 })]), rules).total).toEqual(own);
      expect(sizeOfYear(year(own, [related({ holder, percent: 51 })]), rules).total).not.toEqual(
        own,
      );
    }
    const large = related({ holder: 'business-angel', percent: 40, underAngelLimit: false });
    expect(standingOf(large)).toBe('partner');
  });

  test('public bodies with 25 % between them make it no SME', () => {
    const council = related({ holder: 'public-body', percent: 13, figures: null });
    const size = sizeOfYear(year(figures(2, 1, 1), [council, { ...council, percent: 12 }]), rules);
    expect(size.band).toBe('large');
    expect(size.publicControl).toBe(
      'Public bodies hold 25 % together, and from 25 % a firm is not an SME.',
    );
    expect(sizeOfYear(year(figures(2, 1, 1), [{ ...council, percent: 24 }]), rules).band).toBe(
      'micro',
    );
  });

  test('firms linked to a partner count by the partner share, partners of a partner do not', () => {
    const partner = related({
      percent: 50,
      figures: figures(10, 0, 0),
      relations: [
        related({ name: 'Linked', percent: 80, figures: figures(20, 0, 0) }),
        related({ name: 'Its partner', percent: 30, figures: figures(1000, 0, 0) }),
      ],
    });
    expect(sizeOfYear(year(figures(1, 0, 0), [partner]), rules).total.staffHundredths).toBe(1600);
  });

  test('partners of a linked firm count by their share', () => {
    const linked = related({
      percent: 80,
      figures: figures(10, 0, 0),
      relations: [related({ percent: 40, figures: figures(20, 0, 0) })],
    });
    expect(sizeOfYear(year(figures(1, 0, 0), [linked]), rules).total.staffHundredths).toBe(1900);
  });

  test('figures already consolidated are not added twice, and missing ones are named', () => {
    const own = figures(5, 1, 1);
    expect(
      sizeOfYear(year(own, [related({ percent: 60, consolidated: true })]), rules).total,
    ).toEqual(own);
    const size = sizeOfYear(year(own, [related({ percent: 60, figures: null })]), rules);
    expect(size.band).toBeNull();
    expect(size.missing).toEqual(['Staff, turnover and balance sheet of Other Ltd']);
  });
});

describe('bandOverYears', () => {
  test('one year over the ceiling changes nothing, two in a row do', () => {
    expect(bandOverYears(['small', 'medium'], 2)).toBe('small');
    expect(bandOverYears(['small', 'medium', 'small'], 2)).toBe('small');
    expect(bandOverYears(['small', 'medium', 'medium'], 2)).toBe('medium');
    expect(bandOverYears(['small', 'large', 'medium'], 2)).toBe('medium');
    expect(bandOverYears(['medium', 'small', 'micro'], 2)).toBe('small');
  });

  test('a change of owner counts at once', () => {
    expect(bandOverYears(['micro', 'large'], 2, true)).toBe('large');
  });

  test('no closed year gives no band', () => {
    expect(bandOverYears([], 2)).toBeNull();
  });
});
