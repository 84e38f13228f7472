import { type AuctionResult, auction } from './auction.ts';
import { Flow, absent, resting } from './flow.ts';
import type { Graph } from './graph.ts';

/** From so many needs on an auction finds the first prices; below, chains alone are quicker. */
export const auctionFrom = 500;
export type Start = 'paths' | 'auction';

/** How a graph of this size is solved when nobody says otherwise. */
export function startOf(graph: Graph): Start {
  return graph.needs < auctionFrom ? 'paths' : 'auction';
}

/**
 * The best assignment over all pairs, exactly, with optimal prices and values. `start` picks the way there, not the
 * answer's worth. Worst case O(needs × pairs × log); in practice nearly linear in the pairs.
 */
export function solve(graph: Graph, start: Start = startOf(graph)): Flow {
  const flow = new Flow(graph);
  closePlaceless(flow);
  if (start === 'auction') attach(flow, auction(graph));
  for (let i = 0; i < graph.needs; i += 1) if (flow.at[i] === absent) flow.insert(i);
  for (let j = 0; j < graph.mentors; j += 1) flow.settle(j);
  return flow;
}

/** A mentor without places starts at a price that nobody pays, so that no search goes there. */
function closePlaceless(flow: Flow): void {
  const { graph } = flow;
  for (let i = 0; i < graph.needs; i += 1) {
    for (let arc = graph.start[i]!; arc < graph.end[i]!; arc += 1) {
      const j = graph.mentorOf[arc]!;
      if (graph.most[j] !== 0) continue;
      const floor = Number.isFinite(graph.rest[i]!) ? graph.rest[i]! : 0;
      flow.price[j] = Math.max(flow.price[j]!, graph.weight[arc]! - floor);
    }
  }
}

/** Takes over prices, and of the pairs those that are tight at them. */
function attach(flow: Flow, found: AuctionResult): void {
  const { graph } = flow;
  const { needs: n, start, end, mentorOf, weight, rest, most } = graph;
  for (let j = 0; j < graph.mentors; j += 1) if (most[j]! > 0) flow.price[j] = found.price[j]!;
  for (let i = 0; i < n; i += 1) flow.value[i] = flow.bestValue(i);
  const isTight = (i: number, arc: number) =>
    weight[arc]! - flow.price[mentorOf[arc]!]! === flow.value[i];
  for (let i = 0; i < n; i += 1) {
    const arc = found.arc[i]!;
    if (arc < 0) {
      if (flow.value[i] === rest[i]) flow.lift(i, resting);
      continue;
    }
    if (isTight(i, arc) && flow.count[mentorOf[arc]!]! < most[mentorOf[arc]!]!) flow.place(i, arc);
  }
  for (let i = 0; i < n; i += 1) {
    if (flow.at[i] !== absent) continue;
    for (let arc = start[i]!; arc < end[i]!; arc += 1) {
      const j = mentorOf[arc]!;
      if (flow.count[j]! >= most[j]! || !isTight(i, arc)) continue;
      flow.place(i, arc);
      break;
    }
    if (flow.at[i] === absent && flow.value[i] === rest[i]) flow.lift(i, resting);
  }
  for (let j = 0; j < graph.mentors; j += 1) flow.settle(j);
}
