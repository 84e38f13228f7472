import type { Flow } from './flow.ts';
import { Heap } from './heap.ts';

/**
 * Lowers optimal prices to the smallest optimal ones, which are unique and are the exact worth of one more place with
 * each mentor (Shapley and Shubik 1971; Demange, Gale and Sotomayor 1986). One Dijkstra from all cheap exits: a price
 * may fall until the mentor's place would be left empty, or until a resting need would pay for it. O(pairs · log).
 */
export function lowerPrices(flow: Flow): void {
  const { graph, price, value, at } = flow;
  const { needs: n, mentors: m, start, end, mentorOf, weight } = graph;
  const fall = price.slice();
  const heap = new Heap();
  const lower = (i: number, base: number) => {
    for (let arc = start[i]!; arc < end[i]!; arc += 1) {
      const j = mentorOf[arc]!;
      const by = base + value[i]! - weight[arc]! + price[j]!;
      if (by >= fall[j]!) continue;
      fall[j] = by;
      heap.push(by, j);
    }
  };
  for (let i = 0; i < n; i += 1) if (at[i]! < 0) lower(i, 0);
  for (let j = 0; j < m; j += 1) heap.push(fall[j]!, j);
  const settled = new Uint8Array(m);
  while (heap.size > 0) {
    const by = heap.keys[0]!;
    const j = heap.items[0]!;
    heap.drop();
    if (settled[j] === 1 || by > fall[j]!) continue;
    settled[j] = 1;
    for (let k = flow.head[j]!; k >= 0; k = flow.next[k]!) lower(k, by);
  }
  for (let j = 0; j < m; j += 1) {
    if (fall[j] === 0) continue;
    price[j]! -= fall[j]!;
    for (let k = flow.head[j]!; k >= 0; k = flow.next[k]!) value[k]! += fall[j]!;
  }
}
