import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProgrammeGate } from '../../programmes/programme.ts';
import { shippedRuleSet } from '../../programmes/shipped-rule-sets/shipped.ts';
import type { EligibilityFacts } from './facts.ts';
import { type Override, overallEligibility, overrideProblems, runTests } from './overall.ts';
import { presumedDivisions } from './sic.ts';
import {
  type EligibilityTest,
  type TestOutcome,
  eligibilityTests,
  testResult,
} from './test-result.ts';
import { isNewEnterprise } from './trading.ts';

const rules = shippedRuleSet('ukspf');
const programme: ProgrammeGate = {
  name: 'Business Ready',
  area: [
    { code: 'E08000026', name: 'Coventry' },
    { code: 'E07000222', name: 'Warwick' },
  ],
  remit: { divisions: [...presumedDivisions], description: 'Technology-based firms' },
  sizeBands: ['micro', 'small'],
  tradingAge: { atLeastMonths: null, belowMonths: 36, potentialEntrepreneurs: true },
  businessSalesAtLeast: 70,
};
const judgement = { accepted: true, reason: 'Seen at a visit.', by: 'a', on: '2025-05-01' };
const good: EligibilityFacts = {
  on: '2025-05-02',
  isPerson: false,
  place: {
    tradingPostcode: 'CV4 7EZ',
    authority: { code: 'E08000026', name: 'Coventry' },
    confirmation: { by: 'a', on: '2025-05-01', evidence: 'Visit to the workshop' },
    registeredAuthority: { code: 'E09000033', name: 'Westminster' },
  },
  size: {
    years: [
      {
        yearEnd: '2025-03-31',
        figures: { staffHundredths: 850, turnoverMinor: 60_000_000, balanceSheetMinor: 20_000_000 },
        relations: [],
        estimated: false,
      },
    ],
    ownerChangedInLastYear: false,
    relationsDeclared: true,
  },
  sicCodes: [{ code: '62012', scheme: 'SIC2007' }],
  remitJudgement: null,
  tradingSince: '2023-01-10',
  businessSalesPercent: 90,
  sectorCheck: null,
  difficulty: { insolvent: false, capitalMinor: null, accumulatedLossesMinor: null },
  subsidy: { declared: true, awards: [], proposed: { minor: 120_000, currency: 'GBP' }, rates: [] },
  duplication: { asked: true, others: [], judgement: null },
  growth: { intention: 'Double sales abroad', judgement },
};
const outcome = (facts: EligibilityFacts, name: EligibilityTest, set = rules, gate = programme) => {
  const found = runTests(facts, set, gate).find((each) => each.test === name);
  if (!found) throw new Error(name);
  return found;
};

test('a firm that meets every test is eligible', () => {
  expect(overallEligibility(runTests(good, rules, programme), [])).toEqual({
    verdict: 'eligible',
    overridden: [],
  });
});

describe('area', () => {
  test('a postcode alone never decides', () => {
    const result = outcome({ ...good, place: { ...good.place, authority: null } }, 'area');
    expect(result.result).toBe('missing');
    expect(result.because[0]).toContain('a postcode does not say which authority');
  });

  test('a look-up still needs an adviser, and the registered office does not count', () => {
    const result = outcome({ ...good, place: { ...good.place, confirmation: null } }, 'area');
    expect(result.result).toBe('needs-adviser');
    expect(result.because).toContain('The registered office is in Westminster; it does not count.');
  });

  test('a confirmed place outside the area is refused with its code', () => {
    const authority = { code: 'E07000132', name: 'Hinckley and Bosworth' };
    const result = outcome({ ...good, place: { ...good.place, authority } }, 'area');
    expect(result.result).toBe('not-met');
    expect(result.because.at(-1)).toBe(
      'Trades in Hinckley and Bosworth (E07000132), which is not in the area of Business Ready.',
    );
  });
});

