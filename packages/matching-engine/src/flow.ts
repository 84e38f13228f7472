import type { Graph } from './graph.ts';
import { Heap } from './heap.ts';

/** Where a need is when it is with no mentor: left out on purpose, or not put in yet. */
export const resting = -1;
export const absent = -2;

export interface SavedFlow {
  price: Float64Array;
  value: Float64Array;
  at: Int32Array;
  arcAt: Int32Array;
  count: Int32Array;
  head: Int32Array;
  next: Int32Array;
  previous: Int32Array;
}

/**
 * An assignment with its prices, kept optimal for the needs put in so far. Holds at rest:
 * value ≥ weight − price for each arc, with equality for the assigned; value ≥ rest, with equality for the resting;
 * price = cost of a place where one is free. Each step is a shortest path in whole numbers (Dijkstra on
 * weight slacks; Kuhn and Munkres, and Mills-Tettey, Stentz and Dias 2007 for the repair after an edit).
 */
export class Flow {
  graph: Graph;
  price: Float64Array;
  value: Float64Array;
  /** Mentor of each need, or `resting`, or `absent`. */
  at: Int32Array;
  arcAt: Int32Array;
  count: Int32Array;
  /** Places taken beyond `count`, which make the next one dearer where loads are balanced. */
  base: Int32Array;
  /** The needs of each mentor as a list: first need, next and previous need, −1 at the ends. */
  head: Int32Array;
  next: Int32Array;
  private previous: Int32Array;
  /** The arcs into each mentor as a list; arcs that a need no longer has stay in it and are passed over. */
  private arcHead: Int32Array;
  private arcNext: Int32Array;
  private arcNeed: Int32Array;
  private distance: Float64Array;
  private stamp: Int32Array;
  private settledAt: Int32Array;
  private round = 0;
  private viaNeed: Int32Array;
  private viaArc: Int32Array;
  private settled: Int32Array;
  private heap = new Heap();

  constructor(graph: Graph) {
    const { needs: n, mentors: m } = graph;
    this.graph = graph;
    this.price = new Float64Array(m);
    this.value = new Float64Array(n);
    this.at = new Int32Array(n).fill(absent);
    this.arcAt = new Int32Array(n).fill(-1);
    this.count = new Int32Array(m);
    this.base = new Int32Array(m);
    this.head = new Int32Array(m).fill(-1);
    this.next = new Int32Array(n).fill(-1);
    this.previous = new Int32Array(n).fill(-1);
    this.arcHead = new Int32Array(m).fill(-1);
    this.arcNext = new Int32Array(graph.mentorOf.length);
    this.arcNeed = new Int32Array(graph.mentorOf.length);
    this.distance = new Float64Array(m);
    this.stamp = new Int32Array(m);
    this.settledAt = new Int32Array(m);
    this.viaNeed = new Int32Array(m);
    this.viaArc = new Int32Array(m);
    this.settled = new Int32Array(m);
    for (let i = n - 1; i >= 0; i -= 1) this.linkArcs(i);
  }

  /** Enters the arcs of a need into the lists of their mentors; needed once for arcs that are new. */
  linkArcs(need: number): void {
    const { start, end, mentorOf } = this.graph;
    for (let arc = start[need]!; arc < end[need]!; arc += 1) {
      const j = mentorOf[arc]!;
      this.arcNeed[arc] = need;
      this.arcNext[arc] = this.arcHead[j]!;
      this.arcHead[j] = arc;
    }
  }

  /** Takes over longer arc arrays of the graph. */
  growArcs(): void {
    const length = this.graph.mentorOf.length;
    const next = new Int32Array(length);
    const need = new Int32Array(length);
    next.set(this.arcNext);
    need.set(this.arcNeed);
    this.arcNext = next;
    this.arcNeed = need;
  }

  /** Takes the newest arcs, from `first` on, out of the lists again. */
  unlinkArcs(first: number, last: number): void {
    for (let arc = last - 1; arc >= first; arc -= 1) {
      this.arcHead[this.graph.mentorOf[arc]!] = this.arcNext[arc]!;
    }
  }

