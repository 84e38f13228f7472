import { type Graph, emptyGraph } from '../src/graph.ts';
import type { MatchInput } from '../src/problem.ts';
import { seeded } from '../src/test/instances.ts';

export interface Shape {
  name: string;
  needs: number;
  mentors: number;
  /** Pairs per need. */
  pairs: number;
  /** Needs per place: above 1 places are scarce. */
  fill: number;
}

/** Seeded problems: some mentors are better for everybody, as they are. */
export function graphOfShape({ needs, mentors, pairs, fill }: Shape): Graph {
  const random = seeded(needs + mentors);
  const graph = emptyGraph(needs, mentors, needs * pairs);
  const quality = Array.from({ length: mentors }, () => random(3_000));
  const seen = new Int32Array(mentors).fill(-1);
  let arc = 0;
  for (let i = 0; i < needs; i += 1) {
    graph.start[i] = arc;
    graph.rest[i] = -3_000;
    for (let chosen = 0; chosen < pairs;) {
      const j = random(mentors);
      if (seen[j] === i) continue;
      seen[j] = i;
      graph.mentorOf[arc + chosen] = j;
      chosen += 1;
    }
    graph.mentorOf.subarray(arc, arc + pairs).sort();
    for (const to = arc + pairs; arc < to; arc += 1) {
      graph.weight[arc] = (quality[graph.mentorOf[arc] ?? 0] ?? 0) + random(7_001);
    }
    graph.end[i] = arc;
  }
  for (let place = 0; place < needs / fill; place += 1) {
    const j = random(mentors);
    graph.most[j] = (graph.most[j] ?? 0) + 1;
  }
  return graph;
}

/** The same as names and lists, as a caller gives it. */
export function inputOf(graph: Graph): MatchInput {
  return {
    needs: Array.from({ length: graph.needs }, (_, i) => ({
      id: `n${i}`,
      unmatchedPenalty: 0 - (graph.rest[i] ?? 0),
      pairs: Array.from(graph.mentorOf.subarray(graph.start[i], graph.end[i]), (j, index) => ({
        mentor: `m${j}`,
        fit: graph.weight[(graph.start[i] ?? 0) + index] ?? 0,
      })),
    })),
    mentors: Array.from({ length: graph.mentors }, (_, j) => ({
      id: `m${j}`,
      places: graph.most[j] ?? 0,
    })),
  };
}
