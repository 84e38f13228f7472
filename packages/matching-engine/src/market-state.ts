import { type SavedFlow, type Flow } from './flow.ts';
import { type NamedGraph, arcBetween, graphOf, guardPoints } from './graph.ts';
import { loyaltyOf } from './loyalty.ts';
import {
  type ExistingPair,
  type MatchInput,
  type NeedInput,
  type PairInput,
  type Points,
  InputError,
} from './problem.ts';
import { solve } from './solve.ts';

export type Edit =
  | { kind: 'need'; need: string; pairs: readonly PairInput[]; unmatchedPenalty?: Points }
  | { kind: 'places'; mentor: string; places: number }
  | { kind: 'pin'; need: string; mentor: string }
  | { kind: 'unpin'; need: string }
  | { kind: 'bar'; need: string; mentor: string }
  | { kind: 'loyalty'; points: Points };

/** Enough to go back to a state exactly. */
export interface Memory {
  flow: SavedFlow;
  start: Int32Array;
  end: Int32Array;
  rest: Float64Array;
  most: Int32Array;
  arcs: number;
  largest: Points;
  barred: ReadonlySet<string>;
  needs: NeedInput[];
  places: number[];
  existing: (ExistingPair | null)[];
}

/** Today's input and its solution, changed together: each change repairs the solution by shortest chains. */
export class MarketState {
  readonly named: NamedGraph;
  readonly flow: Flow;
  readonly salt: string | undefined;
  private arcs: number;
  private largest: Points;
  private needs: NeedInput[];
  private places: number[];
  private existing: (ExistingPair | null)[];
  private barred: ReadonlySet<string> = new Set();

  /** @throws InputError on an input that cannot be solved. */
  constructor(input: MatchInput) {
    this.named = graphOf(input);
    this.largest = this.named.largest;
    this.flow = solve(this.named.graph);
    this.arcs = this.named.graph.mentorOf.length;
    this.salt = input.salt;
    const byId = new Map(input.needs.map((need) => [need.id, need]));
    this.needs = this.named.needIds.map((id) => byId.get(id)!);
    this.places = this.named.mentorIds.map(() => 0);
    for (const mentor of input.mentors) this.places[this.mentor(mentor.id)] = mentor.places;
    this.existing = this.named.needIds.map(() => null);
    for (const pair of input.existing ?? []) this.existing[this.need(pair.need)] = pair;
  }

  /** Σ (fit + loyalty) of assigned − Σ penalties. */
  get total(): Points {
    const { graph } = this.named;
    let total = 0;
    for (let i = 0; i < graph.needs; i += 1) {
      const arc = this.flow.arcAt[i]!;
      total += arc < 0 ? graph.rest[i]! : graph.weight[arc]!;
    }
    return total;
  }

  /** Today's input, edits included. */
  input(): MatchInput {
    const { mentorIds } = this.named;
    const needs = this.needs.map((need) =>
      need.pairs.some((pair) => this.barred.has(barKey(need.id, pair.mentor)))
        ? {
            ...need,
            pairs: need.pairs.filter((pair) => !this.barred.has(barKey(need.id, pair.mentor))),
          }
        : need,
    );
    const mentors = mentorIds.map((id, j) => ({ id, places: this.places[j]! }));
    const input: MatchInput = {
      needs,
      mentors,
      existing: this.existing.filter((pair) => pair !== null),
    };
    if (this.salt !== undefined) input.salt = this.salt;
    return input;
  }

  need(id: string): number {
    const i = this.named.needIndex.get(id);
    if (i === undefined) throw new InputError('', `no need ${id}`);
    return i;
  }

  mentor(id: string): number {
    const j = this.named.mentorIndex.get(id);
    if (j === undefined) throw new InputError('', `no mentor ${id}`);
    return j;
  }

  nameAt(mentor: number): string | null {
    return mentor < 0 ? null : this.named.mentorIds[mentor]!;
  }

  pairsOf(need: number): readonly PairInput[] {
    const { id, pairs } = this.needs[need]!;
    return pairs.filter((pair) => !this.barred.has(barKey(id, pair.mentor)));
  }

  pinnedAt(mentor: number): number {
    const id = this.named.mentorIds[mentor]!;
    let pinned = 0;
    for (const pair of this.existing)
      if (pair?.mentor === id && pair.loyalty === 'pinned') pinned += 1;
    return pinned;
  }

  change(edit: Edit): void {
    switch (edit.kind) {
      case 'places':
        this.setPlaces(this.mentor(edit.mentor), edit.places);
        return;
      case 'loyalty':
        for (const [i, pair] of this.existing.entries()) {
          if (!pair || pair.loyalty === 'pinned') continue;
          this.existing[i] = { ...pair, loyalty: loyaltyOf(edit.points, pair.meetings ?? 0) };
          this.rebuild(i);
        }
        return;
      case 'need': {
        const i = this.need(edit.need);
        const old = this.needs[i]!;
        for (const pair of edit.pairs) this.mentor(pair.mentor);
        const unmatchedPenalty = edit.unmatchedPenalty ?? old.unmatchedPenalty;
        this.needs[i] = { id: old.id, unmatchedPenalty, pairs: edit.pairs };
        this.rebuild(i);
        return;
      }
      case 'bar':
        this.mentor(edit.mentor);
        this.barred = new Set(this.barred).add(barKey(edit.need, edit.mentor));
        this.rebuild(this.need(edit.need));
        return;
      case 'pin': {
        const i = this.need(edit.need);
        const j = this.mentor(edit.mentor);
        const meetings = this.existing[i]?.meetings;
        this.existing[i] = { need: edit.need, mentor: edit.mentor, loyalty: 'pinned' };
        if (meetings !== undefined) this.existing[i].meetings = meetings;
        if (this.pinnedAt(j) > this.places[j]!) {
          throw new InputError('', `${edit.mentor} has fewer places than pinned pairs`);
        }
        this.rebuild(i);
        return;
      }
      case 'unpin': {
        const i = this.need(edit.need);
        const pair = this.existing[i];
        if (pair?.loyalty !== 'pinned') return;
        this.existing[i] = { ...pair, loyalty: 0 };
        this.rebuild(i);
      }
    }
  }

