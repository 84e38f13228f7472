import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { AttendanceState } from '../attendance.ts';
import { hasTakenPlace } from '../session-input.ts';
import type { StatedSession } from '../session-statement.ts';

/** A session as one firm is asked about it; the private remark is never part of it. */
export interface AskedSession extends StatedSession {
  sessionId: string;
  enrolmentId: string;
  programmeId: string;
  enterpriseId: string;
  enterpriseName: string;
  mentors: string;
  format: string;
  state: string;
  attendance: AttendanceState;
  mentorAttendance: AttendanceState;
  confirmation: string;
  /** When the firm said so. */
  answeredAt: string | null;
  dispute: string;
  settlement: string;
  /** Of the firm's side: what it confirms. */
  version: number;
  /** All minutes of the firm's sessions of that day. */
  firmsDay: number;
}

interface Which {
  sessionIds: readonly string[];
  /** Of this firm, or of any of these. */
  enrolmentId?: string;
  enterpriseIds?: readonly string[];
}

/** These sessions as the firm had them, the earliest first. */
export async function askedSessions(tx: Tx, which: Which): Promise<AskedSession[]> {
  const { sessionIds, enrolmentId = null, enterpriseIds = null } = which;
  const found = await sql<Omit<AskedSession, 'isHeld'>>`
    select s.id as "sessionId", n.id as "enrolmentId", s.programme_id as "programmeId",
      e.id as "enterpriseId", e.name as "enterpriseName", s.format, s.state,
      s.starts_at as "startsAt", s.ends_at as "endsAt", g.zone, s.mode, s.place, s.topics, s.kinds,
      s.summary, s.preparation_minutes as preparation, s.follow_up_minutes as "followUp",
      s.travel_minutes as travel, s.administration_minutes as administration,
      x.attendance, x.confirmation, x.confirmed_at as "answeredAt", x.dispute, x.settlement, x.version,
      k.attendance as "mentorAttendance", k.names as mentors,
      coalesce((select jsonb_agg(jsonb_build_object('title', a.title, 'owner', a.owner) order by a.id)
        from action a
        where a.org_id = s.org_id and a.session_id = s.id and a.enrolment_id = n.id), '[]') as steps,
      (select sum(extract(epoch from o.ends_at - o.starts_at) / 60 + o.preparation_minutes
          + o.follow_up_minutes + o.travel_minutes + o.administration_minutes)::int
        from session_enterprise y
        join session o on o.org_id = y.org_id and o.id = y.session_id
        where y.org_id = x.org_id and y.enrolment_id = x.enrolment_id and o.state = 'logged'
          and y.attendance in ('attended', 'late')
          and (o.starts_at at time zone g.zone)::date = (s.starts_at at time zone g.zone)::date)
        as "firmsDay"
    from session_enterprise x
    join session s on s.org_id = x.org_id and s.id = x.session_id
    join enrolment n on n.org_id = x.org_id and n.id = x.enrolment_id
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    join programme g on g.org_id = s.org_id and g.id = s.programme_id
    join lateral (
      select string_agg(p.name, ', ' order by p.name) as names,
        (array_agg(m.attendance order by m.attendance in ('attended', 'late') desc,
          m.attendance))[1] as attendance
      from session_mentor m
      join mentor o on o.org_id = m.org_id and o.id = m.mentor_id
      join person p on p.org_id = o.org_id and p.id = o.person_id
      where m.org_id = s.org_id and m.session_id = s.id) k on true
    where s.id = any(${[...sessionIds]}::uuid[])
      and (${enrolmentId}::uuid is null or n.id = ${enrolmentId}::uuid)
      and (${enterpriseIds === null} or e.id = any(${[...(enterpriseIds ?? [])]}::uuid[]))
    order by s.starts_at, s.id`.execute(tx);
  return found.rows.map((row) => ({
    ...row,
    firmsDay: row.firmsDay ?? 0,
    isHeld: hasTakenPlace(row.attendance, row.mentorAttendance),
  }));
}

/**
 * Sessions that wait for the answer of these firms, the earliest first; for the page that leads from one to
 * the next. Group sessions that the firm did not come to were never asked about.
 */
export async function waitingSessions(
  tx: Tx,
  { enterpriseIds }: { enterpriseIds: readonly string[] },
): Promise<{ sessionId: string; enrolmentId: string; startsAt: string; zone: string }[]> {
  const found = await sql<{
    sessionId: string;
    enrolmentId: string;
    startsAt: string;
    zone: string;
  }>`
    select s.id as "sessionId", n.id as "enrolmentId", s.starts_at as "startsAt", g.zone
    from session_enterprise x
    join session s on s.org_id = x.org_id and s.id = x.session_id
    join enrolment n on n.org_id = x.org_id and n.id = x.enrolment_id
    join programme g on g.org_id = s.org_id and g.id = s.programme_id
    where n.enterprise_id = any(${[...enterpriseIds]}::uuid[])
      and x.confirmation = 'waiting' and ${isAsked}
    order by s.starts_at, s.id
    limit 200`.execute(tx);
  return found.rows;
}

/** Whether the firm is asked about it: not about a group session that it did not come to. */
export function isAskedAbout(
  session: Pick<AskedSession, 'format' | 'state' | 'attendance'>,
): boolean {
  if (session.state !== 'logged') return false;
  return session.format === 'one-to-one' || hasTakenPlace(session.attendance);
}

/** Whether session `s` is one that firm `x` is asked about. */
export const isAsked = sql`(s.state = 'logged'
  and (s.format = 'one-to-one' or x.attendance in ('attended', 'late')))`;

/** What the firm agreed in a session to do, done or not; what was dropped is left out. */
export async function stepsOf(
  tx: Tx,
  { sessionId, enrolmentId }: Pick<AskedSession, 'sessionId' | 'enrolmentId'>,
): Promise<{ id: string; title: string; state: string }[]> {
  return tx
    .selectFrom('action')
    .select(['id', 'title', 'state'])
    .where('session_id', '=', sessionId)
    .where('enrolment_id', '=', enrolmentId)
    .where('owner', '=', 'enterprise')
    .where('state', 'in', ['open', 'done'])
    .orderBy('id')
    .limit(20)
    .execute();
}
