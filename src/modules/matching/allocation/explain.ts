import { type Move, Market } from '../../../../packages/matching-engine/src/market.ts';
import { explainPair, plusAndMinus, type RankedMentor } from '../ranking.ts';
import { panelMeanOf } from '../score-parts.ts';
import { rulesOf, totalOf } from './desk.ts';
import type { Proposal } from './proposal.ts';

/** Another mentor for a need, and what the whole would lose by it. */
export interface Alternative {
  /** Null: the need would wait. */
  mentorId: string | null;
  /** Points of the whole that are lost; below 0 where somebody decided otherwise and the whole would gain. */
  regret: number;
  /** Who else would have to change. */
  chain: readonly Move[];
}

/** The solved proposal as a market that answers "why" and "what if". */
export function marketOf(proposal: Proposal): Market {
  return new Market(proposal.input);
}

/**
 * The next best mentor of every placed need, where there is one. For a pair that somebody decided: whom the need would
 * get without the decision and without that mentor.
 */
export function runnersUp(proposal: Proposal, market: Market): Map<string, Alternative> {
  const found = new Map<string, Alternative>();
  for (const needId of proposal.pairs.keys()) {
    const pinned = proposal.wishes.pins.get(needId)?.mentorId;
    if (pinned !== undefined && pinned === proposal.pairs.get(needId)) {
      const free = market.whatIf([
        { kind: 'unpin', need: needId },
        { kind: 'bar', need: needId, mentor: pinned },
      ]);
      const mentorId = free.moves.find(({ need }) => need === needId)?.to ?? null;
      found.set(needId, { mentorId, regret: 0 - free.gain, chain: free.moves });
      continue;
    }
    const next = market.runnerUp(needId);
    if (next) found.set(needId, { ...next, mentorId: next.mentor });
  }
  return found;
}

/** What giving the need to this mentor would cost, or why it cannot be asked. */
export function whyNot(
  market: Market,
  needId: string,
  mentorId: string,
): Alternative | NotPossible {
  const answer = market.whyNot(needId, mentorId);
  return 'reason' in answer
    ? { mentorId, reason: answer.reason }
    : { mentorId, regret: answer.regret, chain: answer.chain };
}

export interface NotPossible {
  mentorId: string;
  reason: 'no-pair' | 'no-places' | 'pinned-away';
}

export interface ReasonedPair extends RankedMentor {
  plus: RankedMentor['parts'];
  minus: RankedMentor['parts'];
}

/** Fit and reasons of some pairs in words; made only for pairs that are shown. */
export function reasonsOf(
  { desk }: Proposal,
  pairs: readonly (readonly [needId: string, mentorId: string])[],
): Map<string, ReasonedPair> {
  const needs = new Map(desk.needs.map((need) => [need.id, need]));
  const mentors = new Map(desk.mentors.map((mentor) => [mentor.id, mentor]));
  const context = {
    adjacent: new Map<string, Set<string>>(),
    panelMean: panelMeanOf(desk.mentors.map((each) => each.candidate)),
  };
  const reasoned = new Map<string, ReasonedPair>();
  for (const [needId, mentorId] of pairs) {
    const need = needs.get(needId);
    const mentor = mentors.get(mentorId);
    if (!need || !mentor) continue;
    const pair = explainPair(need.wanted, mentor.candidate, desk.weights, context);
    reasoned.set(`${needId} ${mentorId}`, { ...pair, ...plusAndMinus(pair) });
  }
  return reasoned;
}

/**
 * Why a need gets nobody: nobody may take it, those who may have no place at all, or others need the same places
 * more.
 */
export type Unserved =
  | { why: 'nobody-may' }
  | { why: 'no-places'; mentorIds: string[] }
  | { why: 'outbid'; mentorIds: string[]; needs: number; places: number };

/** Why each need that takes part and is not placed gets nobody. */
export function unservedOf(proposal: Proposal, market: Market): Map<string, Unserved> {
  const found = new Map<string, Unserved>();
  const places = new Map(proposal.input.mentors.map((mentor) => [mentor.id, mentor.places]));
  for (const needId of proposal.result.unmatched) {
    const answer = market.whyUnmatched(needId);
    if (!answer || answer.reason === 'no-pairs') {
      found.set(needId, { why: 'nobody-may' });
      continue;
    }
    const could = answer.mentors.map((each) => each.mentor);
    const open = could.filter((id) => (places.get(id) ?? 0) > 0);
    found.set(
      needId,
      open.length === 0
        ? { why: 'no-places', mentorIds: could }
        : { why: 'outbid', mentorIds: open, needs: answer.competing.length, places: answer.places },
    );
  }
  return found;
}

/** The mentor of the best fit for a need alone, whether or not a place is left. */
export function bestFitOf({ desk }: Proposal, needId: string): string | null {
  const needAt = desk.needs.findIndex((need) => need.id === needId);
  let best: string | null = null;
  let most = -1;
  for (const [at, mentor] of desk.mentors.entries()) {
    const total = totalOf(desk, needAt, at);
    if (total !== null && total > most && rulesOf(desk, needAt, at).length === 0) {
      most = total;
      best = mentor.id;
    }
  }
  return best;
}
