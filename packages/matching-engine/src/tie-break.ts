import { Flow, absent, resting } from './flow.ts';
import { type Graph, emptyGraph } from './graph.ts';
import { hashPair } from './hash.ts';

export type Level = 'moves' | 'served' | 'balance' | 'hash';

/** What the levels after the first look at, per need and mentor of the graph. */
export interface TieInput {
  /** Existing mentor per need, −1 without one. */
  existing: Int32Array;
  needHash: Int32Array;
  mentorHash: Int32Array;
}

/** So many hashes are tried before two allocations count as indistinguishable. */
const mostHashes = 8;

/**
 * Among all allocations of the same total picks one by rules that do not know the order of the input: fewest moved
 * pairs, then most needs served, then the most even load, then a hash of the ids. By complementary slackness the equally good allocations are
 * those that use only tight arcs, keep needs above their rest served and priced places filled; each level is solved
 * on that face with the same engine, and only where cycles of tight arcs leave a choice. The prices stay proved.
 */
export function breakTies(flow: Flow, input: TieInput): Level[] {
  const used: Level[] = [];
  let face = faceOf(flow);
  const levels: Level[] = ['moves', 'served', 'balance'];
  for (let hash = 0; hash < mostHashes; hash += 1) levels.push('hash');
  let round = 0;
  for (const level of levels) {
    if (level === 'moves' && !input.existing.some((j) => j >= 0)) continue;
    const open = openPart(face);
    if (!open) break;
    if (level === 'served' && !open.graph.rest.some((rest) => rest === 0)) continue;
    if (!used.includes(level)) used.push(level);
    const { graph } = open;
    graph.weight.fill(0);
    graph.step.fill(0);
    if (level === 'balance') {
      // Σ load² ÷ places, in thousandths: the k-th place costs (2k − 1) ÷ places.
      for (let j = 0; j < graph.mentors; j += 1) {
        graph.step[j] = Math.ceil(1_000 / Math.max(1, flow.graph.most[open.mentors[j]!]!));
      }
    } else {
      weigh(open, (i, j) =>
        level === 'served'
          ? 1
          : level === 'moves'
            ? Number(input.existing[i] === j)
            : hashPair(input.needHash[i]!, input.mentorHash[j]!, round),
      );
      if (level === 'hash') round += 1;
    }
    const solved = solveFace(open, level === 'balance');
    for (const [k, i] of open.needs.entries()) {
      if (solved.at[k] === resting) flow.lift(i, resting);
      else flow.place(i, open.arcs[solved.arcAt[k]!]!);
    }
    face = narrowed(face, open, solved);
  }
  return used;
}

/** Which arcs and loads an equally good allocation may use. */
interface Face {
  flow: Flow;
  /** Per arc of the graph. */
  tight: Uint8Array;
  /** Per need: whether it may rest. */
  mayRest: Uint8Array;
  least: Int32Array;
  most: Int32Array;
}

/** The part of the face with a choice, as a graph of its own; `needs`, `mentors`, `arcs` give the numbers outside. */
interface OpenPart {
  graph: Graph;
  needs: number[];
  mentors: number[];
  arcs: number[];
  /** Per mentor: how many of its needs stand outside the part and keep their places. */
  fixed: Int32Array;
}

function faceOf(flow: Flow): Face {
  const { graph, value, price } = flow;
  const { start, end, weight, mentorOf, rest } = graph;
  const tight = new Uint8Array(weight.length);
  const mayRest = new Uint8Array(graph.needs);
  for (let i = 0; i < graph.needs; i += 1) {
    if (value[i] === rest[i]) mayRest[i] = 1;
    for (let arc = start[i]!; arc < end[i]!; arc += 1) {
      if (weight[arc]! - price[mentorOf[arc]!]! === value[i]) tight[arc] = 1;
    }
  }
  const least = graph.most.map((most, j) => (price[j]! > 0 ? most : 0));
  return { flow, tight, mayRest, least, most: graph.most.slice() };
}

