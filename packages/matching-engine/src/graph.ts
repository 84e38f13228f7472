import { type MatchInput, InputError } from './problem.ts';

/**
 * The problem as numbers. Needs 0..n−1, mentors 0..m−1; need i has the arcs `start[i]` to `end[i]` − 1 of `mentorOf`
 * and `weight`. `rest[i]` is the value of leaving need i without a mentor (−penalty; −∞ where it must be served).
 * `most[j]` places, of which `least[j]` must be filled; `step[j]` > 0 makes the k-th place cost step × (2k − 1).
 */
export interface Graph {
  needs: number;
  mentors: number;
  start: Int32Array;
  end: Int32Array;
  mentorOf: Int32Array;
  weight: Float64Array;
  rest: Float64Array;
  most: Int32Array;
  least: Int32Array;
  step: Float64Array;
}

/** A graph with the names behind its numbers; needs and mentors stand in the order of their ids. */
export interface NamedGraph {
  graph: Graph;
  needIds: string[];
  mentorIds: string[];
  needIndex: Map<string, number>;
  mentorIndex: Map<string, number>;
  /** Fit per arc without loyalty; the graph's own weights where there is none. */
  fit: Float64Array;
  /** Per need its existing mentor, −1 without one; and whether that pair is pinned. */
  existing: Int32Array;
  pinned: Uint8Array;
  /** The largest weight or penalty, below zero or above. */
  largest: number;
}

/** Sums stay exact below this. */
const exactLimit = 2 ** 53;

/**
 * Builds the graph in an order that depends on ids only, so that the order of the input cannot matter. O(pairs log).
 * @throws InputError on unknown or double ids, double pairs, too many pinned pairs, or sums beyond 2^53.
 */
export function graphOf(input: MatchInput): NamedGraph {
  const mentorIndex = indexOf(input.mentors, 'mentors');
  const needIndex = indexOf(input.needs, 'needs');
  const n = needIndex.size;
  const m = mentorIndex.size;
  const byId = new Int32Array(n);
  for (const [position, need] of input.needs.entries()) byId[needIndex.get(need.id)!] = position;
  let pairs = 0;
  for (const need of input.needs) pairs += need.pairs.length;
  const graph = emptyGraph(n, m, pairs);
  for (const mentor of input.mentors) {
    graph.most[mentorIndex.get(mentor.id)!] = Math.min(mentor.places, n);
  }
  let arc = 0;
  const seen = new Int32Array(m).fill(-1);
  for (let i = 0; i < n; i += 1) {
    const position = byId[i]!;
    const need = input.needs[position]!;
    graph.start[i] = arc;
    graph.rest[i] = -need.unmatchedPenalty;
    for (const [index, pair] of need.pairs.entries()) {
      const j = mentorIndex.get(pair.mentor);
      if (j === undefined) {
        throw new InputError(`needs[${position}].pairs[${index}]`, `no mentor ${pair.mentor}`);
      }
      if (seen[j] === i) {
        throw new InputError(`needs[${position}].pairs[${index}]`, `${pair.mentor} stands twice`);
      }
      seen[j] = i;
      graph.mentorOf[arc] = j;
      graph.weight[arc] = pair.fit;
      arc += 1;
    }
    graph.end[i] = arc;
    sortArcs(graph, i);
  }
  const named: NamedGraph = {
    graph,
    needIds: [...needIndex.keys()],
    mentorIds: [...mentorIndex.keys()],
    needIndex,
    mentorIndex,
    fit: graph.weight,
    existing: new Int32Array(n).fill(-1),
    pinned: new Uint8Array(n),
    largest: 0,
  };
  if (input.existing && input.existing.length > 0) addExisting(named, input);
  named.largest = guardPoints(graph, 0, n, 0);
  return named;
}

/** A graph of the given size without arcs; `arcs` is room, not content. */
export function emptyGraph(needs: number, mentors: number, arcs: number): Graph {
  return {
    needs,
    mentors,
    start: new Int32Array(needs),
    end: new Int32Array(needs),
    mentorOf: new Int32Array(arcs),
    weight: new Float64Array(arcs),
    rest: new Float64Array(needs),
    most: new Int32Array(mentors),
    least: new Int32Array(mentors),
    step: new Float64Array(mentors),
  };
}

