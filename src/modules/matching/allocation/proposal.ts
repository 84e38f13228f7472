import { loyaltyOf } from '../../../../packages/matching-engine/src/loyalty.ts';
import { match } from '../../../../packages/matching-engine/src/match.ts';
import type { MatchInput, MatchResult } from '../../../../packages/matching-engine/src/problem.ts';
import { verify } from '../../../../packages/matching-engine/src/verify.ts';
import { freePlaces } from '../../mentors/mentor.ts';
import { penaltyOf, pointsOf, type Wishes } from './allocation.ts';
import { type Desk, type DeskNeed, rulesOf, totalOf } from './desk.ts';

/** A decision of an adviser that cannot be kept any more, and why. */
export interface Dropped {
  needId: string;
  mentorId: string;
  why: string;
}

export interface Proposal {
  desk: Desk;
  wishes: Wishes;
  input: MatchInput;
  result: MatchResult;
  /** Need → mentor, existing matches that take part among them. */
  pairs: ReadonlyMap<string, string>;
  dropped: readonly Dropped[];
  isProved: boolean;
}

/** Whether the solver may place the need: it is free, or its match may move, and nobody set it aside. */
export function takesPart(need: DeskNeed, wishes: Wishes): boolean {
  if (wishes.aside.has(need.id)) return false;
  return need.held === null || (need.held.kind === 'match' && wishes.loyalty !== null);
}

/**
 * The solver's input: the pairs no rule or wish keeps apart, the places left when every channel is counted, and
 * what must or would rather stay. Ids and order do not matter to the answer; the salt is the programme's.
 */
export function inputOf(
  desk: Desk,
  wishes: Wishes,
  salt: string,
): { input: MatchInput; dropped: Dropped[] } {
  const dropped: Dropped[] = [];
  const taking = desk.needs.flatMap((need, at) => (takesPart(need, wishes) ? [{ need, at }] : []));
  const places = placesOf(desk, wishes);
  const left = new Map(places);
  const existing: NonNullable<MatchInput['existing']>[number][] = [];
  const drop = (needId: string, mentorId: string, why: string) =>
    dropped.push({ needId, mentorId, why });
  for (const { need, at } of taking) {
    const pin = wishes.pins.get(need.id)?.mentorId;
    if (!pin) continue;
    const mentorAt = desk.mentors.findIndex((mentor) => mentor.id === pin);
    if (mentorAt < 0) drop(need.id, pin, 'This mentor has left.');
    else if (rulesOf(desk, at, mentorAt).length > 0)
      drop(need.id, pin, 'A hard rule forbids it now.');
    else if ((left.get(pin) ?? 0) === 0)
      drop(need.id, pin, 'This mentor has no place left for it.');
    else {
      left.set(pin, (left.get(pin) ?? 0) - 1);
      existing.push({ need: need.id, mentor: pin, loyalty: 'pinned' });
    }
  }
  const pinned = new Set(existing.map((each) => each.need));
  const needs = taking.map(({ need, at }) => {
    const stays = need.held?.kind === 'match' ? need.held.mentorId : null;
    const pairs = desk.mentors.flatMap((mentor, mentorAt) => {
      const total = totalOf(desk, at, mentorAt);
      if (total === null || !mayPair(wishes, need.id, mentor.id, stays)) return [];
      return [{ mentor: mentor.id, fit: pointsOf(total, need.priority) }];
    });
    if (stays !== null && !pinned.has(need.id) && pairs.some((pair) => pair.mentor === stays)) {
      const meetings = need.held?.meetings ?? 0;
      const loyalty = loyaltyOf(wishes.loyalty ?? 0, meetings);
      existing.push({ need: need.id, mentor: stays, loyalty, meetings });
    }
    const penalty = penaltyOf(need.priority, need.days);
    // Nobody loses a mentor they have so that somebody else gets one.
    return { id: need.id, unmatchedPenalty: stays === null ? penalty : 4 * penalty, pairs };
  });
  const mentors = desk.mentors.map(({ id }) => ({ id, places: places.get(id) ?? 0 }));
  return { input: { needs, mentors, existing, salt }, dropped };
}