describe('size', () => {
  const sized = (staff: number): EligibilityFacts => ({
    ...good,
    size: {
      years: [
        {
          yearEnd: '2025-03-31',
          figures: { staffHundredths: staff * 100, turnoverMinor: 1, balanceSheetMinor: 1 },
          relations: [],
          estimated: false,
        },
      ],
      ownerChangedInLastYear: false,
      relationsDeclared: true,
    },
  });

  test('a medium firm is an SME but not for a micro-and-small programme', () => {
    expect(outcome(sized(120), 'size').result).toBe('met');
    expect(outcome(sized(120), 'size-band').because).toEqual([
      'The enterprise is medium-sized; Business Ready takes micro and small enterprises.',
    ]);
  });

  test('without a word on related firms the size is not known', () => {
    const size = good.size && { ...good.size, relationsDeclared: false };
    expect(outcome({ ...good, size }, 'size').result).toBe('missing');
    expect(outcome({ ...good, size: null }, 'size').result).toBe('missing');
  });
});

describe('activity', () => {
  const withSic = (code: string, scheme: 'SIC2007' | 'SIC2003' = 'SIC2007') => ({
    ...good,
    sicCodes: [{ code, scheme }],
  });

  test('a code of security or staffing is left to the adviser', () => {
    expect(outcome(withSic('80100'), 'remit').result).toBe('needs-adviser');
    expect(outcome(withSic('78109'), 'remit').result).toBe('needs-adviser');
  });

  test('a four-digit or older code is never read by its first digits', () => {
    expect(outcome(withSic('7221', 'SIC2003'), 'remit').result).toBe('missing');
    expect(outcome(withSic('7221'), 'remit').result).toBe('missing');
    expect(outcome(withSic('74990'), 'remit').result).toBe('missing');
  });

  test('an adviser may accept outside the presumption, with the reason shown', () => {
    const result = outcome({ ...withSic('10130'), remitJudgement: judgement }, 'remit');
    expect(result.result).toBe('met');
    expect(result.because[0]).toBe('An adviser accepted it on 1 May 2025: Seen at a visit.');
  });

  test('a code in an excluded sector asks for a look, what the firm does decides', () => {
    const erdf = shippedRuleSet('erdf-england-2014-20');
    const shop = withSic('47910');
    expect(outcome(shop, 'excluded-sector', erdf).result).toBe('needs-adviser');
    const check = { inSector: 'retail', by: 'a', on: '2025-05-01' };
    expect(outcome({ ...shop, sectorCheck: check }, 'excluded-sector', erdf).result).toBe(
      'not-met',
    );
    expect(
      outcome({ ...shop, sectorCheck: { ...check, inSector: null } }, 'excluded-sector', erdf)
        .result,
    ).toBe('met');
    expect(outcome(withSic('01110'), 'excluded-sector', erdf).result).toBe('needs-adviser');
  });
});

describe('trading', () => {
  test('a firm at 36 full months is not under 36', () => {
    expect(outcome({ ...good, tradingSince: '2022-05-03' }, 'trading-age').result).toBe('met');
    const old = outcome({ ...good, tradingSince: '2022-05-02' }, 'trading-age');
    expect(old.result).toBe('not-met');
    expect(old.because[0]).toBe(
      'Trading since 2 May 2022: 36 full months on 2 May 2025; it must be under 36.',
    );
  });

  test('a new enterprise is judged at its first support: under 12 months in England', () => {
    expect(isNewEnterprise('2016-03-10', '2017-03-09', { newEnterpriseMonths: 12 })).toBe(true);
    expect(isNewEnterprise('2016-03-10', '2017-03-10', { newEnterpriseMonths: 12 })).toBe(false);
  });

  test('a person who does not trade yet may apply where the programme says so', () => {
    const person = { ...good, isPerson: true, tradingSince: null, size: null };
    expect(outcome(person, 'trading-age').result).toBe('met');
    expect(outcome(person, 'size').result).toBe('met');
  });

  test('69 % business sales are not 70', () => {
    expect(outcome({ ...good, businessSalesPercent: 69 }, 'business-sales').result).toBe('not-met');
  });
});

