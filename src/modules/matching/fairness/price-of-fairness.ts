import { match } from '../../../../packages/matching-engine/src/match.ts';
import type { MatchInput, MatchResult } from '../../../../packages/matching-engine/src/problem.ts';

/** What it would cost the whole to serve more of one group. */
export interface FairnessPrice {
  /** Needs of the group, served now, and served with the floor. */
  needs: number;
  before: number;
  after: number;
  /** Whether the floor was reached; otherwise `after` is the most that can be served. */
  isReached: boolean;
  /** Points of the whole that are lost, 0 or more. */
  loss: number;
  /** Needs outside the group that would lose their mentor, less those that would gain one. */
  othersFewer: number;
}

/** More weight than any other need could have. */
const most = 1 << 20;

/**
 * The least loss of the whole for which at least `floor` needs of a group are served. A bonus for serving the group is
 * raised until that many are; the best whole for a bonus is the best of all that serve as many, so the loss is exact
 * for `after`. About twenty solves.
 */
export function priceOfFloor(
  input: MatchInput,
  now: MatchResult,
  group: ReadonlySet<string>,
  floor: number,
): FairnessPrice {
  const served = (result: MatchResult) => result.assigned.filter((pair) => group.has(pair.need));
  const others = (result: MatchResult) => result.assigned.length - served(result).length;
  const withBonus = (bonus: number): MatchResult =>
    match({
      ...input,
      needs: input.needs.map((need) =>
        group.has(need.id) ? { ...need, unmatchedPenalty: need.unmatchedPenalty + bonus } : need,
      ),
    });
  const needs = input.needs.filter((need) => group.has(need.id)).length;
  const before = served(now).length;
  let best = now;
  if (before < floor) {
    let low = 0;
    let high = most;
    best = withBonus(high);
    if (served(best).length >= floor) {
      while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        const tried = withBonus(middle);
        if (served(tried).length >= floor) {
          high = middle;
          best = tried;
        } else {
          low = middle;
        }
      }
    }
  }
  return {
    needs,
    before,
    after: served(best).length,
    isReached: served(best).length >= floor,
    loss: objectiveFor(input, now) - objectiveFor(input, best),
    othersFewer: others(now) - others(best),
  };
}

/** Σ fit of assigned − Σ penalty of the rest, by the penalties of the input as it is. */
function objectiveFor(input: MatchInput, result: MatchResult): number {
  const served = new Map(result.assigned.map((pair) => [pair.need, pair.fit]));
  return input.needs.reduce(
    (sum, need) => sum + (served.get(need.id) ?? -need.unmatchedPenalty),
    0,
  );
}
