import { match } from './match.ts';
import type { MatchInput, Points } from './problem.ts';

/** Meetings after which loyalty grows no more. */
const mostMeetings = 12;

/**
 * Loyalty of a pair that has met: σ for a pair that has not yet, half as much again for each two meetings, at most
 * four times σ. Re-matched pairs do worse (matching evidence in the README), the more so the longer they worked.
 */
export function loyaltyOf(sigma: Points, meetings: number): Points {
  return Math.round((sigma * (4 + Math.min(meetings, mostMeetings))) / 4);
}

export interface LoyaltyPoint {
  loyalty: Points;
  /** Existing pairs that do not stay. */
  moved: number;
  /** Fit lost against deciding without loyalty. */
  lost: Points;
  objective: Points;
}

/** The input with σ for every existing pair that is not pinned. */
export function withLoyalty(input: MatchInput, sigma: Points): MatchInput {
  const existing = (input.existing ?? []).map((pair) =>
    pair.loyalty === 'pinned' ? pair : { ...pair, loyalty: loyaltyOf(sigma, pair.meetings ?? 0) },
  );
  return { ...input, existing };
}

/**
 * What keeping people together costs: for each σ the pairs that would still move and the fit lost. Moves fall and loss
 * rises weakly with σ. One solve per step and one at σ = 0.
 */
export function loyaltyCurve(input: MatchInput, steps: readonly Points[]): LoyaltyPoint[] {
  const free = match(withLoyalty(input, 0)).objective;
  return steps.map((loyalty) => {
    const result = match(withLoyalty(input, loyalty));
    return {
      loyalty,
      moved: result.stats.moved,
      lost: free - result.objective,
      objective: result.objective,
    };
  });
}