  setPlaces(mentor: number, places: number): void {
    if (!Number.isSafeInteger(places) || places < 0) {
      throw new InputError('places', 'must be a whole number and not negative');
    }
    if (this.pinnedAt(mentor) > places) {
      throw new InputError('', `${this.nameAt(mentor)} has more pinned pairs than that`);
    }
    const { graph } = this.named;
    this.places[mentor] = places;
    graph.most[mentor] = Math.min(places, graph.needs);
    while (this.flow.count[mentor]! > graph.most[mentor]!) {
      const out = this.flow.head[mentor]!;
      this.flow.lift(out);
      this.flow.insert(out);
    }
    this.flow.settle(mentor);
  }

  /** Gives a need its arcs anew from today's pairs, loyalty and pins, and finds its place again. */
  rebuild(need: number): void {
    const { graph } = this.named;
    const was = this.flow.at[need]!;
    this.flow.lift(need);
    if (was >= 0) this.flow.settle(was);
    const tie = this.existing[need];
    const pinned = tie?.loyalty === 'pinned';
    const pairs = this.pairsOf(need)
      .filter((pair) => !pinned || pair.mentor === tie.mentor)
      .map((pair) => ({ j: this.mentor(pair.mentor), ...pair }))
      .toSorted((a, b) => a.j - b.j);
    if (pinned && pairs.length === 0) {
      throw new InputError('', `a pinned pair must be among the pairs of ${this.needs[need]!.id}`);
    }
    this.room(pairs.length);
    graph.start[need] = this.arcs;
    for (const { j, mentor, fit } of pairs) {
      if (!Number.isSafeInteger(fit)) throw new InputError('fit', 'must be a whole number');
      const bonus = tie && tie.mentor === mentor && tie.loyalty !== 'pinned' ? tie.loyalty : 0;
      graph.mentorOf[this.arcs] = j;
      graph.weight[this.arcs] = fit + bonus;
      this.named.fit[this.arcs] = fit;
      this.arcs += 1;
    }
    graph.end[need] = this.arcs;
    graph.rest[need] = pinned ? -Infinity : -this.needs[need]!.unmatchedPenalty;
    this.named.existing[need] = tie ? this.mentor(tie.mentor) : -1;
    this.named.pinned[need] = Number(pinned);
    this.flow.linkArcs(need);
    this.largest = guardPoints(graph, need, need + 1, this.largest);
    this.flow.insert(need);
  }

  /** Room for more arcs, and a fit of its own beside the weight. */
  room(arcs: number): void {
    const { named } = this;
    const { graph } = named;
    if (named.fit === graph.weight) named.fit = graph.weight.slice();
    const needed = this.arcs + arcs;
    if (needed <= graph.mentorOf.length) return;
    const length = Math.max(needed, Math.ceil(graph.mentorOf.length * 1.5) + 64);
    const mentorOf = new Int32Array(length);
    const weight = new Float64Array(length);
    const fit = new Float64Array(length);
    mentorOf.set(graph.mentorOf);
    weight.set(graph.weight);
    fit.set(named.fit);
    Object.assign(graph, { mentorOf, weight });
    named.fit = fit;
    this.flow.growArcs();
  }

  remember(): Memory {
    const { graph } = this.named;
    return {
      flow: this.flow.save(),
      start: graph.start.slice(),
      end: graph.end.slice(),
      rest: graph.rest.slice(),
      most: graph.most.slice(),
      arcs: this.arcs,
      largest: this.largest,
      barred: this.barred,
      needs: this.needs.slice(),
      places: this.places.slice(),
      existing: this.existing.slice(),
    };
  }

  recall(before: Memory): void {
    const { graph } = this.named;
    this.flow.unlinkArcs(before.arcs, this.arcs);
    this.arcs = before.arcs;
    graph.start.set(before.start);
    graph.end.set(before.end);
    graph.rest.set(before.rest);
    graph.most.set(before.most);
    this.flow.restore(before.flow);
    this.barred = before.barred;
    this.largest = before.largest;
    this.needs = before.needs;
    this.places = before.places;
    this.existing = before.existing;
    for (const [i, pair] of this.existing.entries()) {
      this.named.existing[i] = pair ? this.mentor(pair.mentor) : -1;
      this.named.pinned[i] = Number(pair?.loyalty === 'pinned');
    }
  }

  pinOf(need: number): string | null {
    const pair = this.existing[need];
    return pair?.loyalty === 'pinned' ? pair.mentor : null;
  }

  placesOf(mentor: number): number {
    return this.places[mentor]!;
  }

  /** Loyalty that the pair earns while it is not pinned. */
  bonusOf(need: number, mentor: number): Points {
    const arc = arcBetween(this.named.graph, need, mentor);
    return this.named.graph.weight[arc]! - this.named.fit[arc]!;
  }
}

function barKey(need: string, mentor: string): string {
  return `${need}\n${mentor}`;
}
