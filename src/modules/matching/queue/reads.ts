import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar.ts';
import type { Tx } from '../../../platform/database.ts';
import type { AreaKey } from '../../programmes/area.ts';
import { isOpenNeed } from '../open-needs/reads.ts';

export const queueSorts = ['age', 'enterprise', 'area', 'priority'] as const;
type QueueSort = (typeof queueSorts)[number];

export const queueFilters = ['area', 'adviser', 'state', 'age'] as const;

export interface QueueQuery {
  search: string;
  sort: string;
  direction: 'asc' | 'desc';
  page: number;
  pageSize: number;
  filters: Readonly<Partial<Record<(typeof queueFilters)[number], string>>>;
}

export interface QueueLine {
  id: string;
  enrolmentId: string;
  enterpriseName: string;
  area: AreaKey;
  detail: string;
  priority: number;
  openedOn: CalendarDate;
  /** Days since it was opened. */
  age: number;
  adviser: string | null;
  /** How far it has come: nothing sent, the firm is choosing, a mentor is asked, the mentor was lost again or is to change. */
  step: 'waiting' | 'choosing' | 'asked' | 'again' | 'change';
  /** The match that is to change, where that is the step. */
  matchId: string | null;
  total: number;
}

const orders: Record<QueueSort, ReturnType<typeof sql>> = {
  age: sql`x."openedOn"`,
  enterprise: sql`x."enterpriseName"`,
  area: sql`x.area`,
  priority: sql`x.priority`,
};

/** Needs that the match desk places: open, and nobody is asked or to be changed. */
export const toPlace = 'to-place';

function narrowed(state: string | undefined) {
  if (!state) return sql``;
  return state === toPlace
    ? sql`where x.step in ('waiting', 'again')`
    : sql`where x.step = ${state}`;
}

/** Needs of a programme without a mentor today or whose match is to change, the longest waiting first unless sorted otherwise. */
export async function needsQueue(
  tx: Tx,
  programme: { id: string; introduction_days: number },
  query: QueueQuery,
  today: CalendarDate,
): Promise<{ rows: QueueLine[]; total: number }> {
  const { area, adviser, state, age } = query.filters;
  const like = `%${query.search.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const order = orders[query.sort as QueueSort] ?? orders.age;
  const direction = query.direction === 'desc' ? sql`desc` : sql`asc`;
  const rows = await sql<QueueLine>`
    with x as (
      select d.id, d.enrolment_id as "enrolmentId", e.name as "enterpriseName", d.area, d.detail,
        d.priority, d.opened_on as "openedOn", ${today}::date - d.opened_on as age,
        p.name as adviser,
        (select t.id from match t join rematch r on r.org_id = t.org_id and r.match_id = t.id
          where t.org_id = d.org_id and t.need_id = d.id and t.end_cause is null
            and r.settled_at is null
          order by r.raised_at limit 1) as "matchId",
        case
          when exists (select 1 from offer o
            where o.org_id = d.org_id and o.need_id = d.id and o.state = 'pending') then 'asked'
          when exists (select 1 from shortlist s
            where s.org_id = d.org_id and s.need_id = d.id and s.state = 'sent') then 'choosing'
          when exists (select 1 from match t
            where t.org_id = d.org_id and t.need_id = d.id and t.end_cause is null) then 'change'
          when d.waits_since is not null then 'again'
          else 'waiting'
        end as step
      from need d
      join enrolment n on n.org_id = d.org_id and n.id = d.enrolment_id
      join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
      left join person p on p.org_id = n.org_id and p.id = n.adviser_id
      where n.programme_id = ${programme.id}::uuid
        and ${isOpenNeed}
        and (${query.search} = '' or e.name ilike ${like} or d.detail ilike ${like})
        ${area ? sql`and d.area = ${area}` : sql``}
        ${adviser ? sql`and n.adviser_id::text = ${adviser}` : sql``}
        ${age === 'late' ? sql`and ${today}::date - d.opened_on > ${programme.introduction_days}` : sql``})
    select x.*, count(*) over ()::int as total
    from x
    ${narrowed(state)}
    order by ${order} ${direction}, x.priority desc, x.id
    limit ${query.pageSize}
    offset ${(query.page - 1) * query.pageSize}`.execute(tx);
  return { rows: rows.rows, total: rows.rows[0]?.total ?? 0 };
}

export interface UnservedLine {
  needId: string;
  enrolmentId: string;
  enterprise: string;
  area: AreaKey;
  openedOn: CalendarDate;
  lostOn: CalendarDate | null;
  lostMentor: string | null;
  refusedOn: CalendarDate | null;
  /** Who said no or let the time pass: a mentor's name, or null for the firm itself. */
  refusedBy: string | null;
  /** Whether the time passed without an answer. */
  isExpired: boolean;
}

/**
 * Needs of supported firms on which no mentor works and for which nobody is asked, that lost their mentor, got a no, or are
 * past the target; the longest open first.
 */
export async function unservedNeeds(
  tx: Tx,
  programme: { id: string; introduction_days: number; zone: string },
  adviserId: string | null,
  today: CalendarDate,
): Promise<UnservedLine[]> {
  const found = await sql<UnservedLine>`
    select d.id as "needId", n.id as "enrolmentId", e.name as enterprise, d.area,
      d.opened_on as "openedOn", d.waits_since as "lostOn", l."lostMentor",
      (r.at at time zone ${programme.zone})::date as "refusedOn", r."refusedBy",
      coalesce(r.state = 'expired', false) as "isExpired"
    from need d
    join enrolment n on n.org_id = d.org_id and n.id = d.enrolment_id
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    left join lateral (
      select p.name as "lostMentor"
      from match t
      join mentor m on m.org_id = t.org_id and m.id = t.mentor_id
      join person p on p.org_id = m.org_id and p.id = m.person_id
      where t.org_id = d.org_id and t.need_id = d.id and t.end_cause is not null
      order by upper(t.during) desc, t.id desc
      limit 1) l on true
    left join lateral (
      select a.* from (
        select o.state, coalesce(o.answered_at, o.answer_by) as at, p.name as "refusedBy"
        from offer o
        join mentor m on m.org_id = o.org_id and m.id = o.mentor_id
        join person p on p.org_id = m.org_id and p.id = m.person_id
        where o.org_id = d.org_id and o.need_id = d.id and o.state in ('declined', 'expired')
        union all
        select s.state,
          coalesce(s.answered_at, s.choose_by::timestamp at time zone ${programme.zone}), null
        from shortlist s
        where s.org_id = d.org_id and s.need_id = d.id and s.state in ('declined', 'expired')) a
      order by a.at desc
      limit 1) r on true
    where n.programme_id = ${programme.id}::uuid and n.state = 'eligible' and d.state <> 'closed'
      and not exists (select 1 from match t
        where t.org_id = d.org_id and t.need_id = d.id and t.end_cause is null)
      and not exists (select 1 from offer o
        where o.org_id = d.org_id and o.need_id = d.id and o.state = 'pending')
      and not exists (select 1 from shortlist s
        where s.org_id = d.org_id and s.need_id = d.id and s.state = 'sent')
      and (d.waits_since is not null or r.state is not null
        or d.opened_on + ${programme.introduction_days}::int < ${today}::date)
      ${adviserId === null ? sql`` : sql`and (n.adviser_id = ${adviserId}::uuid or n.adviser_id is null)`}
    order by d.opened_on, e.name, d.id
    limit 100`.execute(tx);
  return found.rows;
}
