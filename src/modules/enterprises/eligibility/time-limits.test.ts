import { describe, expect, test } from 'vitest';
import type { RuleSet } from '../../programmes/rule-set.ts';
import { shippedRuleSet } from '../../programmes/shipped-rule-sets/shipped.ts';
import { subsidyWindow } from '../subsidy.ts';
import type { EligibilityFacts } from './facts.ts';
import { testDifficulty } from './money-tests.ts';
import { isNewEnterprise, testTradingAge } from './trading.ts';

const rules: RuleSet = shippedRuleSet('erdf-england-2014-20');
const facts = (tradingSince: string, on: string) =>
  ({
    ...{ isPerson: false, tradingSince, on },
    difficulty: { insolvent: false, capitalMinor: 100, accumulatedLossesMinor: 90 },
  }) as EligibilityFacts;
const age = (atLeastMonths: number | null, belowMonths: number | null) =>
  ({
    name: 'Business Ready',
    tradingAge: { atLeastMonths, belowMonths, potentialEntrepreneurs: true },
  }) as Parameters<typeof testTradingAge>[2];

/** First day of trading, and the last day on which the years are not over yet. */
const spans = [
  ['2023-11-24', '2026-11-24'],
  ['2020-02-29', '2023-02-28'],
  ['2021-02-28', '2024-02-28'],
  ['2021-03-01', '2024-03-01'],
] as const;

describe('three years are counted from day to day', () => {
  test.each(spans)('losses of a firm of %s are not looked at up to %s', (since, last) => {
    expect(testDifficulty(facts(since, last), rules).result).toBe('met');
  });

  test.each([
    ['2023-11-24', '2026-11-25'],
    ['2020-02-29', '2023-03-01'],
    ['2021-02-28', '2024-02-29'],
    ['2023-11-24', '2026-12-20'],
  ])('losses of a firm of %s are looked at on %s', (since, on) => {
    expect(testDifficulty(facts(since, on), rules).result).toBe('not-met');
  });

  test.each(spans)(
    'a firm of %s has traded three years on %s and not a day before',
    (since, on) => {
      const day = (at: string) => testTradingAge(facts(since, at), rules, age(36, null)).result;
      const under = (at: string) => testTradingAge(facts(since, at), rules, age(null, 36)).result;
      const before = new Date(Date.parse(on) - 86_400_000).toISOString().slice(0, 10);
      expect([day(on), day(before)]).toEqual(['met', 'not-met']);
      expect([under(on), under(before)]).toEqual(['not-met', 'met']);
    },
  );

  test('a firm is new until the day before its anniversary, a leap day included', () => {
    const year = { newEnterpriseMonths: 12 };
    expect(isNewEnterprise('2024-02-29', '2025-02-27', year)).toBe(true);
    expect(isNewEnterprise('2024-02-29', '2025-02-28', year)).toBe(false);
    expect(isNewEnterprise('2023-02-28', '2024-02-28', year)).toBe(false);
  });

  test.each([
    ['2026-11-24', '2023-11-25'],
    ['2024-02-29', '2021-03-01'],
    ['2023-02-28', '2020-02-29'],
  ])('aid that counts on %s begins on %s in a rolling window', (on, from) => {
    const regime = { window: 'rolling', years: 3, financialYearStart: '04-01' } as const;
    expect(subsidyWindow(regime, on)).toEqual({ from, to: on });
  });
});
