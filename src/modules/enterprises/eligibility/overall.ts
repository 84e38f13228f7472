import type { CalendarDate } from '../../../kernel/calendar.ts';
import { listWords } from '../../../kernel/text.ts';
import type { ProgrammeGate } from '../../programmes/programme.ts';
import type { RuleSet } from '../../programmes/rule-set.ts';
import { testExcludedSector, testRemit } from './activity.ts';
import { testArea } from './area.ts';
import type { EligibilityFacts } from './facts.ts';
import { testDuplication, testGrowthIntent } from './intent.ts';
import { testDifficulty, testSubsidyHeadroom } from './money-tests.ts';
import { testSize, testSizeBand } from './size-tests.ts';
import { type EligibilityTest, type TestResult, eligibilityTestWords } from './test-result.ts';
import { testBusinessSales, testTradingAge } from './trading.ts';

/** A test set aside: somebody asks with a reason and somebody else agrees. */
export interface Override {
  test: EligibilityTest;
  reason: string;
  requestedBy: string;
  requestedOn: CalendarDate;
  approvedBy: string | null;
}

export type Eligibility =
  | { verdict: 'eligible'; overridden: EligibilityTest[] }
  | { verdict: 'not-eligible'; refusal: string[]; signpost: string }
  | {
      verdict: 'undecided';
      missing: string[];
      /** The test that each missing fact belongs to. */
      missingAt: Readonly<Record<string, EligibilityTest>>;
      adviser: EligibilityTest[];
    };

/** Every named test in the order it is shown. */
export function runTests(
  facts: EligibilityFacts,
  ruleSet: RuleSet,
  programme: ProgrammeGate,
): TestResult[] {
  return [
    testArea(facts, ruleSet, programme),
    testSize(facts, ruleSet),
    testSizeBand(facts, ruleSet, programme),
    testRemit(facts, ruleSet, programme),
    testTradingAge(facts, ruleSet, programme),
    testBusinessSales(facts, ruleSet, programme),
    testExcludedSector(facts, ruleSet),
    testDifficulty(facts, ruleSet),
    testSubsidyHeadroom(facts, ruleSet),
    testDuplication(facts),
    testGrowthIntent(facts),
  ];
}

/** Tests that nobody here may set aside: the funder's limit and the definition of an SME. */
export const notOverridable: ReadonlySet<EligibilityTest> = new Set(['subsidy-headroom', 'size']);

/** Why an override has no effect (yet), by field; empty when it stands. */
export function overrideProblems(override: Override): Record<string, string> {
  const problems: Record<string, string> = {};
  if (notOverridable.has(override.test)) {
    problems['test'] = 'This test follows from law or the funder and cannot be set aside.';
  }
  if (override.reason.trim() === '') problems['reason'] = 'Say why the test may be set aside.';
  if (override.approvedBy === null) {
    problems['approvedBy'] = 'A second person has to agree.';
  } else if (override.approvedBy === override.requestedBy) {
    problems['approvedBy'] = 'The second person cannot be the one who asked.';
  }
  return problems;
}

/**
 * One failed test refuses, with its reasons and a way on; otherwise anything unknown or unjudged leaves the
 * case open. Only overrides without problems count.
 */
export function overallEligibility(
  results: readonly TestResult[],
  overrides: readonly Override[],
): Eligibility {
  const setAside = new Set(
    overrides
      .filter((override) => Object.keys(overrideProblems(override)).length === 0)
      .map((override) => override.test),
  );
  const open = results.filter((each) => each.result !== 'met' && !setAside.has(each.test));
  const failed = open.filter((each) => each.result === 'not-met');
  if (failed.length > 0) {
    return {
      verdict: 'not-eligible',
      refusal: failed.map(
        (each) => `${eligibilityTestWords[each.test]}: ${each.because.at(-1) ?? ''}`,
      ),
      signpost: signpostFor(failed.map((each) => each.test)),
    };
  }
  if (open.length > 0) {
    return {
      verdict: 'undecided',
      missing: [...new Set(open.flatMap((each) => each.missing))],
      missingAt: Object.fromEntries(
        open
          .toReversed()
          .flatMap(({ test, missing }) =>
            missing.map((fact): [string, EligibilityTest] => [fact, test]),
          ),
      ),
      adviser: open.filter((each) => each.result === 'needs-adviser').map((each) => each.test),
    };
  }
  const used = results.filter((each) => each.result !== 'met').map((each) => each.test);
  return { verdict: 'eligible', overridden: used };
}

const ways: Partial<Record<EligibilityTest, string>> = {
  area: 'the growth hub of the area where the enterprise trades',
  size: 'programmes that also take larger firms, and paid advice',
  'size-band': 'programmes that also take larger firms, and paid advice',
  remit: 'general business support of the growth hub',
  'trading-age': 'the programme for the other stage, through the growth hub',
  'excluded-sector': 'the trade body of the sector',
  difficulty: 'a licensed insolvency or debt adviser',
  'subsidy-headroom':
    'support that is not a subsidy, such as workshops paid for or a loan at market terms',
  duplication: 'the programme that already helps',
};

function signpostFor(tests: readonly EligibilityTest[]): string {
  const places = [...new Set(tests.flatMap((test) => ways[test] ?? []))];
  const named = places.length > 0 ? places : ['the growth hub of the area'];
  return `Try ${listWords(named, 'or')}.`;
}
