import { match } from '../../../../packages/matching-engine/src/match.ts';
import type { MatchInput, MatchResult } from '../../../../packages/matching-engine/src/problem.ts';
import type { Dimension, FairnessCase, FairnessReport } from './fairness.ts';

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

export interface GroupPrice extends FairnessPrice {
  dimension: Dimension;
  group: string;
}

/** So many pairs are solved some twenty times for a group while a page waits. */
const mostPairs = 20_000;

/** So many groups, the least served first. */
const mostGroups = 6;

/**
 * For each group that is told and was served less than all firms: what serving it as much would have cost. Null where
 * the allocation is too large for that.
 */
export function pricesOfFairness(
  input: MatchInput,
  now: MatchResult,
  cases: readonly FairnessCase[],
  report: FairnessReport,
): GroupPrice[] | null {
  if (input.needs.reduce((sum, need) => sum + need.pairs.length, 0) > mostPairs) return null;
  const share = report.all.served;
  if (share === null) return [];
  return report.dimensions
    .flatMap(({ dimension, lines }) => lines.map((line) => ({ dimension, line })))
    .filter(({ line }) => line.served !== null && line.served < share)
    .toSorted((a, b) => (a.line.served ?? 0) - (b.line.served ?? 0))
    .slice(0, mostGroups)
    .flatMap(({ dimension, line }) => {
      const group = new Set(
        cases.filter((each) => each.group[dimension] === line.group).map((each) => each.needId),
      );
      const floor = Math.round(share * group.size);
      const price = priceOfFloor(input, now, group, floor);
      return price.before >= floor ? [] : [{ ...price, dimension, group: line.group }];
    });
}
