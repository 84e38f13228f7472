import { sql } from 'kysely';
import { addDays, type CalendarDate, instantOf } from '../../../kernel/calendar.ts';
import type { Tx } from '../../../platform/database.ts';
import { isAsked } from '../confirming/reads.ts';

/** The matches a mentor may still log for: present ones and those ended in the last 60 days. */
export async function matchesToLog(tx: Tx, mentorId: string, now: string) {
  const found = await sql<{
    id: string;
    enterpriseName: string;
    area: string;
    zone: string;
    lastMode: string | null;
    endedOn: string | null;
  }>`
    select m.id, e.name as "enterpriseName", d.area, g.zone,
      (select s.mode from session_mentor x
        join session s on s.org_id = x.org_id and s.id = x.session_id
        where x.org_id = m.org_id and x.match_id = m.id
        order by s.starts_at desc limit 1) as "lastMode",
      case when m.end_cause is not null
        then coalesce(m.ended_on, upper(m.during)) end as "endedOn"
    from match m
    join need d on d.org_id = m.org_id and d.id = m.need_id
    join enrolment n on n.org_id = m.org_id and n.id = m.enrolment_id
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    join programme g on g.org_id = n.org_id and g.id = n.programme_id
    where m.mentor_id = ${mentorId}
      and (upper_inf(m.during) or upper(m.during) > (${now}::timestamptz at time zone g.zone)::date - 60)
    order by upper_inf(m.during) desc, e.name`.execute(tx);
  return found.rows;
}

interface ListQuery {
  search: string;
  sort: string;
  direction: 'asc' | 'desc';
  page: number;
  pageSize: number;
  filters: Record<string, string>;
}

const sortColumns: Record<string, ReturnType<typeof sql>> = {
  starts: sql`s.starts_at`,
  enterprise: sql`e.name`,
  mentor: sql`mentor`,
};

/** The value of the filter that leaves the last 90 days. */
export const recentDays = '90';

/** How the list of sessions may be sorted and narrowed. */
export const sessionTable = {
  sorts: ['-starts', 'enterprise', 'mentor'],
  filters: ['confirmation', 'attendance', 'days'],
};

/** A page of a programme's sessions, a row per enterprise, with the count of all that match. */
export async function sessionsOfProgramme(
  tx: Tx,
  programmeId: string,
  query: ListQuery,
  day: { today: CalendarDate; zone: string },
) {
  const pattern = `%${query.search.replace(/[\\%_]/g, '\\$&')}%`;
  const { confirmation, attendance, days } = query.filters;
  const since = days === recentDays ? instantOf(addDays(day.today, -90), '00:00', day.zone) : null;
  const isMissed = sql`(x.attendance in ('no-show', 'cancelled-late')
    or coalesce(m.missed, false))`;
  const tookPlace = sql`(x.attendance in ('attended', 'late') and coalesce(m.held, true))`;
  const found = await sql<{
    id: string;
    enrolmentId: string;
    enterprise: string;
    mentor: string;
    state: string;
    startsAt: string;
    endsAt: string;
    attendance: string;
    mentorAttendance: string;
    confirmation: string;
    preparation: number;
    followUp: number;
    travel: number;
    administration: number;
    askedAt: string | null;
    isAsked: boolean;
    total: number;
  }>`
    select s.id, x.enrolment_id as "enrolmentId", e.name as enterprise, m.name as mentor, s.state,
      s.starts_at as "startsAt", s.ends_at as "endsAt", x.attendance,
      m.attendance as "mentorAttendance", x.confirmation,
      s.preparation_minutes as preparation, s.follow_up_minutes as "followUp",
      s.travel_minutes as travel, s.administration_minutes as administration,
      x.asked_at as "askedAt", ${isAsked} as "isAsked", count(*) over () as total
    from session s
    join session_enterprise x on x.org_id = s.org_id and x.session_id = s.id
    join enrolment n on n.org_id = x.org_id and n.id = x.enrolment_id
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    left join lateral (
      select string_agg(p.name, ', ' order by p.name) as name, min(k.attendance) as attendance,
        bool_or(k.attendance in ('no-show', 'cancelled-late')) as missed,
        bool_and(k.attendance in ('attended', 'late')) as held
      from session_mentor k
      join mentor o on o.org_id = k.org_id and o.id = k.mentor_id
      join person p on p.org_id = o.org_id and p.id = o.person_id
      where k.org_id = s.org_id and k.session_id = s.id) m on true
    where s.programme_id = ${programmeId}
      and (${query.search} = '' or e.name ilike ${pattern} or m.name ilike ${pattern})
      and (${confirmation ?? ''} = '' or x.confirmation = ${confirmation ?? ''})
      and (${attendance ?? ''} = ''
        or (s.state = 'logged' and ${attendance === 'missed' ? isMissed : tookPlace}))
      ${since === null ? sql`` : sql`and s.starts_at >= ${since}::timestamptz`}
    order by ${sortColumns[query.sort] ?? sql`s.starts_at`} ${sql.raw(query.direction)}, s.id
    limit ${query.pageSize} offset ${(query.page - 1) * query.pageSize}`.execute(tx);
  return { rows: found.rows, total: found.rows[0]?.total ?? 0 };
}

