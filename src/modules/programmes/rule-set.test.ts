import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../kernel/calendar.ts';
import { countableCodes, indicatorProblems, missingEvidence } from './indicator.ts';
import {
  adoptionProblems,
  indicatorOf,
  ruleSetInForce,
  ruleSetSchema,
  sourceLabel,
} from './rule-set.ts';
import { shippedRuleSet, shippedRuleSets } from './shipped-rule-sets/shipped.ts';

describe('shipped rule sets', () => {
  test('four are shipped and each tells people to check their funding agreement', () => {
    expect(shippedRuleSets.map((set) => set.code)).toEqual([
      'erdf-england-2014-20',
      'ukspf',
      'eu-2021-27',
      'us-sba-641',
    ]);
    for (const set of shippedRuleSets) expect(set.sourceLabel).toBe(sourceLabel);
  });

  test('every indicator but a plain count says what evidence it needs', () => {
    for (const set of shippedRuleSets) {
      for (const indicator of set.indicators) {
        if (indicator.unit !== 'count') expect(indicator.evidence.length).toBeGreaterThan(0);
      }
    }
  });

  test('no shipped rule set counts travel or administration', () => {
    for (const set of shippedRuleSets) {
      expect(set.countedMinutes).not.toContain('travel');
      expect(set.countedMinutes).not.toContain('administration');
    }
  });

  test('a copy with a circle of subsets is refused', () => {
    const erdf = shippedRuleSet('erdf-england-2014-20');
    const indicators = erdf.indicators.map((each) =>
      each.code === 'C1' ? { ...each, subsetOf: 'C4' } : each,
    );
    expect(ruleSetSchema.safeParse({ ...erdf, indicators }).success).toBe(false);
    expect(indicatorProblems(indicators)).toContain('C1 is a part of itself.');
  });
});

describe('countableCodes', () => {
  const { indicators } = shippedRuleSet('erdf-england-2014-20');

  test('a light-touch P13 is not counted beside C1', () => {
    const { counted, dropped } = countableCodes(indicators, ['P13', 'C1', 'C4']);
    expect(counted).toEqual(['C1', 'C4']);
    expect(dropped).toEqual([
      { code: 'P13', because: 'Already counted under C1, which excludes it.' },
    ]);
  });

  test('a subset is not counted without the whole', () => {
    expect(countableCodes(indicators, ['C5']).counted).toEqual([]);
  });

  test('missing evidence is listed in words', () => {
    const c1 = indicatorOf(shippedRuleSet('erdf-england-2014-20'), 'C1');
    expect(
      c1 && missingEvidence(c1, new Set(['sme-declaration', 'aid-letter', 'delivered'])),
    ).toEqual(['Log of support: dates, hours, topic, signed by both']);
  });
});

describe('ruleSetInForce', () => {
  test('the version agreed stays in force until a dated change adopts another', () => {
    const adoptions = [
      { ruleSetId: 'v3', adoptedFrom: '2016-11-01', reason: '' },
      { ruleSetId: 'v5', adoptedFrom: '2018-02-01', reason: 'Project change request 2' },
    ];
    expect(ruleSetInForce(adoptions, '2016-10-31')).toBeNull();
    expect(ruleSetInForce(adoptions, '2018-01-31')?.ruleSetId).toBe('v3');
    expect(ruleSetInForce(adoptions, '2018-02-01')?.ruleSetId).toBe('v5');
  });

  test('a change needs a reason and a later date', () => {
    const first = [{ ruleSetId: 'v3', adoptedFrom: '2016-11-01', reason: '' }];
    expect(
      Object.keys(
        adoptionProblems(first, { ruleSetId: 'v3', adoptedFrom: '2016-11-01', reason: ' ' }),
      ),
    ).toEqual(['reason', 'adoptedFrom', 'ruleSetId']);
  });

  test('is the last by date, in whatever order the changes are stored', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: -10, max: 2010 }),
        (offsets, day) => {
          const adoptions = offsets.map((offset) => ({
            ruleSetId: String(offset),
            adoptedFrom: addDays('2016-01-01', offset),
            reason: 'x',
          }));
          const expected = offsets.filter((offset) => offset <= day).toSorted((a, b) => b - a)[0];
          expect(ruleSetInForce(adoptions, addDays('2016-01-01', day))?.ruleSetId).toBe(
            expected === undefined ? undefined : String(expected),
          );
        },
      ),
    );
  });
});
