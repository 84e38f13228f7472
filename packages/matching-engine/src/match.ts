import type { Flow } from './flow.ts';
import { type NamedGraph, graphOf } from './graph.ts';
import { hashText } from './hash.ts';
import { hashInput } from './input-hash.ts';
import type { MatchInput, MatchResult } from './problem.ts';
import { lowerPrices } from './smallest-prices.ts';
import { solve, startOf } from './solve.ts';
import { type Level, breakTies } from './tie-break.ts';

/**
 * The best whole allocation of needs to mentors, with the prices that prove it. Deterministic: the same data in any
 * order gives the same pairs, decided by `salt` where all else is equal.
 * @throws InputError on an input that cannot be solved.
 */
export function match(input: MatchInput): MatchResult {
  const named = graphOf(input);
  const flow = solve(named.graph);
  return resultOf(named, flow, input, settleTies(named, flow, input.salt));
}

/** Lowers the prices to the smallest and decides between equal allocations. */
export function settleTies(named: NamedGraph, flow: Flow, salt = ''): Level[] {
  lowerPrices(flow);
  const seed = hashText(salt);
  const hashes = (ids: readonly string[]) => Int32Array.from(ids, (id) => hashText(id, seed));
  return breakTies(flow, {
    existing: named.existing,
    needHash: hashes(named.needIds),
    mentorHash: hashes(named.mentorIds),
  });
}

/** The result in names, with its certificate. */
export function resultOf(
  named: NamedGraph,
  flow: Flow,
  input: MatchInput,
  levels: Level[],
): MatchResult {
  const { graph, needIds, mentorIds, fit, existing } = named;
  const assigned: MatchResult['assigned'] = [];
  const unmatched: string[] = [];
  let objective = 0;
  let primal = 0;
  let dual = 0;
  let moved = 0;
  for (const [i, need] of needIds.entries()) {
    const arc = flow.arcAt[i]!;
    dual += flow.value[i]!;
    if (existing[i]! >= 0 && flow.at[i] !== existing[i]) moved += 1;
    if (arc < 0) {
      unmatched.push(need);
      objective += graph.rest[i]!;
      primal += graph.rest[i]!;
    } else {
      assigned.push({ need, mentor: mentorIds[flow.at[i]!]!, fit: fit[arc]! });
      objective += fit[arc]!;
      primal += graph.weight[arc]!;
    }
  }
  for (let j = 0; j < graph.mentors; j += 1) dual += flow.price[j]! * graph.most[j]!;
  if (primal !== dual) throw new Error(`The proof does not close: ${primal} against ${dual}.`);
  return {
    objective,
    assigned,
    unmatched,
    prices: Object.fromEntries(mentorIds.map((id, j) => [id, flow.price[j]!])),
    values: Object.fromEntries(needIds.map((id, i) => [id, flow.value[i]! + 0])),
    certificate: {
      format: 1,
      primal: String(primal),
      dual: String(dual),
      inputHash: hashInput(input),
      allPairs: true,
    },
    stats: {
      needs: graph.needs,
      mentors: graph.mentors,
      pairs: input.needs.reduce((sum, need) => sum + need.pairs.length, 0),
      start: startOf(graph),
      moved,
      levels,
    },
  };
}