/**
 * Cuts the face down to the needs that lie on a cycle of tight moves; null when no other allocation is left.
 * Nodes are the mentors, the rest, and the spare places; an edge a → b says that a can give something to b.
 */
function openPart({ flow, tight, mayRest, least, most }: Face): OpenPart | null {
  const { graph, at, count } = flow;
  const { needs: n, mentors: m, start, end, mentorOf } = graph;
  const rest = m;
  const spare = m + 1;
  const targets: number[][] = Array.from({ length: m + 2 }, () => []);
  for (let i = 0; i < n; i += 1) {
    const from = at[i]! < 0 ? rest : at[i]!;
    if (mayRest[i] === 1 && from !== rest) targets[from]!.push(rest);
    for (let arc = start[i]!; arc < end[i]!; arc += 1) {
      if (tight[arc] === 1 && mentorOf[arc] !== from) targets[from]!.push(mentorOf[arc]!);
    }
  }
  targets[rest]!.push(spare);
  targets[spare]!.push(rest);
  for (let j = 0; j < m; j += 1) {
    if (count[j]! < most[j]!) targets[j]!.push(spare);
    if (count[j]! > least[j]!) targets[spare]!.push(j);
  }
  const part = components(targets);
  const needs: number[] = [];
  const isOpen = (i: number, to: number) => {
    const from = at[i]! < 0 ? rest : at[i]!;
    return from !== to && part[from] === part[to];
  };
  for (let i = 0; i < n; i += 1) {
    let open = mayRest[i] === 1 && isOpen(i, rest);
    for (let arc = start[i]!; arc < end[i]! && !open; arc += 1) {
      open = tight[arc] === 1 && isOpen(i, mentorOf[arc]!);
    }
    if (open) needs.push(i);
  }
  if (needs.length === 0) return null;
  return cut({ flow, tight, mayRest, least, most }, needs, part, rest);
}

function cut(face: Face, needs: number[], part: Int32Array, rest: number): OpenPart {
  const { graph, at } = face.flow;
  const inside = new Map<number, number>();
  const mentors: number[] = [];
  const arcs: number[] = [];
  const bounds: number[] = [];
  for (const i of needs) {
    const home = part[at[i]! < 0 ? rest : at[i]!];
    for (let arc = graph.start[i]!; arc < graph.end[i]!; arc += 1) {
      const j = graph.mentorOf[arc]!;
      if (face.tight[arc] !== 1 || part[j] !== home) continue;
      if (!inside.has(j)) {
        inside.set(j, mentors.length);
        mentors.push(j);
      }
      arcs.push(arc);
    }
    bounds.push(arcs.length);
  }
  const open = emptyGraph(needs.length, mentors.length, arcs.length);
  for (const [k, i] of needs.entries()) {
    open.start[k] = k === 0 ? 0 : bounds[k - 1]!;
    open.end[k] = bounds[k]!;
    open.rest[k] =
      face.mayRest[i] === 1 && part[rest] === part[at[i]! < 0 ? rest : at[i]!] ? 0 : -Infinity;
  }
  for (const [index, arc] of arcs.entries())
    open.mentorOf[index] = inside.get(graph.mentorOf[arc]!)!;
  const fixed = new Int32Array(mentors.length);
  for (const [k, j] of mentors.entries()) fixed[k] = face.flow.count[j]!;
  for (const i of needs) if (at[i]! >= 0) fixed[inside.get(at[i]!)!]! -= 1;
  for (const [k, j] of mentors.entries()) {
    open.most[k] = face.most[j]! - fixed[k]!;
    open.least[k] = Math.max(0, face.least[j]! - fixed[k]!);
  }
  return { graph: open, needs, mentors, arcs, fixed };
}

