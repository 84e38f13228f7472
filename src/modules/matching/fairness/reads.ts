import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar.ts';
import type { Tx } from '../../../platform/database.ts';
import type { MatchInput, MatchResult } from '../../../../packages/matching-engine/src/problem.ts';
import { worksWithin } from '../../mentors/reads.ts';
import { thaw } from '../allocation/frozen.ts';

/** A need with what its firm is and how it fared, as recorded. */
export interface NeedRow {
  needId: string;
  enterpriseId: string;
  sizeBand: string | null;
  sector: string | null;
  authorityCode: string | null;
  stage: string | null;
  priority: number;
  openedOn: CalendarDate;
  introducedOn: CalendarDate | null;
  isServed: boolean;
  /** Of the latest match that an offer led to, 0 to 10,000. */
  fit: number | null;
}

/** Every need a programme's firms ever had, or those of the ids. */
export async function needRows(
  tx: Tx,
  programmeId: string,
  ids: readonly string[] | null,
): Promise<NeedRow[]> {
  const found = await sql<NeedRow>`
    select d.id as "needId", n.enterprise_id as "enterpriseId", e.size_band as "sizeBand",
      e.sector, e.authority_code as "authorityCode", n.stage, d.priority,
      d.opened_on as "openedOn", d.introduced_on as "introducedOn",
      d.introduced_on is not null or exists (
        select 1 from match t where t.org_id = d.org_id and t.need_id = d.id) as "isServed",
      (select o.fit from match t
        join offer o on o.org_id = t.org_id and o.id = t.offer_id
        where t.org_id = d.org_id and t.need_id = d.id
        order by t.id desc limit 1) as fit
    from need d
    join enrolment n on n.org_id = d.org_id and n.id = d.enrolment_id
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    where n.programme_id = ${programmeId}::uuid
      ${ids === null ? sql`` : sql`and d.id = any(${[...ids]}::uuid[])`}
    order by d.id`.execute(tx);
  return found.rows;
}

/** What was solved for a published allocation and what came of it; null while it is none. */
export async function solvedOf(
  tx: Tx,
  programmeId: string,
  allocationId: string,
): Promise<{ input: MatchInput; result: MatchResult; closedAt: string } | null> {
  const row = await tx
    .selectFrom('allocation')
    .select(['input', 'result', 'closed_at'])
    .where('id', '=', allocationId)
    .where('programme_id', '=', programmeId)
    .where('state', '=', 'published')
    .executeTakeFirst();
  if (!row?.input || !row.result || row.closed_at === null) return null;
  return {
    input: JSON.parse(thaw(row.input)) as MatchInput,
    result: JSON.parse(thaw(row.result)) as MatchResult,
    closedAt: row.closed_at,
  };
}

export interface MentorUseRow {
  id: string;
  name: string;
  state: string;
  places: number;
  /** Matches that go on, in every programme. */
  liveMatches: number;
  /** Ever, in this programme. */
  matches: number;
  offers: number;
  declined: number;
  minutesPerMonth: number;
  /** Minutes with firms in the 90 days before today, in every programme. */
  usedMinutes: number;
}

/** What each mentor of a programme offers and what is used of it. */
export async function mentorUseOf(
  tx: Tx,
  programmeId: string,
  today: CalendarDate,
): Promise<MentorUseRow[]> {
  const found = await sql<MentorUseRow>`
    select m.id, p.name, m.state, m.places, m.minutes_per_month as "minutesPerMonth",
      (select count(*)::int from match t
        where t.org_id = m.org_id and t.mentor_id = m.id and t.end_cause is null) as "liveMatches",
      (select count(*)::int from match t
        join enrolment n on n.org_id = t.org_id and n.id = t.enrolment_id
        where t.org_id = m.org_id and t.mentor_id = m.id
          and n.programme_id = ${programmeId}::uuid) as matches,
      coalesce(f.offers, 0) as offers, coalesce(f.declined, 0) as declined,
      coalesce((
        select sum(extract(epoch from x.ends_at - x.starts_at) / 60)::int
        from session_mentor sm
        join session x on x.org_id = sm.org_id and x.id = sm.session_id
        join programme g on g.org_id = x.org_id and g.id = x.programme_id
        where sm.org_id = m.org_id and sm.mentor_id = m.id and x.state = 'logged'
          and sm.attendance in ('attended', 'late')
          and exists (select 1 from session_enterprise k
            where k.org_id = x.org_id and k.session_id = x.id
              and k.attendance in ('attended', 'late'))
          and (x.starts_at at time zone g.zone)::date >= ${today}::date - 90
          and (x.starts_at at time zone g.zone)::date < ${today}::date), 0) as "usedMinutes"
    from mentor m
    join person p on p.org_id = m.org_id and p.id = m.person_id
    left join lateral (
      select count(*)::int as offers,
        count(*) filter (where o.state = 'declined')::int as declined
      from offer o
      join need d on d.org_id = o.org_id and d.id = o.need_id
      join enrolment n on n.org_id = d.org_id and n.id = d.enrolment_id
      where o.org_id = m.org_id and o.mentor_id = m.id
        and n.programme_id = ${programmeId}::uuid) f on true
    where m.state <> 'left'
      and ${worksWithin([programmeId])}
    order by p.name, m.id`.execute(tx);
  return found.rows;
}
