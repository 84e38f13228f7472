import { AppError, precondition } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { needForUpdate } from '../../diagnosis/reads.ts';
import { freePlaces } from '../../mentors/mentor.ts';
import { ruleSentence } from '../hard-rules.ts';
import { checkNeedTakesMentor, makeOffer, type OfferRanking } from '../make-offer-step.ts';
import { makeShortlist } from '../make-shortlist-step.ts';
import type { MatchRole } from '../offer.ts';
import { explainPair } from '../ranking.ts';
import type { NeedInPlace } from '../reads.ts';
import { panelMeanOf } from '../score-parts.ts';
import { askableFor, type Desk, rulesOf, totalOf } from './desk.ts';
import { heldNeed } from './desk-rows.ts';

interface PairToSend {
  needId: string;
  mentorId: string;
  way: 'offer' | 'shortlist' | 'hold';
  others: readonly string[];
  role: MatchRole;
  briefing: string;
  reason: string;
}

/** What was read of the whole programme once needs and mentors were locked. */
export interface Known {
  desk: Desk;
  needs: ReadonlyMap<string, NeedInPlace>;
}

export interface Outcome {
  outcome: 'offered' | 'listed' | 'held' | 'skipped';
  /** Why it was left out, or what to know of it. */
  note: string;
  fit: number;
  /** The offer or the shortlist. */
  sentId: string | null;
}

const heldWords = {
  match: 'This need was matched meanwhile.',
  offer: 'A mentor was asked for this need meanwhile.',
  shortlist: 'The enterprise is choosing a mentor for this need already.',
};

const asProgramme = 'Best for the programme as a whole, as the match desk proposed.';

/**
 * Sends the letter of one pair if it still holds: the need open and free, the mentor with a place and not kept
 * away. What does not hold is an outcome, not an error; the caller has locked needs and mentors.
 */
export async function sendPair(
  tx: Tx,
  ctx: Ctx,
  pair: PairToSend,
  allocation: { id: string; position: number },
  known: Known,
): Promise<Outcome> {
  if (pair.way === 'hold') return { outcome: 'held', note: '', fit: 0, sentId: null };
  try {
    const need = await needForUpdate(tx, pair.needId);
    checkNeedTakesMentor(need);
    const held = await heldNeed(tx, pair.needId);
    if (held) return skipped(heldWords[held]);
    if (pair.way === 'shortlist') {
      const made = await makeShortlist(tx, ctx, {
        need,
        mentorIds: [pair.mentorId, ...pair.others],
        message: pair.briefing,
        allocation,
      });
      return {
        outcome: 'listed',
        note: made.isMailed ? '' : noAddress('enterprise'),
        fit: made.fits.get(pair.mentorId) ?? 0,
        sentId: made.shortlistId,
      };
    }
    const made = await makeOffer(tx, ctx, {
      needId: need.id,
      mentorId: pair.mentorId,
      role: pair.role,
      remark: '',
      overrideReason: pair.reason || asProgramme,
      shortlistId: null,
      allocation,
      ranking: rankingIn(known, pair),
      ...(pair.briefing === '' ? {} : { outline: pair.briefing }),
    });
    return {
      outcome: 'offered',
      note: made.isMailed ? '' : noAddress('mentor'),
      fit: made.fit,
      sentId: made.offerId,
    };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'internal') throw error;
    const fields = Object.values(error.fields);
    return skipped(fields.length > 0 ? fields.join(' ') : error.message);
  }
}

/** How the pair stands in the desk that was read under the locks; refuses what a hard rule forbids. */
function rankingIn({ desk, needs }: Known, pair: PairToSend): OfferRanking {
  const needAt = desk.needs.findIndex((need) => need.id === pair.needId);
  const mentorAt = desk.mentors.findIndex((mentor) => mentor.id === pair.mentorId);
  const need = desk.needs[needAt];
  const mentor = desk.mentors[mentorAt];
  const row = needs.get(pair.needId);
  if (!need || !row) throw precondition('This need is no longer open.');
  if (!mentor) throw precondition('This mentor has left the programme.');
  const rules = rulesOf(desk, needAt, mentorAt);
  if (rules.length > 0) {
    const why = rules.map((rule) => ruleSentence(rule, need.wanted, mentor.candidate)).join(' ');
    throw precondition(`${mentor.name} cannot be asked for this need. ${why}`);
  }
  const context = {
    adjacent: new Map<string, Set<string>>(),
    panelMean: panelMeanOf(desk.mentors.map((each) => each.candidate)),
  };
  const ranked = explainPair(need.wanted, mentor.candidate, desk.weights, context);
  const at = desk.mentors.filter((each, other) => {
    const total = totalOf(desk, needAt, other);
    return total !== null && total > ranked.total && freePlaces(each.candidate.load) > 0;
  }).length;
  return {
    need: row,
    name: mentor.name,
    at,
    ranked,
    askable: askableFor(desk, needAt),
    weightsVersion: desk.weightsVersion,
  };
}

function skipped(note: string): Outcome {
  return { outcome: 'skipped', note, fit: 0, sentId: null };
}

function noAddress(who: string): string {
  return `The ${who} has no mail address: no letter went out, please ring.`;
}
