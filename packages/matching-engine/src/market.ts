import { MarketState, type Edit, type Memory } from './market-state.ts';
import { resultOf, settleTies } from './match.ts';
import type { MatchInput, MatchResult, Points } from './problem.ts';

export interface Move {
  need: string;
  /** Null: without a mentor. */
  from: string | null;
  to: string | null;
}

export interface Change {
  /** Points gained (below zero: lost), loyalty counted. */
  gain: Points;
  moves: Move[];
}

export type WhyNot =
  | { regret: Points; chain: Move[] }
  | { reason: 'no-pair' | 'no-places' | 'pinned-away' };

export type WhyUnmatched =
  | { reason: 'no-pairs' }
  | {
      reason: 'outbid' | 'not-worth-it';
      /** What a place with each of its mentors is worth to others, and how far this need falls short. */
      mentors: { mentor: string; fit: Points; price: Points; short: Points }[];
      /** The needs that compete for the same places, this one among them, and how many places there are. */
      competing: string[];
      places: number;
    };

/**
 * A solved allocation that answers to edits by one or a few shortest chains each, and goes back by undo. Exact after
 * every step; `snapshot` gives the result with its certificate. An edit that cannot be held is refused whole.
 */
export class Market {
  private readonly state: MarketState;
  private past: Memory[] = [];

  /** @throws InputError on an input that cannot be solved. */
  constructor(input: MatchInput) {
    this.state = new MarketState(input);
    const { named, flow, salt } = this.state;
    settleTies(named, flow, salt);
  }

  /** Σ (fit + loyalty) of assigned − Σ penalties. */
  get total(): Points {
    return this.state.total;
  }

  /** Today's input, edits included. */
  input(): MatchInput {
    return this.state.input();
  }

  /** The mentor of a need, null without one. */
  mentorOf(need: string): string | null {
    return this.nameAt(this.state.flow.at[this.state.need(need)]!);
  }

  /**
   * Makes one edit and repairs what it touches.
   * @throws InputError when it names something unknown or cannot be held; nothing has changed then.
   */
  apply(edit: Edit): Change {
    const total = this.total;
    const before = this.state.remember();
    try {
      this.state.change(edit);
    } catch (error) {
      this.state.recall(before);
      throw error;
    }
    this.past.push(before);
    return this.changeSince(before, total);
  }

  /** Takes back the last edit: the same pairs and prices as before it. Null when there is none. */
  undo(): Change | null {
    const before = this.past.pop();
    if (!before) return null;
    const total = this.total;
    const now = this.state.flow.at.slice();
    this.state.recall(before);
    return { gain: this.total - total, moves: this.movesBetween(now, this.state.flow.at) };
  }

  /** What edits would do together, without doing them. */
  whatIf(edits: readonly Edit[]): Change {
    const total = this.total;
    const before = this.state.remember();
    try {
      for (const edit of edits) this.state.change(edit);
      return this.changeSince(before, total);
    } finally {
      this.state.recall(before);
    }
  }

  /** The allocation now, ties decided and prices lowered, with its certificate for `input()`. */
  snapshot(): MatchResult {
    const levels = settleTies(this.state.named, this.state.flow, this.state.salt);
    return resultOf(this.state.named, this.state.flow, this.input(), levels);
  }

  /** What putting this need with this mentor would cost all together, exactly, and who would move. */
  whyNot(need: string, mentor: string): WhyNot {
    const i = this.state.need(need);
    const j = this.state.mentor(mentor);
    if (!this.state.pairsOf(i).some((pair) => pair.mentor === mentor)) return { reason: 'no-pair' };
    if (this.state.placesOf(j) === 0) return { reason: 'no-places' };
    const pin = this.state.pinOf(i);
    if (pin !== null && pin !== mentor) return { reason: 'pinned-away' };
    if (this.state.flow.at[i] === j) return { regret: 0, chain: [] };
    if (this.state.pinnedAt(j) >= this.state.placesOf(j)) return { reason: 'no-places' };
    const change = this.whatIfForced(i, j);
    return { regret: 0 - change.gain, chain: change.moves };
  }

  /** Where a need would go without its mentor, and what that would cost all together; null when it has none. */
  runnerUp(need: string): { mentor: string | null; regret: Points; chain: Move[] } | null {
    const i = this.state.need(need);
    const mentor = this.nameAt(this.state.flow.at[i]!);
    if (mentor === null || this.state.pinOf(i) !== null) return null;
    const before = this.state.remember();
    const total = this.total;
    try {
      this.state.change({ kind: 'bar', need, mentor });
      const change = this.changeSince(before, total);
      return {
        mentor: this.nameAt(this.state.flow.at[i]!),
        regret: 0 - change.gain,
        chain: change.moves,
      };
    } finally {
      this.state.recall(before);
    }
  }

