import { formatDate, dateInZone, timeInZone } from '../../kernel/calendar.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { makeLink } from '../../platform/links.ts';
import { queueMail } from '../../platform/mail/outbox.ts';
import { whomToRing } from '../enterprises/advising/reads.ts';
import type { AttendanceState } from './attendance.ts';
import { questionOf } from './session-question.ts';

/** Asks the firm's lead to confirm or dispute a session, with a link that needs no account. */
export async function askToConfirm(
  tx: Tx,
  ctx: Ctx,
  about: { sessionId: string; enrolmentId: string; isReminder?: boolean },
): Promise<void> {
  const facts = await sessionFacts(tx, about.sessionId);
  const lead = await leadOf(tx, about.enrolmentId);
  if (!facts || !lead?.email) return;
  const { path } = await makeLink(tx, ctx, {
    purpose: 'confirm-session',
    personId: lead.personId,
    subjectId: about.sessionId,
    days: 60,
  });
  const day = formatDate(dateInZone(facts.startsAt, facts.zone));
  const from = timeInZone(facts.startsAt, facts.zone);
  const to = timeInZone(facts.endsAt, facts.zone);
  const when = `${day}, ${from} to ${to}`;
  const question = questionOf({
    when,
    mentors: facts.mentor,
    mentorAttendance: facts.mentorAttendance as AttendanceState,
    attendance: await attendanceOf(tx, about),
  });
  const wish = question.isHeld
    ? `lease confirm your session with ${facts.mentor}`
    : `lease say whether you agree about your appointment with ${facts.mentor}`;
  const { enrolmentId } = about;
  const adviser = await whomToRing(tx, ctx.clock.now(), { enrolmentId });
  await queueMail(tx, ctx, {
    to: { personId: lead.personId, address: lead.email, name: lead.name },
    kind: about.isReminder ? 'confirm-session-reminder' : 'confirm-session',
    subject: `${about.isReminder ? 'Reminder: p' : 'P'}${wish}`,
    body: `Dear ${lead.name},\n\n${question.isHeld ? '' : `This is about your appointment on ${when}. `}${question.said}\n\nPlease say whether that is right. It takes a minute and needs no password:\n${ctx.app.url}${path}\n\nIf something is wrong, say so on the same page and your adviser will look at it.\n\nWith kind regards\n${facts.programme}`,
    about: ['session', about.sessionId],
    answersTo: adviser?.personId,
  });
}

/** When the session was, with whom. Apart from its reader, because planning one join of all nine tables took most of the time. */
async function sessionFacts(tx: Tx, sessionId: string) {
  return tx
    .selectFrom('session as s')
    .innerJoin('programme as g', (on) =>
      on.onRef('g.org_id', '=', 's.org_id').onRef('g.id', '=', 's.programme_id'),
    )
    .innerJoin('session_mentor as m', (on) =>
      on.onRef('m.org_id', '=', 's.org_id').onRef('m.session_id', '=', 's.id'),
    )
    .innerJoin('mentor as o', (on) =>
      on.onRef('o.org_id', '=', 'm.org_id').onRef('o.id', '=', 'm.mentor_id'),
    )
    .innerJoin('person as q', (on) =>
      on.onRef('q.org_id', '=', 'o.org_id').onRef('q.id', '=', 'o.person_id'),
    )
    .select([
      's.starts_at as startsAt',
      's.ends_at as endsAt',
      'g.zone',
      'g.name as programme',
      'q.name as mentor',
      'm.attendance as mentorAttendance',
    ])
    .where('s.id', '=', sessionId)
    .orderBy('q.name')
    .limit(1)
    .executeTakeFirst();
}

/** What was logged of the firm. */
async function attendanceOf(
  tx: Tx,
  about: { sessionId: string; enrolmentId: string },
): Promise<AttendanceState> {
  const row = await tx
    .selectFrom('session_enterprise')
    .select('attendance')
    .where('session_id', '=', about.sessionId)
    .where('enrolment_id', '=', about.enrolmentId)
    .executeTakeFirstOrThrow();
  return row.attendance as AttendanceState;
}

/** Who answers for the firm: its lead, or else whoever comes first. */
async function leadOf(tx: Tx, enrolmentId: string) {
  return tx
    .selectFrom('enrolment as n')
    .innerJoin('enterprise_person as r', (on) =>
      on.onRef('r.org_id', '=', 'n.org_id').onRef('r.enterprise_id', '=', 'n.enterprise_id'),
    )
    .innerJoin('person as p', (on) =>
      on.onRef('p.org_id', '=', 'r.org_id').onRef('p.id', '=', 'r.person_id'),
    )
    .select(['p.id as personId', 'p.name', 'p.email'])
    .where('n.id', '=', enrolmentId)
    .where('r.to_on', 'is', null)
    .where('p.removed_at', 'is', null)
    .orderBy('r.is_lead', 'desc')
    .orderBy('p.name')
    .limit(1)
    .executeTakeFirst();
}