function weigh(open: OpenPart, weightOf: (need: number, mentor: number) => number): void {
  const { graph } = open;
  for (const [k, i] of open.needs.entries()) {
    for (let arc = graph.start[k]!; arc < graph.end[k]!; arc += 1) {
      graph.weight[arc] = weightOf(i, open.mentors[graph.mentorOf[arc]!]!);
    }
  }
}

function solveFace(open: OpenPart, balanced: boolean): Flow {
  const solved = new Flow(open.graph);
  if (balanced) {
    // Places that fixed needs hold already are the cheap ones.
    for (let j = 0; j < open.graph.mentors; j += 1) {
      solved.base[j] = open.fixed[j]!;
      solved.price[j] = solved.nextCost(j);
    }
  }
  for (let k = 0; k < open.graph.needs; k += 1) if (solved.at[k] === absent) solved.insert(k);
  for (let j = 0; j < open.graph.mentors; j += 1) solved.settle(j);
  return solved;
}

/** The face after a level: what stood fixed stays fixed, and in the open part only what is tight there too. */
function narrowed(face: Face, open: OpenPart, solved: Flow): Face {
  const { flow } = face;
  const tight = new Uint8Array(face.tight.length);
  const mayRest = new Uint8Array(face.mayRest.length);
  for (let i = 0; i < flow.graph.needs; i += 1) {
    if (flow.at[i]! >= 0) tight[flow.arcAt[i]!] = 1;
    else mayRest[i] = 1;
  }
  const { graph, price, value } = solved;
  for (const [k, i] of open.needs.entries()) {
    if (value[k] === graph.rest[k]) mayRest[i] = 1;
    for (let arc = graph.start[k]!; arc < graph.end[k]!; arc += 1) {
      if (graph.weight[arc]! - price[graph.mentorOf[arc]!]! === value[k])
        tight[open.arcs[arc]!] = 1;
    }
  }
  const least = flow.count.slice();
  const most = flow.count.slice();
  for (const [k, j] of open.mentors.entries()) {
    const [low, high] = loadsAt(solved, k);
    least[j] = open.fixed[k]! + low;
    most[j] = open.fixed[k]! + high;
  }
  return { flow, tight, mayRest, least, most };
}

/** The loads of a mentor that are equally good at the level's prices. */
function loadsAt(solved: Flow, mentor: number): [number, number] {
  const { graph, price } = solved;
  const least = graph.least[mentor]!;
  const most = graph.most[mentor]!;
  const cost = (place: number) => graph.step[mentor]! * (2 * (solved.base[mentor]! + place) - 1);
  let low = solved.count[mentor]!;
  let high = low;
  while (low > least && cost(low) >= price[mentor]!) low -= 1;
  while (high < most && cost(high + 1) <= price[mentor]!) high += 1;
  return [low, high];
}

/** Strongly connected components (Tarjan 1972, without recursion); gives the component of each node. O(edges). */
function components(targets: readonly (readonly number[])[]): Int32Array {
  const size = targets.length;
  const part = new Int32Array(size).fill(-1);
  const order = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const nextEdge = new Int32Array(size);
  const open: number[] = [];
  const path: number[] = [];
  let counter = 0;
  let parts = 0;
  for (let root = 0; root < size; root += 1) {
    if (order[root] !== -1) continue;
    path.push(root);
    while (path.length > 0) {
      const node = path[path.length - 1]!;
      if (order[node] === -1) {
        order[node] = low[node] = counter;
        counter += 1;
        open.push(node);
      }
      const edge = nextEdge[node]!;
      if (edge < targets[node]!.length) {
        nextEdge[node] = edge + 1;
        const to = targets[node]![edge]!;
        if (order[to] === -1) path.push(to);
        else if (part[to] === -1) low[node] = Math.min(low[node]!, order[to]!);
        continue;
      }
      path.pop();
      const parent = path[path.length - 1];
      if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[node]!);
      if (low[node] !== order[node]) continue;
      for (;;) {
        const member = open.pop()!;
        part[member] = parts;
        if (member === node) break;
      }
      parts += 1;
    }
  }
  return part;
}
