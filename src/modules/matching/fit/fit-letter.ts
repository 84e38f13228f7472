import { newId } from '../../../kernel/ids.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { makeLink } from '../../../platform/links.ts';
import { personOfEnterprise, personOfMentor } from '../correspondent-rows.ts';
import { sendTo } from '../send-to-step.ts';
import type { DueFit } from './fit-check-rows.ts';

/** Days a mailed question can be answered without signing in. */
const linkDays = 60;

/** Asks one side by mail whether the two fit; false when nobody can be written to. */
export async function askFit(tx: Tx, ctx: Ctx, due: DueFit, checkId: string): Promise<boolean> {
  const isMentor = due.side === 'mentor';
  const person = isMentor
    ? await personOfMentor(tx, due.mentorId)
    : await personOfEnterprise(tx, due.enterpriseId);
  if (!person) return false;
  const { url } = await makeLink(tx, ctx, {
    purpose: isMentor ? 'answer-mentor-fit-check' : 'answer-fit-check',
    personId: person.personId,
    subjectId: checkId,
    days: linkDays,
  });
  const other = isMentor ? due.enterpriseName : due.mentorName;
  const opening =
    due.round > 1
      ? `You were still deciding whether ${other} and you fit.`
      : `You have met ${other} for the first time.`;
  const body = [
    `Dear ${person.name},`,
    `${opening} Does it fit? One tap is enough: good, still deciding, or not good.`,
    url,
    `Only the programme’s staff see your answer, ${other} does not. Nobody loses face when two do not fit: we find another.`,
    `With kind regards\n${ctx.org.name}`,
  ].join('\n\n');
  const subject = `${due.checkId ? 'A reminder: d' : 'D'}oes it fit with ${other}?`;
  const kind = due.checkId ? 'fit-check-reminder' : 'fit-check';
  return sendTo(
    tx,
    ctx,
    person,
    { subject, body },
    {
      kind,
      about: ['match', due.matchId],
      enrolmentId: due.enrolmentId,
    },
  );
}

interface FeedbackAsk {
  matchId: string;
  enterpriseId: string;
  occasion: 'third-session' | 'closure';
}

/** Notes that a firm is asked about its mentor, and gives the person and the address of the question. */
export async function openFeedback(tx: Tx, ctx: Ctx, ask: FeedbackAsk) {
  const id = newId();
  const made = await tx
    .insertInto('mentor_feedback')
    .values({
      org_id: ctx.orgId,
      id,
      match_id: ask.matchId,
      occasion: ask.occasion,
      asked_at: ctx.clock.now(),
    })
    .onConflict((clash) => clash.columns(['org_id', 'match_id', 'occasion']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return null;
  const person = await personOfEnterprise(tx, ask.enterpriseId);
  if (!person) return null;
  const { url } = await makeLink(tx, ctx, {
    purpose: 'give-feedback',
    personId: person.personId,
    subjectId: id,
    days: linkDays,
  });
  return { id, person, url };
}

/** Asks a firm after some sessions how it goes with its mentor. */
export async function askFeedback(
  tx: Tx,
  ctx: Ctx,
  due: { matchId: string; enrolmentId: string; enterpriseId: string; mentorName: string },
): Promise<void> {
  const opened = await openFeedback(tx, ctx, { ...due, occasion: 'third-session' });
  if (!opened) return;
  const { person, url } = opened;
  const body = [
    `Dear ${person.name},`,
    `You have met ${due.mentorName} a few times now. How does it go, and does it help? Two taps:`,
    url,
    `${due.mentorName} never sees your marks. They help us to find the right person for others.`,
    `With kind regards\n${ctx.org.name}`,
  ].join('\n\n');
  const subject = `How does it go with ${due.mentorName}?`;
  const posting = {
    kind: 'feedback',
    about: ['match', due.matchId] as const,
    enrolmentId: due.enrolmentId,
  };
  await sendTo(tx, ctx, person, { subject, body }, posting);
}
