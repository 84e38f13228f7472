import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar.ts';
import type { Tx } from '../../../platform/database.ts';
import type { RematchSource } from './rematch.ts';

/** What the draft of a handover rests on: summaries both sides read, newest first, and actions still open. */
export async function handoverFactsOf(tx: Tx, matchId: string, zone: string) {
  const found = await sql<{
    sessions: { on: CalendarDate; summary: string }[];
    actions: { title: string; owner: string; dueOn: CalendarDate | null }[];
  }>`
    select
      coalesce((select jsonb_agg(jsonb_build_object('on', (s.starts_at at time zone ${zone})::date,
          'summary', s.summary)
          order by s.starts_at desc)
        from session_mentor k
        join session s on s.org_id = k.org_id and s.id = k.session_id and s.state = 'logged'
        where k.org_id = t.org_id and k.match_id = t.id
          and k.attendance in ('attended', 'late')
          and exists (select 1 from session_enterprise x
            where x.org_id = s.org_id and x.session_id = s.id
              and x.enrolment_id = t.enrolment_id and x.attendance in ('attended', 'late'))),
        '[]') as sessions,
      coalesce((select jsonb_agg(jsonb_build_object('title', a.title, 'owner', a.owner,
          'dueOn', a.due_on) order by a.due_on nulls last, a.title)
        from action a
        where a.org_id = t.org_id and a.enrolment_id = t.enrolment_id and a.state = 'open'), '[]')
        as actions
    from match t where t.id = ${matchId}::uuid`.execute(tx);
  return found.rows[0] ?? { sessions: [], actions: [] };
}

export interface RematchLine {
  matchId: string;
  enrolmentId: string;
  enterprise: string;
  mentor: string;
  area: string;
  source: RematchSource;
  raisedAt: string;
  /** Who said that it does not fit. */
  sides: ('enterprise' | 'mentor')[];
}

/** Matches of a programme that are to change, the longest waiting first. */
export async function openRematches(
  tx: Tx,
  programmeId: string,
  adviserId: string | null,
): Promise<RematchLine[]> {
  const found = await sql<RematchLine>`
    select t.id as "matchId", n.id as "enrolmentId", e.name as enterprise, p.name as mentor, d.area,
      r.source, r.raised_at as "raisedAt",
      coalesce((select jsonb_agg(distinct f.side) from fit_check f where f.org_id = t.org_id
        and f.match_id = t.id and f.answer = 'not-good'), '[]') as sides
    from rematch r
    join match t on t.org_id = r.org_id and t.id = r.match_id
    join need d on d.org_id = t.org_id and d.id = t.need_id
    join enrolment n on n.org_id = t.org_id and n.id = t.enrolment_id
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    join mentor m on m.org_id = t.org_id and m.id = t.mentor_id
    join person p on p.org_id = m.org_id and p.id = m.person_id
    where r.settled_at is null and t.end_cause is null and n.programme_id = ${programmeId}::uuid
      ${adviserId === null ? sql`` : sql`and (n.adviser_id = ${adviserId}::uuid or n.adviser_id is null)`}
    order by r.raised_at, e.name
    limit 50`.execute(tx);
  return found.rows;
}

/** The running match of a need that is to change, or null. */
export async function changingMatchOf(tx: Tx, needId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('rematch as r')
    .innerJoin('match as t', (on) =>
      on.onRef('t.org_id', '=', 'r.org_id').onRef('t.id', '=', 'r.match_id'),
    )
    .select('t.id')
    .where('t.need_id', '=', needId)
    .where('r.settled_at', 'is', null)
    .orderBy('r.raised_at')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

export interface MeetingLine {
  matchId: string;
  enrolmentId: string;
  enterprise: string;
  mentor: string;
  area: string;
  introducedOn: CalendarDate;
  metOn: CalendarDate[];
  /** The next planned meeting; null without one. */
  nextOn: CalendarDate | null;
}

/** Running matches of a programme, or one of them, with the days on which the two met and will meet. */
export async function meetingsOfMatches(
  tx: Tx,
  wish: { programmeId: string; zone: string; adviserId?: string | null; matchId?: string },
): Promise<MeetingLine[]> {
  const { adviserId = null, matchId = null } = wish;
  const found = await sql<MeetingLine>`
    select t.id as "matchId", n.id as "enrolmentId", e.name as enterprise, p.name as mentor, d.area,
      lower(t.during) as "introducedOn",
      coalesce(jsonb_agg((s.starts_at at time zone ${wish.zone})::date order by s.starts_at)
        filter (where s.state = 'logged' and k.attendance in ('attended', 'late')
          and x.attendance in ('attended', 'late')), '[]') as "metOn",
      max((s.starts_at at time zone ${wish.zone})::date)
        filter (where s.state = 'planned') as "nextOn"
    from match t
    join need d on d.org_id = t.org_id and d.id = t.need_id
    join enrolment n on n.org_id = t.org_id and n.id = t.enrolment_id
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    join mentor m on m.org_id = t.org_id and m.id = t.mentor_id
    join person p on p.org_id = m.org_id and p.id = m.person_id
    left join session_mentor k on k.org_id = t.org_id and k.match_id = t.id
    left join session s on s.org_id = k.org_id and s.id = k.session_id
    left join session_enterprise x on x.org_id = s.org_id and x.session_id = s.id
      and x.enrolment_id = t.enrolment_id
    where t.end_cause is null and n.state = 'eligible'
      and n.programme_id = ${wish.programmeId}::uuid
      ${matchId === null ? sql`` : sql`and t.id = ${matchId}::uuid`}
      ${adviserId === null ? sql`` : sql`and (n.adviser_id = ${adviserId}::uuid or n.adviser_id is null)`}
    group by t.id, n.id, e.name, p.name, d.area, t.during
    order by e.name, t.id`.execute(tx);
  return found.rows;
}

/** Topics of the sessions of one match that took place within eight months, the earliest first. */
export async function topicsOfMatch(tx: Tx, matchId: string) {
  const found = await sql<{ topics: string[]; at: string }>`
    select s.topics, s.starts_at as at
    from match t
    join session_mentor k on k.org_id = t.org_id and k.match_id = t.id
      and k.attendance in ('attended', 'late')
    join session s on s.org_id = k.org_id and s.id = k.session_id and s.state = 'logged'
    join session_enterprise x on x.org_id = s.org_id and x.session_id = s.id
      and x.enrolment_id = t.enrolment_id and x.attendance in ('attended', 'late')
    where t.id = ${matchId}::uuid and s.topics <> '{}'
    order by s.starts_at desc
    limit 60`.execute(tx);
  return found.rows.toReversed();
}