  /** What `restore` needs to bring this state back. O(needs + mentors). */
  save(): SavedFlow {
    return {
      price: this.price.slice(),
      value: this.value.slice(),
      at: this.at.slice(),
      arcAt: this.arcAt.slice(),
      count: this.count.slice(),
      head: this.head.slice(),
      next: this.next.slice(),
      previous: this.previous.slice(),
    };
  }

  restore(saved: SavedFlow): void {
    this.price.set(saved.price);
    this.value.set(saved.value);
    this.at.set(saved.at);
    this.arcAt.set(saved.arcAt);
    this.count.set(saved.count);
    this.head.set(saved.head);
    this.next.set(saved.next);
    this.previous.set(saved.previous);
  }

  /** The best that need i can get at today's prices. O(arcs of the need). */
  bestValue(need: number): number {
    const { start, end, mentorOf, weight, rest } = this.graph;
    let best = rest[need]!;
    for (let arc = start[need]!; arc < end[need]!; arc += 1) {
      best = Math.max(best, weight[arc]! - this.price[mentorOf[arc]!]!);
    }
    return best;
  }

  /** Puts a need with a mentor through an arc, from wherever it is. Prices are not touched. */
  place(need: number, arc: number): void {
    this.lift(need);
    const j = this.graph.mentorOf[arc]!;
    const first = this.head[j]!;
    this.next[need] = first;
    this.previous[need] = -1;
    if (first >= 0) this.previous[first] = need;
    this.head[j] = need;
    this.at[need] = j;
    this.arcAt[need] = arc;
    this.count[j]! += 1;
  }

  /** Takes a need from its mentor, if it has one; it then is `absent`, or resting when told so. */
  lift(need: number, to: typeof resting | typeof absent = absent): void {
    const j = this.at[need]!;
    if (j >= 0) {
      const before = this.previous[need]!;
      const after = this.next[need]!;
      if (before >= 0) this.next[before] = after;
      else this.head[j] = after;
      if (after >= 0) this.previous[after] = before;
      this.count[j]! -= 1;
    }
    this.at[need] = to;
    this.arcAt[need] = -1;
  }

  /** What the next place of a mentor costs: 0 but where loads are to be balanced. */
  nextCost(mentor: number): number {
    return this.graph.step[mentor]! * (2 * (this.base[mentor]! + this.count[mentor]!) + 1);
  }

  /**
   * Puts in an absent need by the shortest chain of moves, and keeps all optimal. O(arcs reached · log).
   * @throws Error when a need that must be served cannot be.
   */
  insert(need: number): void {
    const { start, end, mentorOf, weight, rest, most } = this.graph;
    const { price, value, distance, stamp, settledAt, heap, settled } = this;
    value[need] = this.bestValue(need);
    let best = value[need] - rest[need]!;
    let exitNeed = need;
    let exitMentor = -1;
    const round = (this.round += 1);
    heap.size = 0;
    let settledCount = 0;
    const relax = (k: number, d: number) => {
      const base = d + value[k]!;
      for (let arc = start[k]!; arc < end[k]!; arc += 1) {
        const j = mentorOf[arc]!;
        if (settledAt[j] === round) continue;
        const far = base - weight[arc]! + price[j]!;
        if (far >= best || (stamp[j] === round && far >= distance[j]!)) continue;
        stamp[j] = round;
        distance[j] = far;
        this.viaNeed[j] = k;
        this.viaArc[j] = arc;
        heap.push(far, j);
      }
    };
    relax(need, 0);
    while (heap.size > 0) {
      const d = heap.keys[0]!;
      const j = heap.items[0]!;
      heap.drop();
      if (d >= best) break;
      if (settledAt[j] === round) continue;
      settledAt[j] = round;
      settled[settledCount] = j;
      settledCount += 1;
      if (this.count[j]! < most[j]!) {
        const exit = d + this.nextCost(j) - price[j]!;
        if (exit < best) {
          best = exit;
          exitMentor = j;
          if (exit <= d) break;
        }
      }
      for (let k = this.head[j]!; k >= 0; k = this.next[k]!) {
        const exit = d + value[k]! - rest[k]!;
        if (exit < best) {
          best = exit;
          exitMentor = -1;
          exitNeed = k;
        }
        relax(k, d);
      }
    }
    if (!(best < Infinity)) throw new Error('A need that must be served has no chain to a place.');
    for (let index = 0; index < settledCount; index += 1) {
      const j = settled[index]!;
      const change = best - distance[j]!;
      if (change > 0) this.changePrice(j, change);
    }
    value[need] -= best;
    let target = exitMentor;
    if (target < 0) {
      target = this.at[exitNeed]!;
      this.lift(exitNeed, resting);
      if (exitNeed === need) return;
    }
    for (;;) {
      const mover = this.viaNeed[target]!;
      const from = this.at[mover]!;
      this.place(mover, this.viaArc[target]!);
      if (mover === need) return;
      target = from;
    }
  }

