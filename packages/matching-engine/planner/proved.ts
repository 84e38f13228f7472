import type { Rule } from './model.ts';
import type { Progress, Solved, Solver } from './solver.ts';

/** What to plan, how exactly, and for how long at most. */
export interface PlanJob<I> {
  readonly input: I;
  /** Stop when the answer is proved to be within this share of the best, such as 0.005. */
  readonly gap: number;
  /** Hard limit of the solving, in milliseconds; a conflict or a frontier may take as long again. */
  readonly wallMs: number;
  /** Ends early with the best that is known. */
  readonly signal?: AbortSignal;
  onProgress?(progress: Progress): void;
  /** Another solver than the shared one. */
  readonly solver?: Solver;
}

/** A rule to relax, and by how much in the rule's own unit. */
export interface Repair extends Rule {
  readonly by: number;
}

/** Why there is no answer. */
export interface Conflict {
  /** Rules that cannot all hold; without any one of them the others can. */
  readonly rules: readonly Rule[];
  /** The fewest rules to relax so that an answer exists; null when time was over before it was known. */
  readonly repair: readonly Repair[] | null;
}

export type ProofStatus = 'optimal' | 'withinGap' | 'timeout' | 'infeasible';

export interface Proved<R> {
  readonly status: ProofStatus;
  /** Null when it is infeasible, or when time was over before any answer. */
  readonly result: R | null;
  /** Value of the result. */
  readonly value: number | null;
  /** No answer is worth more. Null when nothing was proved. */
  readonly bound: number | null;
  /** (bound − value) as a share of the value; null when nothing was proved. */
  readonly gap: number | null;
  readonly conflict?: Conflict;
}

/** Rounding noise of a solver that works in doubles. */
const noise = 1e-6;

/**
 * What is proved of an answer worth `value`, recomputed from the answer itself. With whole values the bound is
 * rounded down, which may close the gap.
 */
export function proofOf(
  solved: Solved,
  value: number,
  isWhole: boolean,
): { status: ProofStatus; value: number; bound: number | null; gap: number | null } {
  if (!Number.isFinite(solved.bound)) return { status: 'timeout', value, bound: null, gap: null };
  const size = Math.max(1, Math.abs(solved.bound));
  const whole = Math.floor(solved.bound + noise * size);
  const bound = Math.max(value, isWhole ? whole : steady(solved.bound));
  const gap = steady((bound - value) / Math.max(1, Math.abs(value)));
  const isExact = bound - value <= noise * size;
  if (isExact) return { status: 'optimal', value, bound: value, gap: 0 };
  return { status: solved.end === 'solved' ? 'withinGap' : 'timeout', value, bound, gap };
}

/** Nine digits: what is printed does not depend on the last bits. */
export function steady(value: number): number {
  return Number(value.toPrecision(9));
}

/** Ends when the time is over, or earlier by the signal. */
export function within(wallMs: number, signal?: AbortSignal): AbortSignal {
  const limit = AbortSignal.timeout(wallMs);
  return signal === undefined ? limit : AbortSignal.any([signal, limit]);
}

/** A yes or no of the solver, which comes as 0.9999999. @throws when it is neither. */
export function isYes(value: number): boolean {
  if (Math.abs(value - Math.round(value)) > 1e-4) {
    throw new Error(`The solver answered ${value} where only 0 or 1 makes sense.`);
  }
  return Math.round(value) === 1;
}
