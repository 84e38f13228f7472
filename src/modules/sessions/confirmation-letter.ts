import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { makeLink } from '../../platform/links.ts';
import { queueMail } from '../../platform/mail/outbox.ts';
import { whomToRing } from '../enterprises/advising/reads.ts';
import { addresseeOf } from '../enterprises/reads.ts';
import { confirmationWords, type WhyAsked } from './confirmation-words.ts';
import { askedSessions, isAskedAbout, waitingSessions } from './confirming/reads.ts';

const kind = 'confirm-session';
const reminder = 'confirm-session-reminder';

/** As many as one can go through in one sitting; the page leads on to the others. */
const mostInOneLetter = 20;

interface Asking {
  enrolmentId: string;
  /** Of one firm; the letter says all of them. */
  sessionIds: readonly string[];
  why: WhyAsked;
}

/**
 * Asks a firm to confirm or dispute sessions, by one letter with a link that needs no account; what waits in
 * letters that have not left yet is said in this one. False when nobody of the firm has an address: logging
 * must not fail because of that, staff see it beside the session.
 */
export async function askToConfirm(tx: Tx, ctx: Ctx, asking: Asking): Promise<boolean> {
  const { enrolmentId } = asking;
  const firm = await firmOf(tx, enrolmentId);
  const to = firm && (await addresseeOf(tx, firm.enterpriseId));
  if (!firm || !to) return false;
  const waiting = await waitingSessions(tx, { enterpriseIds: [firm.enterpriseId] });
  const own = waiting.filter((one) => one.enrolmentId === enrolmentId);
  const held = await takeBackHeld(tx, own, to.personId);
  const wanted = new Set([...asking.sessionIds, ...held]);
  const isFirstHeard = asking.sessionIds.every((id) => held.includes(id));
  const why = asking.why === 'corrected' && isFirstHeard ? 'logged' : asking.why;
  const stated = await askedSessions(tx, { enrolmentId, sessionIds: [...wanted] });
  const sessions = stated.filter(isAskedAbout).slice(-mostInOneLetter);
  const [first] = sessions;
  if (!first) return false;
  const { url } = await makeLink(tx, ctx, {
    purpose: kind,
    personId: to.personId,
    subjectId: first.sessionId,
    days: 60,
  });
  const adviser = await whomToRing(tx, ctx.clock.now(), { enrolmentId });
  const said = new Set(sessions.map((one) => one.sessionId));
  await queueMail(tx, ctx, {
    to: { personId: to.personId, address: to.email, name: to.name },
    kind: why === 'reminder' ? reminder : kind,
    ...confirmationWords({
      addressee: to.name,
      programme: firm.programme,
      why,
      sessions,
      more: waiting.filter((one) => !said.has(one.sessionId)).length,
      url,
    }),
    about: ['session', first.sessionId],
    answersTo: adviser?.personId,
  });
  const now = ctx.clock.now();
  await sql`
    update session_enterprise
    set asked_at = ${now}::timestamptz,
      reminded_at = case when ${why === 'reminder'} then ${now}::timestamptz else reminded_at end
    where enrolment_id = ${enrolmentId}::uuid and session_id = any(${[...said]}::uuid[])`.execute(
    tx,
  );
  return true;
}

async function firmOf(tx: Tx, enrolmentId: string) {
  return tx
    .selectFrom('enrolment as n')
    .innerJoin('programme as g', (on) =>
      on.onRef('g.org_id', '=', 'n.org_id').onRef('g.id', '=', 'n.programme_id'),
    )
    .select(['n.enterprise_id as enterpriseId', 'g.name as programme'])
    .where('n.id', '=', enrolmentId)
    .executeTakeFirst();
}

/** Takes back letters to the person that still wait in the outbox; gives the sessions that they were about. */
async function takeBackHeld(
  tx: Tx,
  waiting: readonly { sessionId: string }[],
  personId: string,
): Promise<string[]> {
  const ids = waiting.map((one) => one.sessionId);
  if (ids.length === 0) return [];
  const taken = await sql<{ createdAt: string }>`
    update mail set state = 'cancelled'
    where person_id = ${personId}::uuid and kind = ${kind} and state = 'queued'
      and about_id = any(${ids}::uuid[])
    returning created_at as "createdAt"`.execute(tx);
  const since = taken.rows.map((row) => row.createdAt).sort()[0];
  if (since === undefined) return [];
  const held = await sql<{ id: string }>`
    select session_id as id from session_enterprise
    where session_id = any(${ids}::uuid[]) and asked_at >= ${since}::timestamptz`.execute(tx);
  return held.rows.map((row) => row.id);
}
