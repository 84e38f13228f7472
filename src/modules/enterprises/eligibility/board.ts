import { type Eligibility, notOverridable } from './overall.ts';
import type { OverrideRow } from './reads.ts';
import type { TestEntry } from './stored-test-rows.ts';
import {
  type EligibilityTest,
  eligibilityTests,
  type TestOutcome,
  type TestResult,
} from './test-result.ts';

/** One named test as the board shows it. */
export interface BoardLine {
  test: EligibilityTest;
  result: TestOutcome;
  because: string[];
  evidence: string;
  evidenceNeeded: string[];
  /** Who looked at it and when; null when the record alone gave the result. */
  by: string | null;
  on: string | null;
  isSetAside: boolean;
  /** Somebody asked to set it aside and waits for a second person. */
  isAsked: boolean;
  mayBeSetAside: boolean;
}

/** Live results beside what was recorded of them. */
export function boardOf(
  results: readonly TestResult[],
  stored: ReadonlyMap<string, TestEntry>,
  overrides: readonly OverrideRow[],
): BoardLine[] {
  return results.map((result) => {
    const entry = stored.get(result.test);
    return {
      test: result.test,
      result: result.result,
      because: result.because,
      evidence: entry?.evidence ?? '',
      evidenceNeeded: result.evidenceNeeded,
      by: entry?.decidedByName ?? null,
      on: entry?.decidedOn ?? null,
      ...overrideFlags(result.test, result.result, overrides),
    };
  });
}

/** The results as they were when it was decided. */
export function storedBoardOf(
  stored: ReadonlyMap<string, TestEntry>,
  overrides: readonly OverrideRow[],
): BoardLine[] {
  return eligibilityTests.flatMap((test): BoardLine[] => {
    const entry = stored.get(test);
    if (!entry) return [];
    const result = entry.result as TestOutcome;
    return [
      {
        test,
        result,
        because: entry.because.split('\n'),
        evidence: entry.evidence,
        evidenceNeeded: [],
        by: entry.decidedByName,
        on: entry.decidedOn,
        ...overrideFlags(test, result, overrides),
        mayBeSetAside: false,
      },
    ];
  });
}

/** What a refusal letter starts from: the reasons and the way on. */
export function refusalDraft(overall: Eligibility): { refusal: string; signpost: string } {
  if (overall.verdict !== 'not-eligible') return { refusal: '', signpost: '' };
  return { refusal: overall.refusal.join('\n'), signpost: overall.signpost };
}

function overrideFlags(
  test: EligibilityTest,
  result: TestOutcome,
  overrides: readonly OverrideRow[],
) {
  const open = overrides.find((row) => row.test === test && !row.isRefused);
  return {
    isSetAside: open !== undefined && open.approvedBy !== null && result !== 'met',
    isAsked: open !== undefined && open.approvedBy === null,
    mayBeSetAside: open === undefined && result !== 'met' && !notOverridable.has(test),
  };
}
