import type { FrontierResult } from './frontier.ts';

export interface Supported {
  readonly id: string;
  readonly level: string;
  readonly value: number;
  readonly cost: number;
  readonly paid: readonly { readonly pot: string; readonly amount: number }[];
}

export interface ScenarioPlan {
  readonly id: string;
  readonly value: number;
  readonly cost: number;
  readonly enterprises: readonly Supported[];
  readonly pots: readonly { readonly id: string; readonly holds: number; readonly pays: number }[];
}

/** Whether an enterprise is supported whatever comes, and if not, from which scenario on. */
export interface Standing {
  readonly id: string;
  readonly when: 'always' | 'depends' | 'never';
  readonly from: string | null;
  /** On the frontier: the amount from which on the enterprise is supported at every step; null for none. */
  readonly fromAmount: number | null;
}

export interface Portfolio {
  readonly scenarios: readonly ScenarioPlan[];
  readonly standing: readonly Standing[];
  readonly frontier: FrontierResult | null;
}
