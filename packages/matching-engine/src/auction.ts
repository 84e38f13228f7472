import type { Graph } from './graph.ts';

/** Points are cut this fine, so that the last prices are right to about a point. */
const scale = 32;
/** How much finer each phase bids than the one before. */
const finer = 8;
/** The first bids are this part of the widest difference. */
const coarse = 16;
/**
 * A phase starts so many steps of the last phase below its prices: prices that start too low are bid up, but a mentor
 * that starts too dear stays empty, which the exact repair then has to mend one place at a time.
 */
const below = 3;
/** Best arcs that each need remembers; prices only rise within a phase, so the bound on the others stays true. */
const remembered = 6;

export interface AuctionResult {
  /** Whole points, near the optimal prices but not proved. */
  price: Float64Array;
  /** The arc that each need ended with, −1 for none. */
  arc: Int32Array;
}

/**
 * Near-optimal prices by an auction with ε-scaling for mentors with several places (Bertsekas and Castañon 1989): the
 * needs bid for the cheapest place of the mentor worth most to them. A start for the exact repair, not an answer.
 */
export function auction(graph: Graph): AuctionResult {
  const { needs: n, mentors: m, start, end, mentorOf, weight, rest } = graph;
  const slots = slotsOf(graph);
  const { offset, size } = slots;
  const slotPrice = new Float64Array(offset[m]!);
  const slotNeed = new Int32Array(offset[m]!);
  const price = new Float64Array(m);
  for (let j = 0; j < m; j += 1) if (size[j] === 0) price[j] = Infinity;
  const arcAt = new Int32Array(n);
  const kept = new Int32Array(n * remembered);
  const bound = new Float64Array(n);
  const waiting = new Int32Array(n);
  const topArc = new Int32Array(remembered + 1);
  const topValue = new Float64Array(remembered + 1);
  const widest = rangeOf(graph) * scale;
  let drop = 0;
  for (let epsilon = Math.max(1, Math.floor(widest / coarse)); ;) {
    for (let j = 0; j < m; j += 1) {
      const from = offset[j]!;
      const to = offset[j + 1]!;
      if (to > from) price[j] = Math.max(0, price[j]! - drop);
      for (let slot = from; slot < to; slot += 1) {
        slotPrice[slot] = price[j]!;
        slotNeed[slot] = -1;
      }
    }
    bound.fill(Infinity);
    let top = n;
    for (let i = 0; i < n; i += 1) waiting[i] = n - 1 - i;
    while (top > 0) {
      top -= 1;
      const i = waiting[top]!;
      const out = rest[i]! * scale;
      let best = -Infinity;
      let second = -Infinity;
      let bestArc = -1;
      const limit = bound[i]!;
      if (limit < Infinity) {
        const first = i * remembered;
        for (let index = first; index < first + remembered; index += 1) {
          const arc = kept[index]!;
          if (arc < 0) break;
          const value = weight[arc]! * scale - price[mentorOf[arc]!]!;
          if (value > best) {
            second = best;
            best = value;
            bestArc = arc;
          } else if (value > second) second = value;
        }
      }
      if (limit === Infinity || (second < limit && limit > out)) {
        let found = 0;
        let least = -Infinity;
        const to = end[i]!;
        for (let arc = start[i]!; arc < to; arc += 1) {
          const value = weight[arc]! * scale - price[mentorOf[arc]!]!;
          if (value <= least) continue;
          let at = found;
          if (found <= remembered) found += 1;
          else at = remembered;
          while (at > 0 && topValue[at - 1]! < value) {
            topValue[at] = topValue[at - 1]!;
            topArc[at] = topArc[at - 1]!;
            at -= 1;
          }
          topValue[at] = value;
          topArc[at] = arc;
          if (found > remembered) least = topValue[remembered]!;
        }
        const first = i * remembered;
        for (let index = 0; index < remembered; index += 1) {
          kept[first + index] = index < found ? topArc[index]! : -1;
        }
        bound[i] = found > remembered ? topValue[remembered]! : -Infinity;
        best = found > 0 ? topValue[0]! : -Infinity;
        second = found > 1 ? topValue[1]! : -Infinity;
        bestArc = found > 0 ? topArc[0]! : -1;
      }
      if (best <= out || bestArc < 0 || best === -Infinity) {
        arcAt[i] = -1;
        continue;
      }
      const j = mentorOf[bestArc]!;
      const raise = Math.min(best - Math.max(second, out), widest) + epsilon;
      const from = offset[j]!;
      const evicted = slotNeed[from]!;
      if (evicted >= 0) {
        waiting[top] = evicted;
        top += 1;
      }
      arcAt[i] = bestArc;
      price[j] = replaceCheapest(slotPrice, slotNeed, from, offset[j + 1]!, price[j]! + raise, i);
    }
    if (epsilon === 1) break;
    drop = below * epsilon;
    epsilon = Math.max(1, Math.floor(epsilon / finer));
  }
  return { price: wholePoints(price), arc: arcAt };
}

