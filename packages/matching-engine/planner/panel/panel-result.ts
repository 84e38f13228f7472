import type { Sensitivity } from './sensitivity.ts';

export interface Member {
  readonly id: string;
  readonly score: number;
  /** How many needs of which cell of the demand. */
  readonly serves: readonly { readonly cell: number; readonly needs: number }[];
  /** What the panel would lose in value without this member and nobody instead. */
  readonly worth: number;
}

/** Somebody not chosen: the member to give up for them that costs least, and that cost in value. */
export interface RunnerUp {
  readonly id: string;
  readonly instead: string;
  readonly loses: number;
}

export interface Panel {
  readonly chosen: readonly Member[];
  readonly needs: number;
  readonly served: number;
  /** Fit-weighted share of the forecast needs that is covered, 0 to 1. */
  readonly coverage: number;
  /** Mean score of the chosen. */
  readonly quality: number;
  readonly cost: number;
  /** Cells with needs that nobody serves. */
  readonly open: readonly { readonly cell: number; readonly needs: number }[];
  readonly runnersUp: readonly RunnerUp[];
  readonly sensitivity: readonly Sensitivity[];
}
