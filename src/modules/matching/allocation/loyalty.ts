import { loyaltyCurve } from '../../../../packages/matching-engine/src/loyalty.ts';
import { loyaltySteps, type Wishes } from './allocation.ts';
import type { Desk } from './desk.ts';
import { inputOf } from './proposal.ts';

/** So much loyalty that no match moves. */
const never = 10_000_000;

export interface LoyaltyStep {
  /** Points of the step; null where every existing match stays. */
  points: number | null;
  /** Existing matches that would get another mentor. */
  moved: number;
  /** Points of fit lost against letting everybody move freely. */
  lost: number;
}

/** What each step of the slider would bring: people disturbed against fit lost. */
export function loyaltyStepsOf(desk: Desk, wishes: Wishes, salt: string): LoyaltyStep[] {
  const { input } = inputOf(desk, { ...wishes, loyalty: 0 }, salt);
  const steps = loyaltySteps.map((points) => ({ points, loyalty: points ?? never }));
  const curve = loyaltyCurve(
    input,
    steps.map((step) => step.loyalty),
  );
  return steps.map(({ points }, at) => ({
    points,
    moved: curve[at]?.moved ?? 0,
    lost: curve[at]?.lost ?? 0,
  }));
}
