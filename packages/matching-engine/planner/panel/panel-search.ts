import { Coverage } from './coverage.ts';
import { type Applicant, countsFor, fitOf, type PanelInput, weightsOf } from './panel.ts';

/** A panel by indices of the applicants, with its exact value. */
export interface FoundPanel {
  readonly members: readonly number[];
  readonly value: number;
}

/** Searches panels by adding and swapping: at once, without proof. */
export class PanelSearch {
  readonly #input: PanelInput;
  readonly #applicants: readonly Applicant[];
  readonly #fits: readonly Int32Array[];
  readonly #places: readonly number[];
  readonly #needs: readonly number[];
  readonly #weights: { fit: number; score: number };
  /** By quota, who counts. */
  readonly #counts: readonly boolean[][];

  constructor(input: PanelInput, applicants: readonly Applicant[], needs?: readonly number[]) {
    this.#input = input;
    this.#applicants = applicants;
    this.#fits = applicants.map((one) => Int32Array.from(input.demand, (cell) => fitOf(one, cell)));
    this.#places = applicants.map(({ places }) => places);
    this.#needs = needs ?? input.demand.map((cell) => cell.needs);
    this.#weights = weightsOf(input);
    this.#counts = input.quotas.map((quota) => applicants.map((one) => countsFor(one, quota)));
  }

  coverage(members: readonly number[]): Coverage {
    const coverage = new Coverage(this.#fits, this.#places, this.#needs);
    for (const member of members) coverage.add(member);
    return coverage;
  }

  value(members: readonly number[], coverage = this.coverage(members)): number {
    const scores = members.reduce((sum, member) => sum + this.#applicants[member]!.score, 0);
    return this.#weights.fit * coverage.total + this.#weights.score * scores;
  }

  isFeasible(members: readonly number[]): boolean {
    return (
      this.#fitsAbove(members) &&
      this.#counts.every((counts, at) => {
        return members.filter((member) => counts[member]).length >= this.#input.quotas[at]!.min;
      }) &&
      this.#applicants.every(({ decided }, at) => decided !== 'in' || members.includes(at))
    );
  }

  /** Adds the best until the seats are full, first those without whom a quota stays open. */
  greedy(): FoundPanel {
    const members = this.#applicants.flatMap(({ decided }, at) => (decided === 'in' ? [at] : []));
    const coverage = this.coverage(members);
    // A gain never grows while the panel does, so an old gain is a bound: most need no second look.
    const known = this.#applicants.map(() => Infinity);
    for (;;) {
      const free = this.#candidates(members).sort((a, b) => known[b]! - known[a]! || a - b);
      let best = -1;
      for (const one of free) {
        if (best >= 0 && known[one]! <= known[best]!) break;
        known[one] = this.#gain(coverage, one);
        if (best < 0 || known[one]! > known[best]!) best = one;
      }
      if (best < 0) break;
      coverage.add(best);
      members.push(best);
    }
    return this.#found(members, coverage);
  }

  /** Swaps one for one while that helps. */
  improve(from: FoundPanel, mostPasses = 6): FoundPanel {
    let best = from;
    for (let pass = 0; pass < mostPasses; pass++) {
      const before = best.value;
      for (const leaver of best.members) {
        const rest = best.members.filter((member) => member !== leaver);
        if (rest.length === best.members.length) continue;
        const swap = this.bestInstead(rest, leaver);
        if (swap !== null && swap.value > best.value) best = swap.panel;
      }
      if (best.value === before) break;
    }
    return best;
  }

  /** The best panel of `rest` and one more who is not `leaver`; null when nobody may join. */
  bestInstead(
    rest: readonly number[],
    leaver: number,
  ): { panel: FoundPanel; joiner: number; value: number } | null {
    const coverage = this.coverage(rest);
    let joiner = -1;
    let most = -1;
    for (let one = 0; one < this.#applicants.length; one++) {
      if (one === leaver || rest.includes(one)) continue;
      if (!this.isFeasible([...rest, one])) continue;
      const gain = this.#gain(coverage, one);
      if (gain > most) [joiner, most] = [one, gain];
    }
    if (joiner < 0) return null;
    const value = this.value(rest, coverage) + most;
    const members = [...rest, joiner].sort((a, b) => a - b);
    return { panel: { members, value }, joiner, value };
  }

  /** For everybody left out, the swap that costs least; cheapest first. Who may not join any is left out. */
  runnersUp({ members, value }: FoundPanel): { one: number; leaver: number; loses: number }[] {
    const best = new Map<number, { one: number; leaver: number; loses: number }>();
    for (const leaver of members) {
      const rest = members.filter((member) => member !== leaver);
      const coverage = this.coverage(rest);
      const without = this.value(rest, coverage);
      for (let one = 0; one < this.#applicants.length; one++) {
        if (members.includes(one) || !this.isFeasible([...rest, one])) continue;
        const loses = value - without - this.#gain(coverage, one);
        const known = best.get(one);
        if (known === undefined || loses < known.loses) best.set(one, { one, leaver, loses });
      }
    }
    return [...best.values()].sort((a, b) => a.loses - b.loses || a.one - b.one);
  }

  #gain(coverage: Coverage, one: number): number {
    return (
      this.#weights.fit * coverage.gain(one) + this.#weights.score * this.#applicants[one]!.score
    );
  }

  /** Who may be added. While quotas are open and seats are few, only those who help. */
  #candidates(members: readonly number[]): number[] {
    const all = this.#applicants.flatMap((_, at) => {
      return members.includes(at) || !this.#fitsAbove([...members, at]) ? [] : [at];
    });
    const open = this.#counts.filter((counts, at) => {
      return members.filter((member) => counts[member]).length < this.#input.quotas[at]!.min;
    });
    const helpers = all.filter((at) => open.some((counts) => counts[at]));
    return open.length > 0 && helpers.length > 0 ? helpers : all;
  }

  /** The rules that a panel, once over, cannot mend by growing. */
  #fitsAbove(members: readonly number[]): boolean {
    const { seats, budget, quotas } = this.#input;
    const cost = members.reduce((sum, member) => sum + this.#applicants[member]!.cost, 0);
    return (
      members.length <= seats &&
      (budget === null || cost <= budget) &&
      this.#counts.every((counts, at) => {
        return members.filter((member) => counts[member]).length <= quotas[at]!.max;
      })
    );
  }

  #found(members: readonly number[], coverage: Coverage): FoundPanel {
    const sorted = [...members].sort((a, b) => a - b);
    return { members: sorted, value: this.value(sorted, coverage) };
  }
}