  /**
   * Fills one free place of a mentor that costs more than an empty one, or lowers its price until it is worth what an
   * empty one is. Gives whether the place was filled. O(arcs reached · log).
   */
  fill(mentor: number): boolean {
    const { mentorOf, weight, start, end, least } = this.graph;
    const { price, value, distance, stamp, settledAt, heap, settled, at } = this;
    let best = Infinity;
    let exitMentor = -1;
    let exitArc = -1;
    const round = (this.round += 1);
    let settledCount = 0;
    heap.size = 0;
    stamp[mentor] = round;
    distance[mentor] = 0;
    heap.push(0, mentor);
    while (heap.size > 0) {
      const d = heap.keys[0]!;
      const j = heap.items[0]!;
      heap.drop();
      if (d >= best) break;
      if (settledAt[j] === round) continue;
      settledAt[j] = round;
      settled[settledCount] = j;
      settledCount += 1;
      const kept = j === mentor ? this.count[j]! : this.count[j]! - 1;
      if (kept >= least[j]!) {
        const exit = d + price[j]! - this.graph.step[j]! * (2 * (this.base[j]! + kept) + 1);
        if (exit < best) {
          best = exit;
          exitMentor = j;
          exitArc = -1;
          if (exit <= d) break;
        }
      }
      const base = d + price[j]!;
      for (let arc = this.arcHead[j]!; arc >= 0; arc = this.arcNext[arc]!) {
        const i = this.arcNeed[arc]!;
        if (arc < start[i]! || arc >= end[i]! || mentorOf[arc] !== j) continue;
        const k = at[i]!;
        if (k === j || (k >= 0 && settledAt[k] === round)) continue;
        const far = base + value[i]! - weight[arc]!;
        if (far >= best) continue;
        if (k < 0) {
          if (k === absent) continue;
          best = far;
          exitMentor = j;
          exitArc = arc;
          continue;
        }
        if (stamp[k] === round && far >= distance[k]!) continue;
        stamp[k] = round;
        distance[k] = far;
        this.viaNeed[k] = i;
        this.viaArc[k] = arc;
        heap.push(far, k);
      }
    }
    if (best === Infinity) throw new Error('A place that must be filled cannot be.');
    for (let index = 0; index < settledCount; index += 1) {
      const j = settled[index]!;
      const change = best - distance[j]!;
      if (change > 0) this.changePrice(j, -change);
    }
    if (exitArc >= 0) this.place(this.arcNeed[exitArc]!, exitArc);
    else if (exitMentor === mentor) return false;
    for (let from = exitMentor; from !== mentor;) {
      const arc = this.viaArc[from]!;
      this.place(this.viaNeed[from]!, arc);
      from = mentorOf[arc]!;
    }
    return true;
  }

  /** Fills a mentor's free places as long as that is worth something, or must be. */
  settle(mentor: number): void {
    const { most, least } = this.graph;
    while (
      this.count[mentor]! < most[mentor]! &&
      (this.count[mentor]! < least[mentor]! || this.price[mentor]! > this.nextCost(mentor))
    ) {
      if (!this.fill(mentor)) return;
    }
  }

  private changePrice(mentor: number, change: number): void {
    this.price[mentor]! += change;
    for (let k = this.head[mentor]!; k >= 0; k = this.next[k]!) this.value[k]! -= change;
  }
}
