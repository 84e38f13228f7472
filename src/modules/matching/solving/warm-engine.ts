import { Market } from '../../../../packages/matching-engine/src/market.ts';
import type { MatchInput } from '../../../../packages/matching-engine/src/problem.ts';

/** A seeded instance of the size of a usual programme: the same each time. */
function usualInput(): MatchInput {
  let state = 1;
  const below = (limit: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
  const mentors = Array.from({ length: 20 }, (_, at) => ({ id: `m${at}`, places: 1 + below(6) }));
  const needs = Array.from({ length: 100 }, (_, at) => ({
    id: `n${at}`,
    unmatchedPenalty: 10_000 + below(3600),
    pairs: mentors
      .filter(() => below(3) > 0)
      .map((mentor) => ({ mentor: mentor.id, fit: below(10_000) })),
  }));
  return { needs, mentors, salt: 'warm' };
}

const fewNeeds = 10;

/**
 * Solves a small instance a few times, so that the compiler has seen the engine before the first adviser opens the
 * match desk. Takes a fraction of a second, and gives how many needs were served.
 */
export function warmEngine(): number {
  const input = usualInput();
  let served = 0;
  for (let round = 0; round < 5; round += 1) {
    const market = new Market(input);
    const { assigned } = market.snapshot();
    for (const { need } of assigned) market.runnerUp(need);
    market.recruit(
      input.needs.slice(0, fewNeeds).map((need) => ({ need: need.id, fit: 9000 })),
      2,
    );
    served = assigned.length;
  }
  return served;
}