/** Puts a bid in the place of the cheapest slot (a heap by price); gives the price of the cheapest now. */
function replaceCheapest(
  price: Float64Array,
  need: Int32Array,
  from: number,
  to: number,
  bid: number,
  bidder: number,
): number {
  const size = to - from;
  let at = 0;
  for (let down = 1; down < size; down = 2 * at + 1) {
    if (down + 1 < size && price[from + down + 1]! < price[from + down]!) down += 1;
    if (price[from + down]! >= bid) break;
    price[from + at] = price[from + down]!;
    need[from + at] = need[from + down]!;
    at = down;
  }
  price[from + at] = bid;
  need[from + at] = bidder;
  return price[from]!;
}

/** Slots per mentor: its places, but no more than needs that could take one. */
function slotsOf(graph: Graph): { offset: Int32Array; size: Int32Array } {
  const { needs: n, mentors: m } = graph;
  const size = new Int32Array(m);
  for (let i = 0; i < n; i += 1) {
    for (let arc = graph.start[i]!; arc < graph.end[i]!; arc += 1) size[graph.mentorOf[arc]!]! += 1;
  }
  const offset = new Int32Array(m + 1);
  for (let j = 0; j < m; j += 1) {
    size[j] = Math.min(size[j]!, graph.most[j]!);
    offset[j + 1] = offset[j]! + size[j]!;
  }
  return { offset, size };
}

/** The widest difference that a bid can have: largest weight plus largest penalty. */
function rangeOf(graph: Graph): number {
  let most = 1;
  let least = 0;
  for (let i = 0; i < graph.needs; i += 1) {
    if (Number.isFinite(graph.rest[i]!)) {
      least = Math.min(least, graph.rest[i]!);
      most = Math.max(most, graph.rest[i]!);
    }
    for (let arc = graph.start[i]!; arc < graph.end[i]!; arc += 1) {
      most = Math.max(most, graph.weight[arc]!);
      least = Math.min(least, graph.weight[arc]!);
    }
  }
  return most - least;
}

/**
 * Scaled prices as whole points. Optimal prices differ by whole points along tight chains, so their fractions stand in
 * clusters: cutting at the widest gap between the clusters keeps each chain together.
 */
function wholePoints(scaled: Float64Array): Float64Array {
  const used = new Uint8Array(scale);
  for (const price of scaled) if (price < Infinity) used[price % scale] = 1;
  let cut = 0;
  let widest = 0;
  for (let end = 0; end < scale; end += 1) {
    if (used[end] === 0) continue;
    let gap = 0;
    while (gap < scale && used[(end + scale - 1 - gap) % scale] === 0) gap += 1;
    if (gap > widest) {
      widest = gap;
      cut = (end + scale - (gap >> 1)) % scale;
    }
  }
  return scaled.map((price) =>
    price === Infinity ? 0 : Math.max(0, Math.floor((price - cut) / scale) + (cut > 0 ? 1 : 0)),
  );
}
