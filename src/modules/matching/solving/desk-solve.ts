import type { DeskLine } from '../allocation/desk-lines.ts';
import type { Dropped, Totals } from '../allocation/proposal.ts';
import type { Advice } from '../scarcity/scarcity.ts';
import type { MatchWeights } from '../weights.ts';

export const solveStates = ['waiting', 'working', 'done', 'failed'] as const;
export type SolveState = (typeof solveStates)[number];

/** What a solve does one after the other. */
export const solveStages = ['reading', 'scoring', 'solving', 'explaining', 'further'] as const;
export type SolveStage = (typeof solveStages)[number];

export const solveStageWords: Record<SolveStage, string> = {
  reading: 'Reading needs and mentors',
  scoring: 'Scoring every pair',
  solving: 'Finding the best whole, and proving it',
  explaining: 'Working out reasons and runners-up',
  further: 'Working out whom to recruit',
};

/** Where each stage begins and ends, in percent of the time of a large programme. */
const spans: Record<SolveStage, readonly [from: number, to: number]> = {
  reading: [0, 5],
  scoring: [5, 12],
  solving: [12, 20],
  explaining: [20, 58],
  further: [58, 99],
};

export interface SolveProgress {
  stage: SolveStage;
  /** 0 to 100 of the whole. */
  percent: number;
}

/** How far the whole is when a stage is done by this share, 0 to 1. */
export function progressAt(stage: SolveStage, share: number): SolveProgress {
  const [from, to] = spans[stage];
  const within = Math.max(0, Math.min(1, share));
  return { stage, percent: Math.round(from + (to - from) * within) };
}

/** Pairs of a need and a mentor that are scored and solved while a page waits; a number of ours. */
export const mostPairsWhileWaiting = 60_000;

/** What the pages show of a solve. */
export interface Shown {
  lines: readonly DeskLine[];
  totals: Totals;
  dropped: readonly Dropped[];
  isProved: boolean;
  weights: MatchWeights;
  weightsVersion: number;
  /** In the order of the kept totals. */
  needIds: readonly string[];
  mentors: readonly SolvedMentor[];
  advice: Advice;
}

export interface SolvedMentor {
  id: string;
  name: string;
  /** Free for this run when it was solved. */
  places: number;
  proposed: number;
  /** What one more place is worth, in points. */
  price: number;
}

/**
 * Whether a solve knows every step of the draft: it is of the same version, or neither has a step. Offers made since
 * do not matter: a need that is held gets no letter.
 */
export function knowsDraft(
  solve: { allocationId: string | null; allocationVersion: number | null },
  draft: { id: string; version: number } | null,
  steps: number,
): boolean {
  if (solve.allocationId === null) return steps === 0;
  return solve.allocationId === draft?.id && solve.allocationVersion === draft.version;
}

/** The kind of job that works a solve out. */
export const solveDeskJobName = 'solve-desk';
