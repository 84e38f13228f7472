import { AppError } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { needForUpdate } from '../../diagnosis/reads.ts';
import { checkNeedTakesMentor, makeOffer } from '../make-offer-step.ts';
import { makeShortlist } from '../make-shortlist-step.ts';
import type { MatchRole } from '../offer.ts';
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
      ...(pair.briefing === '' ? {} : { briefing: pair.briefing }),
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

function skipped(note: string): Outcome {
  return { outcome: 'skipped', note, fit: 0, sentId: null };
}

function noAddress(who: string): string {
  return `The ${who} has no mail address: no letter went out, please ring.`;
}
