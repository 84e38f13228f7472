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
  const id = await noteFeedback(tx, ctx, ask);
  const person = id === null ? null : await personOfEnterprise(tx, ask.enterpriseId);
  if (id === null || person === null) return null;
  const { url } = await makeLink(tx, ctx, {
    purpose: 'give-feedback',
    personId: person.personId,
    subjectId: id,
    days: linkDays,
  });
  return { id, person, url };
}

/** Null when the firm was asked already. */
async function noteFeedback(tx: Tx, ctx: Ctx, ask: Omit<FeedbackAsk, 'enterpriseId'>) {
  const made = await tx
    .insertInto('mentor_feedback')
    .values({
      org_id: ctx.orgId,
      id: newId(),
      match_id: ask.matchId,
      occasion: ask.occasion,
      asked_at: ctx.clock.now(),
    })
    .onConflict((clash) => clash.columns(['org_id', 'match_id', 'occasion']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return made?.id ?? null;
}

/** Asks a firm after some sessions how it goes with its mentor. */
export async function askFeedback(
  tx: Tx,
  ctx: Ctx,
  due: { matchId: string; enrolmentId: string; enterpriseId: string; mentorName: string },
): Promise<void> {
  const { matchId } = due;
  const id = await noteFeedback(tx, ctx, { matchId, occasion: 'third-session' });
  if (id !== null) await mailFeedback(tx, ctx, { ...due, id, occasion: 'third-session' });
}

interface AskedFeedback {
  id: string;
  matchId: string;
  enrolmentId: string;
  enterpriseId: string;
  mentorName: string;
  occasion: 'third-session' | 'closure';
  isAgain?: boolean;
}

/** Mails the question about a mentor with a new link; false when nobody can be written to. */
export async function mailFeedback(tx: Tx, ctx: Ctx, asked: AskedFeedback): Promise<boolean> {
  const { mentorName, occasion, isAgain = false } = asked;
  const person = await personOfEnterprise(tx, asked.enterpriseId);
  if (!person) return false;
  const { url } = await makeLink(tx, ctx, {
    purpose: 'give-feedback',
    personId: person.personId,
    subjectId: asked.id,
    days: linkDays,
  });
  const isOver = occasion === 'closure';
  const body = [
    `Dear ${person.name},`,
    isOver
      ? `Your time with ${mentorName} is over. How did it go, and did it help? Two taps:`
      : `You have met ${mentorName} a few times now. How does it go, and does it help? Two taps:`,
    url,
    `${mentorName} never sees your marks. They help us to find the right person for others.`,
    `With kind regards\n${ctx.org.name}`,
  ].join('\n\n');
  const question = isOver
    ? `ow did it go with ${mentorName}?`
    : `ow does it go with ${mentorName}?`;
  const subject = `${isAgain ? 'Once more: h' : 'H'}${question}`;
  return sendTo(
    tx,
    ctx,
    person,
    { subject, body },
    {
      kind: isAgain ? 'feedback-reminder' : 'feedback',
      about: ['match', asked.matchId],
      enrolmentId: asked.enrolmentId,
    },
  );
}
