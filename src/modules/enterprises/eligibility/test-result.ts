import type { CalendarDate } from '../../../kernel/calendar.ts';

export const eligibilityTests = [
  'area',
  'size',
  'size-band',
  'remit',
  'trading-age',
  'business-sales',
  'excluded-sector',
  'difficulty',
  'subsidy-headroom',
  'duplication',
  'growth-intent',
] as const;

export type EligibilityTest = (typeof eligibilityTests)[number];

export const eligibilityTestWords: Record<EligibilityTest, string> = {
  area: 'Trades in the area',
  size: 'Small or medium-sized enterprise',
  'size-band': 'Size that this programme takes',
  remit: 'In the remit of the programme',
  'trading-age': 'Length of trading',
  'business-sales': 'Sells to other businesses',
  'excluded-sector': 'Not in an excluded sector',
  difficulty: 'Not an undertaking in difficulty',
  'subsidy-headroom': 'Room under the subsidy limit',
  duplication: 'No other programme doing the same',
  'growth-intent': 'Means to grow',
};

/** `missing`: a fact is not known; `needs-adviser`: facts are known but a person has to judge them. */
export type TestOutcome = 'met' | 'not-met' | 'needs-adviser' | 'missing';

export const testOutcomeWords: Record<TestOutcome, string> = {
  met: 'Met',
  'not-met': 'Not met',
  'needs-adviser': 'Adviser to decide',
  missing: 'Not known yet',
};

export interface TestResult {
  test: EligibilityTest;
  result: TestOutcome;
  /** Sentences with the arithmetic, in the order they are shown. */
  because: string[];
  evidenceNeeded: string[];
  missing: string[];
}

/** A person's judgement on something that data alone must not decide. */
export interface Judgement {
  accepted: boolean;
  reason: string;
  by: string;
  on: CalendarDate;
}

interface Extra {
  evidence?: string[];
  missing?: string[];
}

/** A result with its sentences; evidence and missing facts default to none. */
export function testResult(
  test: EligibilityTest,
  result: TestOutcome,
  because: string | string[],
  { evidence = [], missing = [] }: Extra = {},
): TestResult {
  return {
    test,
    result,
    because: typeof because === 'string' ? [because] : because,
    evidenceNeeded: evidence,
    missing,
  };
}
