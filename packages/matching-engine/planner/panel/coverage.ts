/** One unit of service that moved: `member` serves `change` more needs of `cell`. */
interface Step {
  readonly member: number;
  readonly cell: number;
  readonly change: 1 | -1;
}

/**
 * The best service that a growing group can give: each member has places, each cell needs, each pair a fit; the
 * sum of fits is the greatest possible after every `add`. A member is added by longest augmenting paths, so a
 * gain is exact. O(places × cells² × members) each.
 */
export class Coverage {
  /** Sum of the fits of all service. */
  total = 0;
  /** Needs served, by member (index of the applicant) and cell. */
  readonly served = new Map<number, Int32Array>();
  readonly #fits: readonly Int32Array[];
  readonly #places: readonly number[];
  readonly #left: Int32Array;

  constructor(fits: readonly Int32Array[], places: readonly number[], needs: readonly number[]) {
    this.#fits = fits;
    this.#places = places;
    this.#left = Int32Array.from(needs);
  }

  add(member: number): number {
    return this.#serve(member, []);
  }

  /** What `add` would give, without adding. */
  gain(member: number): number {
    const steps: Step[] = [];
    const gained = this.#serve(member, steps);
    for (const { member: whose, cell, change } of steps) {
      this.served.get(whose)![cell]! -= change;
      this.#left[cell]! += change;
    }
    this.served.delete(member);
    this.total -= gained;
    return gained;
  }

  #serve(member: number, steps: Step[]): number {
    this.served.set(member, new Int32Array(this.#left.length));
    let gained = 0;
    for (let place = 0; place < this.#places[member]!; place++) {
      const more = this.#augment(member, steps);
      if (more === 0) break;
      gained += more;
    }
    this.total += gained;
    return gained;
  }

  /** Puts one more unit of the member to its best use, moving others where that helps. */
  #augment(member: number, steps: Step[]): number {
    const count = this.#left.length;
    const best = new Int32Array(count);
    const from = new Int32Array(count).fill(-1);
    const by = new Int32Array(count).fill(-1);
    const queue: number[] = [];
    const own = this.#fits[member]!;
    for (let cell = 0; cell < count; cell++) {
      if (own[cell]! === 0) continue;
      best[cell] = own[cell]!;
      by[cell] = member;
      queue.push(cell);
    }
    let end = -1;
    let leaver = -1;
    let most = 0;
    for (let at = 0; at < queue.length; at++) {
      const cell = queue[at]!;
      if (this.#left[cell]! > 0) {
        if (best[cell]! > most) [end, leaver, most] = [cell, -1, best[cell]!];
        continue;
      }
      for (const [other, serves] of this.served) {
        if (serves[cell] === 0) continue;
        const fits = this.#fits[other]!;
        const rest = best[cell]! - fits[cell]!;
        if (rest > most) [end, leaver, most] = [cell, other, rest];
        for (let next = 0; next < count; next++) {
          if (fits[next]! === 0 || rest + fits[next]! <= best[next]!) continue;
          best[next] = rest + fits[next]!;
          from[next] = cell;
          by[next] = other;
          queue.push(next);
        }
      }
    }
    if (end < 0) return 0;
    if (leaver >= 0) this.#move(leaver, end, -1, steps);
    for (let cell = end; cell >= 0; cell = from[cell]!) {
      const who = by[cell]!;
      this.#move(who, cell, 1, steps);
      if (from[cell]! >= 0) this.#move(who, from[cell]!, -1, steps);
    }
    return most;
  }

  #move(member: number, cell: number, change: 1 | -1, steps: Step[]): void {
    this.served.get(member)![cell]! += change;
    this.#left[cell]! -= change;
    steps.push({ member, cell, change });
  }
}