/**
 * Refuses weights whose sums could leave the whole numbers that a double holds exactly; gives the largest so far.
 * No price exceeds the largest weight plus the largest penalty, and at most one place per need is priced.
 */
export function guardPoints(graph: Graph, from: number, to: number, before: number): number {
  let largest = before;
  for (let i = from; i < to; i += 1) {
    if (Number.isFinite(graph.rest[i]!)) largest = Math.max(largest, Math.abs(graph.rest[i]!));
    for (let arc = graph.start[i]!; arc < graph.end[i]!; arc += 1) {
      largest = Math.max(largest, Math.abs(graph.weight[arc]!));
    }
  }
  if (largest * 8 * (graph.needs + 16) >= exactLimit) {
    throw new InputError('', 'The points are too large: their sum could not be held exactly.');
  }
  return largest;
}

function indexOf(list: readonly { id: string }[], at: string): Map<string, number> {
  const index = new Map<string, number>();
  for (const id of list.map((each) => each.id).toSorted()) {
    if (index.has(id)) throw new InputError(at, `${id} stands twice`);
    index.set(id, index.size);
  }
  return index;
}

function sortArcs(graph: Graph, need: number): void {
  const from = graph.start[need]!;
  const to = graph.end[need]!;
  let sorted = true;
  for (let arc = from + 1; arc < to && sorted; arc += 1) {
    sorted = graph.mentorOf[arc - 1]! < graph.mentorOf[arc]!;
  }
  if (sorted) return;
  const order = Array.from({ length: to - from }, (_, index) => from + index).toSorted(
    (a, b) => graph.mentorOf[a]! - graph.mentorOf[b]!,
  );
  const mentors = order.map((arc) => graph.mentorOf[arc]!);
  const weights = order.map((arc) => graph.weight[arc]!);
  graph.mentorOf.set(mentors, from);
  graph.weight.set(weights, from);
}

function addExisting(named: NamedGraph, input: MatchInput): void {
  const { graph, needIndex, mentorIndex } = named;
  named.fit = graph.weight.slice();
  const pinnedAt = new Int32Array(graph.mentors);
  for (const [position, pair] of (input.existing ?? []).entries()) {
    const at = `existing[${position}]`;
    const i = needIndex.get(pair.need);
    const j = mentorIndex.get(pair.mentor);
    if (i === undefined) throw new InputError(at, `no need ${pair.need}`);
    if (j === undefined) throw new InputError(at, `no mentor ${pair.mentor}`);
    if (named.existing[i] !== -1) throw new InputError(at, `${pair.need} stands twice`);
    named.existing[i] = j;
    const arc = arcBetween(graph, i, j);
    if (pair.loyalty !== 'pinned') {
      if (arc >= 0) graph.weight[arc]! += pair.loyalty;
      continue;
    }
    if (arc < 0) throw new InputError(at, `a pinned pair must be among the pairs of ${pair.need}`);
    pinnedAt[j]! += 1;
    if (pinnedAt[j]! > graph.most[j]!) {
      throw new InputError(at, `${pair.mentor} has fewer places than pinned pairs`);
    }
    named.pinned[i] = 1;
    pinNeed(graph, i, arc);
  }
}

/** Leaves need i one arc and no rest, so that every solution holds the pair. */
export function pinNeed(graph: Graph, need: number, arc: number): void {
  graph.start[need] = arc;
  graph.end[need] = arc + 1;
  graph.rest[need] = -Infinity;
}

/** The arc of a pair, −1 when there is none. Arcs of a need are in the order of mentors. O(log arcs). */
export function arcBetween(graph: Graph, need: number, mentor: number): number {
  let low = graph.start[need]!;
  let high = graph.end[need]! - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = graph.mentorOf[middle]!;
    if (at === mentor) return middle;
    if (at < mentor) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