describe('difficulty and subsidy', () => {
  const old = { ...good, tradingSince: '2015-01-01' };

  test('a young firm is not tested for losses, an old one is', () => {
    expect(outcome(good, 'difficulty').result).toBe('met');
    expect(outcome(old, 'difficulty').result).toBe('missing');
  });

  test('losses of exactly half the capital are not more than half', () => {
    const withLosses = (lost: number) => ({
      ...old,
      difficulty: { insolvent: false, capitalMinor: 200, accumulatedLossesMinor: lost },
    });
    expect(outcome(withLosses(100), 'difficulty').result).toBe('met');
    expect(outcome(withLosses(101), 'difficulty').result).toBe('not-met');
  });

  test('insolvency refuses at any age', () => {
    const insolvent = { ...good, difficulty: { ...good.difficulty, insolvent: true } };
    expect(outcome(insolvent, 'difficulty').result).toBe('not-met');
  });

  test('support without a declaration of earlier aid stays undecided', () => {
    const facts = { ...good, subsidy: { ...good.subsidy, declared: false } };
    const overall = overallEligibility(runTests(facts, rules, programme), []);
    expect(overall).toEqual({
      verdict: 'undecided',
      missing: ['Declaration of earlier aid'],
      missingAt: { 'Declaration of earlier aid': 'subsidy-headroom' },
      adviser: [],
    });
  });
});

describe('overall', () => {
  const override: Override = {
    test: 'trading-age',
    reason: 'Re-started after a fire.',
    requestedBy: 'adviser',
    requestedOn: '2025-05-02',
    approvedBy: 'manager',
  };
  const old = runTests(
    {
      ...good,
      tradingSince: '2020-01-01',
      difficulty: { insolvent: false, capitalMinor: 10, accumulatedLossesMinor: 0 },
    },
    rules,
    programme,
  );

  test('a refusal gives the reason with the figures and a way on', () => {
    const refused = overallEligibility(old, []);
    expect(refused).toEqual({
      verdict: 'not-eligible',
      refusal: [
        'Length of trading: Trading since 1 January 2020: 64 full months on 2 May 2025; it must be under 36.',
      ],
      signpost: 'Try the programme for the other stage, through the growth hub.',
    });
  });

  test('an override needs a reason and a second person', () => {
    expect(overallEligibility(old, [override])).toEqual({
      verdict: 'eligible',
      overridden: ['trading-age'],
    });
    for (const weak of [
      { ...override, reason: ' ' },
      { ...override, approvedBy: null },
      { ...override, approvedBy: 'adviser' },
    ]) {
      expect(overallEligibility(old, [weak]).verdict).toBe('not-eligible');
    }
  });

  test('nobody sets the subsidy limit aside', () => {
    expect(overrideProblems({ ...override, test: 'subsidy-headroom' })['test']).toBeDefined();
  });

  test('is eligible exactly when every test is met or set aside', () => {
    const outcomes = fc.constantFrom<TestOutcome>('met', 'not-met', 'needs-adviser', 'missing');
    const tests = fc.constantFrom<EligibilityTest>(...eligibilityTests);
    fc.assert(
      fc.property(
        fc.array(outcomes, { minLength: 11, maxLength: 11 }),
        fc.array(tests),
        (list, names) => {
          const results = eligibilityTests.map((name, at) =>
            testResult(name, list[at] ?? 'met', 'x'),
          );
          const free = new Set<string>(
            names.filter((name) => name !== 'size' && name !== 'subsidy-headroom'),
          );
          const rest = results.filter((each) => !free.has(each.test)).map((each) => each.result);
          const expected = rest.includes('not-met')
            ? 'not-eligible'
            : rest.every((each) => each === 'met')
              ? 'eligible'
              : 'undecided';
          const overrides = names.map((name) => ({ ...override, test: name }));
          expect(overallEligibility(results, overrides).verdict).toBe(expected);
        },
      ),
    );
  });
});
