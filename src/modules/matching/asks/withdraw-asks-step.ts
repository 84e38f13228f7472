import { sql } from 'kysely';
import { programmePaths } from '../../../kernel/paths.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { cancelMail } from '../../../platform/mail/outbox.ts';
import { type AreaKey, areaLabels } from '../../programmes/area.ts';
import { whomToRing } from '../../enterprises/advising/reads.ts';
import { personById, personOfEnterprise, personOfMentor } from '../correspondent-rows.ts';
import { adviserLetter, withdrawnLetter } from '../mails.ts';
import { sendTo } from '../send-to-step.ts';
import {
  askSubject,
  askText,
  letterKey,
  type LetterTexts,
  type OpenAsk,
  type WithdrawnAsks,
} from './ask.ts';
import { type AskScope, openAsksOf } from './reads.ts';

interface Manner {
  letters?: LetterTexts;
  /** False for a mentor who is out of reach, or ends it themself. */
  tellsMentor?: boolean;
  /** What the adviser reads of it, after the mentor's name; null where the adviser ends it or hears of it anyway. */
  toAdviser?: string | null;
}

/**
 * Takes back every open question in the scope, under its lock, with the letters about it that have not left; whoever
 * has been asked is told. With a mentor, shortlists go on without them while anybody is left to choose. The caller
 * holds the lock of what ends.
 */
export async function withdrawAsks(
  tx: Tx,
  ctx: Ctx,
  scope: AskScope,
  { letters = {}, tellsMentor = true, toAdviser = null }: Manner,
): Promise<WithdrawnAsks> {
  const gone: WithdrawnAsks = { offers: [], shortlists: [], struck: [] };
  for (const ask of await openAsksOf(tx, scope, { locks: true })) {
    if (scope.mentorId !== undefined && ask.kind === 'shortlist') {
      await strike(tx, ctx, ask.id, scope.mentorId);
      if (ask.left > 0) {
        gone.struck.push(ask.id);
        continue;
      }
    }
    const text = letters[letterKey(ask)] || askText(ask);
    if (ask.kind === 'offer') {
      await withdrawOneOffer(tx, ctx, ask, tellsMentor ? text : null);
      gone.offers.push(ask.id);
    } else {
      await withdrawOneShortlist(tx, ctx, ask, text);
      gone.shortlists.push(ask.id);
    }
    if (toAdviser !== null) await tellAdviser(tx, ctx, ask, toAdviser);
  }
  return gone;
}

/** Takes one locked offer back; a mentor who has its letter is told, in these words. */
export async function withdrawOneOffer(
  tx: Tx,
  ctx: Ctx,
  offer: Pick<OpenAsk, 'id' | 'mentorId' | 'area' | 'enrolmentId'>,
  text: string | null,
): Promise<void> {
  await tx
    .updateTable('offer')
    .set({
      state: 'withdrawn',
      answered_at: ctx.clock.now(),
      version: sql<number>`version + 1`,
    })
    .where('id', '=', offer.id)
    .execute();
  // Who has the offer is told, though a reminder may still wait for the end of their quiet hours.
  const unsent = await cancelMail(tx, offer.id, 'offer');
  await cancelMail(tx, offer.id);
  if (unsent > 0 || text === null || offer.mentorId === null) return;
  const mentor = await personOfMentor(tx, offer.mentorId);
  const words = withdrawnLetter({
    name: mentor?.name ?? '',
    organisation: ctx.org.name,
    subject: askSubject({ kind: 'offer', area: offer.area }),
    text,
  });
  await sendTo(tx, ctx, mentor, words, {
    kind: 'offer-withdrawn',
    about: ['offer', offer.id],
    enrolmentId: offer.enrolmentId,
  });
}

/** Takes one locked shortlist back; a firm that has its letter is told, in these words. */
export async function withdrawOneShortlist(
  tx: Tx,
  ctx: Ctx,
  list: Pick<OpenAsk, 'id' | 'enterpriseId' | 'area' | 'enrolmentId'>,
  text: string,
): Promise<void> {
  await tx
    .updateTable('shortlist')
    .set({
      state: 'withdrawn',
      answered_at: ctx.clock.now(),
      version: sql<number>`version + 1`,
    })
    .where('id', '=', list.id)
    .execute();
  const unsent = await cancelMail(tx, list.id, 'shortlist');
  await cancelMail(tx, list.id);
  if (unsent > 0) return;
  const firm = await personOfEnterprise(tx, list.enterpriseId);
  const words = withdrawnLetter({
    name: firm?.name ?? '',
    organisation: ctx.org.name,
    subject: askSubject({ kind: 'shortlist', area: list.area }),
    text,
  });
  await sendTo(tx, ctx, firm, words, {
    kind: 'shortlist-withdrawn',
    about: ['shortlist', list.id],
    enrolmentId: list.enrolmentId,
  });
}

async function strike(tx: Tx, ctx: Ctx, shortlistId: string, mentorId: string): Promise<void> {
  await tx
    .updateTable('shortlist_mentor')
    .set({ struck_at: ctx.clock.now() })
    .where('shortlist_id', '=', shortlistId)
    .where('mentor_id', '=', mentorId)
    .execute();
}

async function tellAdviser(tx: Tx, ctx: Ctx, ask: OpenAsk, why: string): Promise<void> {
  const responsible = await whomToRing(tx, ctx.clock.now(), ask);
  if (!responsible || responsible.personId === ctx.actor.personId) return;
  const area = areaLabels[ask.area as AreaKey].toLowerCase();
  const words = adviserLetter({
    name: responsible.name,
    organisation: ctx.org.name,
    subject: `${ask.enterpriseName} needs another mentor`,
    text:
      ask.kind === 'offer'
        ? `${ask.mentorName} was asked about ${area} and ${why}. The question is withdrawn, and the need waits again.`
        : `Nobody is left on the list that ${ask.enterpriseName} was to choose from for ${area}: the last mentor ${why}. The list is withdrawn, and the need waits again.`,
    url: `${ctx.app.url}${programmePaths(ctx.org.slug, ask.programmeSlug).matching(ask.needId)}`,
  });
  const person = await personById(tx, responsible.personId);
  await sendTo(tx, ctx, person, words, { kind: 'ask-ended', about: [ask.kind, ask.id] });
}
