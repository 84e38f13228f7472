import { formatDate } from '../../kernel/calendar.ts';
import { invalid, precondition } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { programmeById } from '../programmes/reads.ts';
import { answerDay } from './offer.ts';
import { rankMentorsForNeed } from './reads.ts';
import { refuseUnsettledRematch } from './rematch/open-rematch-step.ts';
import { mailShortlist } from './shortlist-letter-step.ts';
import { sendsShortlists } from './shortlist.ts';

interface ShortlistWish {
  need: { id: string; programme_id: string; enterprise_id: string };
  mentorIds: readonly string[];
  message: string;
  /** Day by which to choose; the programme's answer days when left out. */
  chooseBy?: string | undefined;
  /** The allocation that proposed the list, and its place in it. */
  allocation?: { id: string; position: number };
}

/**
 * Sends two or three mentors to an enterprise to choose from. The caller has locked the need and asked the
 * permission; one list at a time, and nobody on it whom a hard rule keeps away.
 */
export async function makeShortlist(tx: Tx, ctx: Ctx, wish: ShortlistWish) {
  const { need } = wish;
  const wanted = new Set(wish.mentorIds);
  if (wanted.size < 2) throw invalid({ mentorIds: 'Choose two or three different mentors.' });
  const programme = await programmeById(tx, need.programme_id);
  if (!sendsShortlists(programme.mentor_choice)) {
    throw precondition(
      'In this programme the adviser appoints the mentor, so no shortlist is sent. Ask one mentor directly.',
    );
  }
  await refuseUnsettledRematch(tx, need.id);
  const today = ctx.clock.today(programme.zone);
  if (wish.chooseBy !== undefined && wish.chooseBy < today) {
    throw invalid({ chooseBy: 'The day must not be in the past.' });
  }
  const open = await tx
    .selectFrom('shortlist')
    .select('choose_by')
    .where('need_id', '=', need.id)
    .where('state', '=', 'sent')
    .executeTakeFirst();
  if (open) {
    throw precondition(
      `The enterprise is choosing until ${formatDate(open.choose_by)}. Withdraw that shortlist first.`,
    );
  }
  const place = await rankMentorsForNeed(tx, ctx, need.id, Number.MAX_SAFE_INTEGER);
  const chosen = place.ranking.ranked.filter((each) => wanted.has(each.mentorId));
  if (chosen.length < wanted.size) {
    const out = place.ranking.excluded.find((each) => wanted.has(each.mentorId));
    const name = (out && place.mentors.get(out.mentorId)?.name) ?? 'A mentor of this list';
    throw precondition(
      `${name} cannot be offered. ${out?.rules.map((rule) => rule.because).join(' ') ?? ''}`.trim(),
    );
  }
  const chooseBy = wish.chooseBy ?? answerDay(today, programme.answer_days);
  const id = newId();
  await tx
    .insertInto('shortlist')
    .values({
      org_id: ctx.orgId,
      id,
      need_id: need.id,
      message: wish.message,
      sent_by: ctx.actor.personId,
      sent_at: ctx.clock.now(),
      choose_by: chooseBy,
      allocation_id: wish.allocation?.id ?? null,
      allocation_position: wish.allocation?.position ?? null,
    })
    .execute();
  await tx
    .insertInto('shortlist_mentor')
    .values(
      chosen.map((each, at) => ({
        org_id: ctx.orgId,
        shortlist_id: id,
        mentor_id: each.mentorId,
        position: at + 1,
        fit: each.total,
        parts: JSON.stringify(each.parts),
      })),
    )
    .execute();
  const isMailed = await mailShortlist(tx, ctx, {
    id,
    enterpriseId: need.enterprise_id,
    enrolmentId: place.need.enrolmentId,
    mentors: chosen.map((each) => {
      const row = place.mentors.get(each.mentorId);
      return [row?.name, row?.headline].filter(Boolean).join(': ');
    }),
    message: wish.message,
    chooseBy,
  });
  return {
    shortlistId: id,
    mentorIds: chosen.map((each) => each.mentorId),
    /** Mentor → total. */
    fits: new Map(chosen.map((each) => [each.mentorId, each.total])),
    weightsVersion: place.weightsVersion,
    chooseBy,
    isMailed,
  };
}
