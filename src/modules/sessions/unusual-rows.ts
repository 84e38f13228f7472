import { sql } from 'kysely';
import { minutesBetween } from '../../kernel/calendar.ts';
import { invalid } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/database.ts';
import type { SessionTime } from './session-input.ts';
import { unusualTime } from './unusual-time.ts';

interface Meeting extends SessionTime {
  /** The session itself, when it is stored already: its stored minutes are left out of the day. */
  sessionId: string | null;
  enrolmentIds: readonly string[];
  mentorIds: readonly string[];
  zone: string;
  isHeld: boolean;
}

/** What is unusual about a session that is logged or stands there, a sentence each. */
export async function unusualOf(tx: Tx, meeting: Meeting): Promise<string[]> {
  const { sessionId, enrolmentIds, mentorIds, zone, startsAt } = meeting;
  const minutes = sql`extract(epoch from s.ends_at - s.starts_at) / 60 + s.preparation_minutes
    + s.follow_up_minutes + s.travel_minutes + s.administration_minutes`;
  const isSameDay = sql`s.state = 'logged'
    and (s.starts_at at time zone ${zone})::date = (${startsAt}::timestamptz at time zone ${zone})::date
    and (${sessionId}::uuid is null or s.id <> ${sessionId}::uuid)`;
  const days = await sql<{ firms: number | null; mentors: number | null }>`
    select
      (select max(d.sum)::int from (
        select sum(${minutes}) as sum
        from session_enterprise x
        join session s on s.org_id = x.org_id and s.id = x.session_id
        where x.enrolment_id = any(${[...enrolmentIds]}::uuid[])
          and x.attendance in ('attended', 'late') and ${isSameDay}
        group by x.enrolment_id) d) as firms,
      (select max(d.sum)::int from (
        select sum(${minutes}) as sum
        from session_mentor k
        join session s on s.org_id = k.org_id and s.id = k.session_id
        where k.mentor_id = any(${[...mentorIds]}::uuid[])
          and k.attendance in ('attended', 'late') and ${isSameDay}
        group by k.mentor_id) d) as mentors`.execute(tx);
  const together = minutesBetween(startsAt, meeting.endsAt);
  const own =
    together + meeting.preparation + meeting.followUp + meeting.travel + meeting.administration;
  return unusualTime({
    ...meeting,
    together,
    firmsDay: own + (days.rows[0]?.firms ?? 0),
    mentorsDay: own + (days.rows[0]?.mentors ?? 0),
  });
}

/** Asks about unusual time before it is stored; whoever logs it says that it is right, or mends it. */
export async function askAboutUnusual(
  tx: Tx,
  meeting: Meeting & { isRight: boolean },
): Promise<void> {
  if (meeting.isRight) return;
  const said = await unusualOf(tx, meeting);
  if (said.length > 0) {
    throw invalid({ isRight: `${said.join(' ')} Say that this is right, or correct it.` });
  }
}