  /** Why a need has no mentor: no pair at all, or the set that competes for the places it could have. */
  whyUnmatched(need: string): WhyUnmatched | null {
    const i = this.state.need(need);
    if (this.state.flow.at[i]! >= 0) return null;
    const { graph, mentorIds, needIds } = this.state.named;
    const { flow } = this.state;
    if (graph.start[i] === graph.end[i]) return { reason: 'no-pairs' };
    const seen = new Set<number>();
    const queue: number[] = [];
    const competing = new Set([i]);
    const enter = (k: number, all: boolean) => {
      for (let arc = graph.start[k]!; arc < graph.end[k]!; arc += 1) {
        const j = graph.mentorOf[arc]!;
        const tight = graph.weight[arc]! - flow.price[j]! === flow.value[k];
        if ((all || tight) && !seen.has(j)) {
          seen.add(j);
          queue.push(j);
        }
      }
    };
    enter(i, true);
    for (let j = queue.pop(); j !== undefined; j = queue.pop()) {
      for (let k = flow.head[j]!; k >= 0; k = flow.next[k]!) {
        competing.add(k);
        enter(k, false);
      }
    }
    const mentors: Extract<WhyUnmatched, { reason: 'outbid' | 'not-worth-it' }>['mentors'] = [];
    for (let arc = graph.start[i]!; arc < graph.end[i]!; arc += 1) {
      const j = graph.mentorOf[arc]!;
      const price = flow.price[j]!;
      const short = graph.rest[i]! - graph.weight[arc]! + price;
      mentors.push({ mentor: mentorIds[j]!, fit: this.state.named.fit[arc]!, price, short });
    }
    mentors.sort((a, b) => a.short - b.short || (a.mentor < b.mentor ? -1 : 1));
    let places = 0;
    for (const j of seen) places += graph.most[j]!;
    return {
      reason: mentors.some((each) => each.price > 0) ? 'outbid' : 'not-worth-it',
      mentors,
      competing: [...competing].map((k) => needIds[k]!).toSorted(),
      places,
    };
  }

  /**
   * What a further mentor with these pairs would bring: the exact gain of the first place, of the second, and so on
   * (never rising), and who would move for each. Solved by `places` shortest chains on top of what is there.
   */
  recruit(
    pairs: readonly { need: string; fit: Points }[],
    places: number,
  ): { gains: Points[]; chains: Move[][] } {
    const newcomer = 'newcomer';
    const bound = new Map(pairs.map((pair) => [pair.need, pair.fit]));
    const input = this.input();
    const rest = this.state.named.needIds;
    const grown: MatchInput = {
      ...input,
      needs: input.needs.map((need) => {
        const fit = bound.get(need.id);
        return fit === undefined
          ? need
          : { ...need, pairs: [...need.pairs, { mentor: `${newcomer} ${rest.length}`, fit }] };
      }),
      mentors: [...input.mentors, { id: `${newcomer} ${rest.length}`, places: 0 }],
    };
    const market = new Market(grown);
    const gains: Points[] = [];
    const chains: Move[][] = [];
    for (let place = 1; place <= places; place += 1) {
      const change = market.apply({
        kind: 'places',
        mentor: `${newcomer} ${rest.length}`,
        places: place,
      });
      gains.push(change.gain);
      chains.push(
        change.moves.map((move) => ({
          need: move.need,
          from: move.from?.startsWith(newcomer) === true ? newcomer : move.from,
          to: move.to?.startsWith(newcomer) === true ? newcomer : move.to,
        })),
      );
    }
    return { gains, chains };
  }

  private whatIfForced(need: number, mentor: number): Change {
    const before = this.state.remember();
    const total = this.total;
    const bonus = this.state.bonusOf(need, mentor);
    try {
      this.state.change({
        kind: 'pin',
        need: this.state.named.needIds[need]!,
        mentor: this.state.named.mentorIds[mentor]!,
      });
      const change = this.changeSince(before, total);
      // A pinned pair carries no loyalty; the same pair unpinned would.
      return { gain: change.gain + bonus, moves: change.moves };
    } finally {
      this.state.recall(before);
    }
  }

  private changeSince(before: Memory, total: Points): Change {
    return {
      gain: this.total - total,
      moves: this.movesBetween(before.flow.at, this.state.flow.at),
    };
  }

  private movesBetween(before: Int32Array, after: Int32Array): Move[] {
    const moves: Move[] = [];
    for (let i = 0; i < before.length; i += 1) {
      if (before[i] === after[i]) continue;
      const need = this.state.named.needIds[i]!;
      moves.push({ need, from: this.nameAt(before[i]!), to: this.nameAt(after[i]!) });
    }
    return moves;
  }

  private nameAt(mentor: number): string | null {
    return this.state.nameAt(mentor);
  }
}