function mayPair(wishes: Wishes, needId: string, mentorId: string, stays: string | null): boolean {
  if (wishes.pins.get(needId)?.mentorId === mentorId || stays === mentorId) return true;
  return !wishes.paused.has(mentorId) && !wishes.bars.get(needId)?.has(mentorId);
}

/** Places each mentor has for this run, those of matches that may move counted as free. */
export function placesOf(desk: Desk, wishes: Wishes): Map<string, number> {
  const movable = new Map<string, number>();
  for (const need of desk.needs) {
    const mentorId = need.held?.mentorId ?? null;
    if (mentorId === null || need.held?.kind !== 'match' || !takesPart(need, wishes)) continue;
    movable.set(mentorId, (movable.get(mentorId) ?? 0) + 1);
  }
  return new Map(
    desk.mentors.map(({ id, candidate }) => {
      const held = movable.get(id) ?? 0;
      const agreed = candidate.load.agreedPlaces + (wishes.places.get(id) ?? 0);
      const free = freePlaces({ ...candidate.load, agreedPlaces: agreed + held });
      return [id, Math.max(held, free)];
    }),
  );
}

/** Solves, and checks the answer with the checker that shares no code with the solver. */
export function propose(desk: Desk, wishes: Wishes, salt: string): Proposal {
  const { input, dropped } = inputOf(desk, wishes, salt);
  const result = match(input);
  return {
    desk,
    wishes,
    input,
    result,
    pairs: new Map(result.assigned.map((pair) => [pair.need, pair.mentor])),
    dropped,
    isProved: verify(input, result).ok,
  };
}

export interface Totals {
  /** Needs that are to be placed, existing matches not among them. */
  open: number;
  served: number;
  /** Mean total of the proposed pairs, 0 to 10,000; null without any. */
  meanFit: number | null;
  /** Sum of their totals. */
  fit: number;
  /** Existing matches that the proposal moves to another mentor. */
  moved: number;
  /** How many needs the solver may place, and what it reached; comparable where that number is the same. */
  taking: number;
  objective: number;
}

/** How good a proposal is, in the words of its users. */
export function totalsOf({ desk, wishes, pairs, input, result }: Proposal): Totals {
  const totals: Totals = {
    open: 0,
    served: 0,
    meanFit: null,
    fit: 0,
    moved: 0,
    taking: input.needs.length,
    objective: result.objective,
  };
  const mentorAt = new Map(desk.mentors.map((mentor, at) => [mentor.id, at]));
  for (const [at, need] of desk.needs.entries()) {
    const mentor = pairs.get(need.id);
    if (need.held !== null) {
      if (takesPart(need, wishes) && mentor !== need.held.mentorId) totals.moved += 1;
      continue;
    }
    totals.open += 1;
    if (mentor === undefined) continue;
    totals.served += 1;
    totals.fit += totalOf(desk, at, mentorAt.get(mentor) ?? -1) ?? 0;
  }
  return { ...totals, meanFit: totals.served === 0 ? null : totals.fit / totals.served };
}

export interface Change {
  needId: string;
  from: string | null;
  to: string | null;
}

/** Who has the need in a proposal: whom it gives, or the mentor of a match that takes no part. */
function mentorIn({ pairs, wishes }: Proposal, need: DeskNeed): string | null {
  const given = pairs.get(need.id);
  if (given !== undefined) return given;
  return need.held?.kind === 'match' && !takesPart(need, wishes) ? need.held.mentorId : null;
}

/** Which needs the second proposal gives to somebody else than the first; a match that exists and stays is no move. */
export function changesBetween(before: Proposal, after: Proposal): Change[] {
  return after.desk.needs.flatMap((need) => {
    const from = mentorIn(before, need);
    const to = mentorIn(after, need);
    return from === to ? [] : [{ needId: need.id, from, to }];
  });
}
