import { type AppError, invalid, precondition } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { programmeById } from '../programmes/reads.ts';
import { outlineText } from './briefing.ts';
import { identityOf, outlineFactsOf } from './briefing-rows.ts';
import { withoutNames } from './firm-identity.ts';
import { type MatchRole, answerBy } from './offer.ts';
import { mailOffer } from './offer-letter-step.ts';
import type { RankedMentor } from './ranking.ts';
import { type NeedInPlace, needInPlace, rankMentorsForNeed } from './reads.ts';
import { refuseUnsettledRematch } from './rematch/open-rematch-step.ts';
import { sharingSaid } from './sharing/reads.ts';
import { asksWhyDirect } from './shortlist.ts';
import { lockMentorPlaces } from './store.ts';

interface OfferWish {
  needId: string;
  mentorId: string;
  role: MatchRole;
  /** What the adviser adds to the briefing. */
  remark: string;
  /**
   * Why not the mentor ranked first, or why the firm does not choose where it otherwise would; a choice of the
   * enterprise itself needs none.
   */
  overrideReason: string | null;
  shortlistId: string | null;
  /** The enterprise itself chose: it reads nothing that only staff know of why a mentor cannot be asked. */
  isChosenByFirm?: boolean;
  /** What the mentor reads before answering, as the adviser worded it; without it, made from the facts. */
  outline?: string;
  /** The firm said yes to this mentor; a choice from a shortlist says it too. */
  firmAgreed?: boolean;
  /** The allocation that proposed the pair, and its place in it. */
  allocation?: { id: string; position: number };
  /** Worked out by the caller under the same locks, hard rules checked; otherwise it is done here. */
  ranking?: OfferRanking;
}

export interface OfferRanking {
  need: NeedInPlace;
  /** The mentor's. */
  name: string;
  /** Place in the ranking of this need, from 0. */
  at: number;
  ranked: RankedMentor;
  /** How many mentors can be asked for this need. */
  askable: number;
  weightsVersion: number;
}

/** To an adviser who asks a mentor directly in a programme where the firm chooses. */
export const whyDirect =
  'In this programme the firm chooses: say why this mentor is asked directly.';

/** To a firm: not that its present match is to change, which it may not know yet. */
const waitForAdviser =
  'Your adviser has something to settle before a mentor can be asked. Your list stays open: choose again in a few days, or ask your adviser.';

/**
 * Offers a need to a mentor and mails the briefing. The caller has locked the need and asked the permission.
 * The mentor's places are counted under the mentor's lock: of two offers for the last place one is refused.
 */
export async function makeOffer(tx: Tx, ctx: Ctx, wish: OfferWish) {
  const { programmeId } = await needInPlace(tx, wish.needId);
  const programme = await programmeById(tx, programmeId);
  await refuseUnsettledRematch(tx, wish.needId, wish.isChosenByFirm ? waitForAdviser : undefined);
  const { free } = await lockMentorPlaces(tx, wish.mentorId, ctx.clock.today(programme.zone));
  const { need, name, at, ranked, askable, weightsVersion } =
    wish.ranking ?? (await rankingFor(tx, ctx, wish));
  if (free === 0) throw cannotAsk(wish, name, 'Has no place left.');
  const isDirect = wish.shortlistId === null;
  const asksWhy = isDirect && asksWhyDirect(programme.mentor_choice, askable);
  if (asksWhy && !wish.overrideReason) throw invalid({ overrideReason: whyDirect });
  if (at > 0 && isDirect && !wish.overrideReason) {
    throw invalid({
      overrideReason: 'Say why you choose this mentor and not the one ranked first.',
    });
  }
  const firmAgreed = !isDirect || wish.firmAgreed === true;
  await refuseUnasked(tx, need.enrolmentId, firmAgreed);
  const due = answerBy(ctx.clock.now(), programme.answer_days, programme.zone);
  const id = newId();
  // Whoever worded it: a name that slipped in does not leave.
  const outline =
    wish.outline === undefined
      ? outlineText(await outlineFactsOf(tx, need, wish.remark))
      : withoutNames(wish.outline, await identityOf(tx, need.enterpriseId));
  await tx
    .insertInto('offer')
    .values({
      org_id: ctx.orgId,
      id,
      need_id: need.id,
      mentor_id: wish.mentorId,
      shortlist_id: wish.shortlistId,
      role: wish.role,
      fit: ranked.total,
      parts: JSON.stringify(ranked.parts),
      weights_version: weightsVersion,
      override_reason: at > 0 || asksWhy ? wish.overrideReason : null,
      outline,
      remark: wish.remark,
      firm_agreed: firmAgreed,
      offered_by: ctx.actor.personId,
      offered_at: ctx.clock.now(),
      answer_by: due,
      allocation_id: wish.allocation?.id ?? null,
      allocation_position: wish.allocation?.position ?? null,
    })
    .execute();
  const isMailed = await mailOffer(tx, ctx, {
    ...{ id, mentorId: wish.mentorId, need, outline, answerBy: due, zone: programme.zone },
  });
  return { offerId: id, place: at + 1, fit: ranked.total, weightsVersion, answerBy: due, isMailed };
}

/** A firm that wishes to be asked about each mentor is asked before the mentor is. */
async function refuseUnasked(tx: Tx, enrolmentId: string, firmAgreed: boolean): Promise<void> {
  if (firmAgreed) return;
  if ((await sharingSaid(tx, enrolmentId)) !== 'ask-first') return;
  throw invalid({
    firmAgreed:
      'This enterprise wishes to be asked about each mentor. Ask it and tick that it agrees, or send it a list to choose from.',
  });
}

/** How the mentor ranks for the need now; refuses whom a hard rule keeps away. */
async function rankingFor(tx: Tx, ctx: Ctx, wish: OfferWish): Promise<OfferRanking> {
  const { need, mentors, ranking, weightsVersion } = await rankMentorsForNeed(
    tx,
    ctx,
    wish.needId,
    Number.MAX_SAFE_INTEGER,
  );
  const name = mentors.get(wish.mentorId)?.name ?? 'This mentor';
  const out = ranking.excluded.find((each) => each.mentorId === wish.mentorId);
  if (out) {
    throw cannotAsk(wish, name, out.rules.map((rule) => rule.because).join(' '));
  }
  const at = ranking.ranked.findIndex((each) => each.mentorId === wish.mentorId);
  const ranked = ranking.ranked[at];
  if (!ranked) throw cannotAsk(wish, name, 'Has left the programme.');
  return { need, name, at, ranked, askable: ranking.eligible, weightsVersion };
}

/** A conflict or a veto is nobody's business but the staff's; a firm is told how to go on. */
function cannotAsk(wish: OfferWish, name: string, why: string): AppError {
  return precondition(
    wish.isChosenByFirm
      ? `${name} can no longer be asked. Choose another mentor of the list, or say that none fits.`
      : `${name} cannot be asked for this need. ${why}`,
  );
}

/** Refuses a need that takes no mentor: it is closed, or the enterprise may not be supported. */
export function checkNeedTakesMentor(need: {
  state: string;
  enrolment_state: string;
  programme_state: string;
}): void {
  if (need.state === 'closed') throw precondition('This need is closed. Open a new one first.');
  if (need.enrolment_state !== 'eligible') {
    throw precondition('Mentors can be offered only to enterprises that were found eligible.');
  }
  if (need.programme_state === 'closed') {
    throw precondition('This programme is closed: nobody is asked or matched any more.');
  }
}
