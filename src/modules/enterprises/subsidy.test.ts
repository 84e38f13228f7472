import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths } from '../../kernel/calendar.ts';
import type { SubsidyRegime } from '../programmes/rule-set.ts';
import { shippedRuleSet } from '../programmes/shipped-rule-sets/shipped.ts';
import { type SubsidyAward, subsidyHeadroom, subsidyWindow } from './subsidy.ts';

function regimeOf(code: string): SubsidyRegime {
  const regime = shippedRuleSet(code).subsidy;
  if (!regime) throw new Error('no regime');
  return regime;
}
const mfa = regimeOf('ukspf');
const rolling = regimeOf('eu-2021-27');
const pounds = (minor: number) => ({ minor, currency: 'GBP' });
const award = (change: Partial<SubsidyAward>): SubsidyAward => ({
  id: 'a',
  recipient: 'Fern Ltd',
  sameGroup: false,
  giver: 'Innovate UK',
  regime: 'mfa',
  awardedOn: '2024-05-01',
  amount: pounds(10_000_000),
  state: 'confirmed',
  ...change,
});

describe('subsidyWindow', () => {
  test('£315,000 is over this financial year and the two before, not over three years back', () => {
    expect(subsidyWindow(mfa, '2025-03-31')).toEqual({ from: '2022-04-01', to: '2025-03-31' });
    expect(subsidyWindow(mfa, '2025-04-01')).toEqual({ from: '2023-04-01', to: '2025-04-01' });
  });

  test('the EU limit of 2024 is over three years ending on the award', () => {
    expect(subsidyWindow(rolling, '2026-06-15').from).toBe('2023-06-16');
    expect(subsidyWindow(rolling, '2028-02-29').from).toBe('2025-03-01');
  });

  test('a fiscal window is never shorter than two and never longer than three years', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6000 }), (offset) => {
        const date = addDays('2015-01-01', offset);
        const { from } = subsidyWindow(mfa, date);
        expect(from <= addMonths(date, -24)).toBe(true);
        expect(from > addMonths(date, -36)).toBe(true);
      }),
    );
  });
});

describe('subsidyHeadroom', () => {
  test('earlier de minimis and the group count, other rules, withdrawn and old awards do not', () => {
    const result = subsidyHeadroom(
      mfa,
      [
        award({ id: 'counted' }),
        award({
          id: 'group',
          sameGroup: true,
          recipient: 'Fern Holdings',
          amount: pounds(5_000_000),
        }),
        award({ id: 'de-minimis', regime: 'de-minimis-1407-2013', amount: pounds(1_000_000) }),
        award({ id: 'other', regime: 'streamlined-route' }),
        award({ id: 'withdrawn', state: 'withdrawn' }),
        award({ id: 'old', awardedOn: '2022-03-31' }),
      ],
      '2025-03-01',
      pounds(15_500_000),
    );
    expect(result.usedMinor).toBe(16_000_000);
    expect(result.headroomMinor).toBe(15_500_000);
    expect(result.fits).toBe(true);
    expect(result.warns).toBe(true);
    expect(
      result.lines.filter((line) => line.countsMinor === 0).map((line) => line.awardId),
    ).toEqual(['other', 'withdrawn', 'old']);
  });

  test('one penny over the limit does not fit', () => {
    expect(subsidyHeadroom(mfa, [], '2025-03-01', pounds(31_500_000)).fits).toBe(true);
    expect(subsidyHeadroom(mfa, [], '2025-03-01', pounds(31_500_001)).fits).toBe(false);
  });

  test('pounds are never held against a euro limit without a dated rate', () => {
    const regime = regimeOf('erdf-england-2014-20');
    const without = subsidyHeadroom(regime, [], '2017-05-01', pounds(100_000));
    expect(without.fits).toBe(false);
    expect(without.missing).toEqual(['A dated exchange rate from GBP to EUR for this award']);
    const rate = { from: 'GBP', to: 'EUR', perMillion: 1_180_000, on: '2017-04-28' };
    const known = subsidyHeadroom(regime, [], '2017-05-01', pounds(100_000), [rate]);
    expect(known.proposedMinor).toBe(118_000);
    expect(known.fits).toBe(true);
  });

  test('agrees with a plain sum over the window', () => {
    const given = fc.record({
      offset: fc.integer({ min: 0, max: 2500 }),
      minor: fc.integer({ min: 0, max: 9_000_000 }),
    });
    fc.assert(
      fc.property(fc.array(given, { maxLength: 12 }), (list) => {
        const awards = list.map((each, at) =>
          award({
            id: String(at),
            awardedOn: addDays('2019-01-01', each.offset),
            amount: pounds(each.minor),
          }),
        );
        const sum = awards
          .filter((each) => each.awardedOn >= '2022-04-01' && each.awardedOn <= '2024-11-11')
          .reduce((total, each) => total + each.amount.minor, 0);
        const result = subsidyHeadroom(mfa, awards, '2024-11-11', pounds(1));
        expect(result.usedMinor).toBe(sum);
        expect(result.fits).toBe(sum + 1 <= 31_500_000);
      }),
    );
  });
});
