import { sql } from 'kysely';
import { z } from 'zod';
import { formatInstant } from '../../../kernel/calendar.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { command } from '../../../platform/command.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { makeLink } from '../../../platform/links.ts';
import { outlineOf } from '../briefing.ts';
import { personById, personOfMentor } from '../correspondent-rows.ts';
import { type DueOffer, dueOffers, lateShortlists } from '../due-answer-rows.ts';
import { hearOfNo } from '../hear-of-no-step.ts';
import { adviserLetter, nudgeLetter } from '../mails.ts';
import { matchingPermissions } from '../permissions.ts';
import { needInPlace } from '../reads.ts';
import { sendTo } from '../send-to-step.ts';

/** Keeps the list of ids from being empty. */
const noOffer = '00000000-0000-0000-0000-000000000000';

/**
 * The answer clock, run by a job: reminds mentors the working day before, puts needs whose offer was not
 * answered back into the queue and tells the adviser, and closes shortlists nobody chose from. `only` is the id of one
 * offer or shortlist: the job takes each by itself, so that one that fails keeps no other from its day.
 */
export const expireOffers = command({
  name: 'expire-offers',
  permission: matchingPermissions.offer.expire,
  input: z.strictObject({ only: z.uuid().nullable().default(null) }),
  async run({ ctx, tx, input: { only }, allow, audit }) {
    allow({});
    const now = ctx.clock.now();
    const { expired, toNudge } = await dueOffers(tx, now, { locks: true, only });
    for (const offer of expired) await tellAdviser(tx, ctx, offer);
    for (const offer of toNudge) await nudge(tx, ctx, offer);
    const ids = (offers: readonly DueOffer[]) => offers.map((offer) => offer.id);
    await sql`
      update offer set state = 'expired', version = version + 1
      where id = any(${ids(expired)}::uuid[])`.execute(tx);
    await sql`
      update offer set nudged_at = ${now}::timestamptz
      where id = any(${ids(toNudge)}::uuid[])`.execute(tx);
    const listed = await tx
      .selectFrom('offer')
      .select(['id', 'need_id', 'mentor_id', 'shortlist_id'])
      .where('id', 'in', [...ids(expired), noOffer])
      .where('shortlist_id', 'is not', null)
      .execute();
    for (const offer of listed) await hearOfNo(tx, ctx, offer, { isAnswer: false });
    const shortlists = await tx
      .updateTable('shortlist')
      .set({ state: 'expired' })
      .where('state', '=', 'sent')
      .where('id', 'in', [...(await lateShortlists(tx, now, only)), noOffer])
      .returning('id')
      .execute();
    await audit({
      subject: ['offer', null],
      changes: {
        expired: ids(expired),
        nudged: ids(toNudge),
        shortlists: shortlists.map((row) => row.id),
      },
    });
    return { expired: expired.length, nudged: toNudge.length, shortlists: shortlists.length };
  },
});

async function nudge(tx: Tx, ctx: Ctx, offer: DueOffer): Promise<void> {
  const mentor = await personOfMentor(tx, offer.mentorId);
  const link = await makeLink(tx, ctx, {
    purpose: 'answer-offer',
    personId: mentor?.personId,
    subjectId: offer.id,
    days: 30,
  });
  const words = nudgeLetter({
    name: mentor?.name ?? '',
    organisation: ctx.org.name,
    about: outlineOf(await needInPlace(tx, offer.needId)),
    due: formatInstant(offer.answerBy, offer.zone),
    url: link.url,
  });
  const about = ['offer', offer.id] as const;
  await sendTo(tx, ctx, mentor, words, {
    kind: 'offer-reminder',
    enrolmentId: offer.enrolmentId,
    about,
    giveUpAt: offer.answerBy,
  });
}

async function tellAdviser(tx: Tx, ctx: Ctx, offer: DueOffer): Promise<void> {
  const adviser = await personById(tx, offer.adviserId ?? offer.offeredBy);
  if (!adviser) return;
  const mentor = await personOfMentor(tx, offer.mentorId);
  const paths = programmePaths(ctx.org.slug, offer.programme);
  const words = adviserLetter({
    name: adviser.name,
    organisation: ctx.org.name,
    subject: `No answer about ${offer.enterpriseName}`,
    text: `${mentor?.name ?? 'The mentor'} has not answered in time. The need is back in the queue.`,
    url: `${ctx.app.url}${paths.matching(offer.needId)}`,
  });
  const about = ['offer', offer.id] as const;
  await sendTo(tx, ctx, adviser, words, { kind: 'offer-expired', about });
}