/** One session with its firms and mentors, for staff; null when there is none in the programme. */
export async function sessionById(tx: Tx, programmeId: string, sessionId: string) {
  const session = await tx
    .selectFrom('session as s')
    .leftJoin('person as p', (on) =>
      on.onRef('p.org_id', '=', 's.org_id').onRef('p.id', '=', 's.logged_by'),
    )
    .selectAll('s')
    .select('p.name as loggedBy')
    .where('s.id', '=', sessionId)
    .where('s.programme_id', '=', programmeId)
    .executeTakeFirst();
  if (!session) return null;
  const firms = await tx
    .selectFrom('session_enterprise as x')
    .innerJoin('enrolment as n', (on) =>
      on.onRef('n.org_id', '=', 'x.org_id').onRef('n.id', '=', 'x.enrolment_id'),
    )
    .innerJoin('enterprise as e', (on) =>
      on.onRef('e.org_id', '=', 'n.org_id').onRef('e.id', '=', 'n.enterprise_id'),
    )
    .leftJoin('person as p', (on) =>
      on.onRef('p.org_id', '=', 'x.org_id').onRef('p.id', '=', 'x.confirmed_by'),
    )
    .select([
      'n.id as enrolmentId',
      'e.name',
      'x.attendance',
      'x.reason',
      'x.confirmation',
      'x.dispute',
      'x.settlement',
      'x.asked_at as askedAt',
      'x.confirmed_at as confirmedAt',
      'p.name as confirmedBy',
    ])
    .where('x.session_id', '=', sessionId)
    .orderBy('e.name')
    .execute();
  const mentors = await tx
    .selectFrom('session_mentor as m')
    .innerJoin('mentor as o', (on) =>
      on.onRef('o.org_id', '=', 'm.org_id').onRef('o.id', '=', 'm.mentor_id'),
    )
    .innerJoin('person as p', (on) =>
      on.onRef('p.org_id', '=', 'o.org_id').onRef('p.id', '=', 'o.person_id'),
    )
    .select(['m.mentor_id as mentorId', 'p.name', 'm.attendance', 'm.reason'])
    .where('m.session_id', '=', sessionId)
    .orderBy('p.name')
    .execute();
  return { session, firms, mentors };
}

/** The matches of an enterprise that a session can be logged for; the present ones first. */
export async function matchesOfEnrolment(tx: Tx, enrolmentId: string) {
  const found = await sql<{ id: string; mentor: string; area: string }>`
    select m.id, p.name as mentor, d.area
    from match m
    join need d on d.org_id = m.org_id and d.id = m.need_id
    join mentor o on o.org_id = m.org_id and o.id = m.mentor_id
    join person p on p.org_id = o.org_id and p.id = o.person_id
    where m.enrolment_id = ${enrolmentId}
    order by upper_inf(m.during) desc, lower(m.during) desc, p.name`.execute(tx);
  return found.rows;
}

/** Whom a group session can be logged for: enterprises in the programme and live mentors, by name. */
export async function groupChoices(tx: Tx, programmeId: string) {
  const enterprises = await sql<{ id: string; name: string }>`
    select n.id, e.name
    from enrolment n
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    where n.programme_id = ${programmeId} and n.state in ('applied', 'eligible')
    order by e.name
    limit 500`.execute(tx);
  const mentors = await sql<{ id: string; name: string }>`
    select o.id, p.name
    from mentor o
    join person p on p.org_id = o.org_id and p.id = o.person_id
    where o.state in ('live', 'paused')
    order by p.name
    limit 500`.execute(tx);
  return { enterprises: enterprises.rows, mentors: mentors.rows };
}

/**
 * What each firm has left unanswered for five days without having been reminded: its sessions and missed
 * appointments together, since it gets one letter. Only firms that have an address; 500 at a time.
 */
export async function unremindedFirms(tx: Tx, now: string) {
  const found = await sql<{ enrolmentId: string; sessionIds: string[] }>`
    select x.enrolment_id as "enrolmentId",
      (array_agg(x.session_id::text order by s.starts_at))[1:20] as "sessionIds"
    from session_enterprise x
    join session s on s.org_id = x.org_id and s.id = x.session_id
    join enrolment n on n.org_id = x.org_id and n.id = x.enrolment_id
    where ${isAsked} and x.confirmation = 'waiting' and x.reminded_at is null
      and coalesce(x.asked_at, s.logged_at) < ${now}::timestamptz - interval '5 days'
      and coalesce(x.asked_at, s.logged_at) > ${now}::timestamptz - interval '60 days'
      and exists (select 1 from enterprise_person r
        join person p on p.org_id = r.org_id and p.id = r.person_id
        where r.org_id = n.org_id and r.enterprise_id = n.enterprise_id and r.to_on is null
          and p.removed_at is null and p.email is not null)
    group by x.enrolment_id
    order by min(s.logged_at)
    limit 500`.execute(tx);
  return found.rows;
}
