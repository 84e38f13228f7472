import { sql } from 'kysely';
import type { CalendarDate, Instant } from '../../../kernel/calendar.ts';
import type { Tx } from '../../../platform/database.ts';
import type { ContactKind } from '../contact.ts';
import type { Risks } from '../risk.ts';

export interface ContactLine {
  id: string;
  enrolmentId: string;
  enterprise: string;
  kind: ContactKind;
  happenedAt: Instant;
  person: string | null;
  adviser: string | null;
  achieved: string;
  planned: string;
  blocking: string;
  learned: string;
  hasIssueChanged: boolean | null;
  changedIssue: string;
  nextContactOn: CalendarDate | null;
}

const columns = sql`c.id, c.enrolment_id as "enrolmentId", e.name as enterprise, c.kind,
  c.happened_at as "happenedAt", w.name as person, a.name as adviser, c.achieved, c.planned,
  c.blocking, c.learned, c.has_issue_changed as "hasIssueChanged",
  c.changed_issue as "changedIssue", c.next_contact_on as "nextContactOn"`;

const tables = sql`contact c
  join enrolment n on n.org_id = c.org_id and n.id = c.enrolment_id
  join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
  left join person w on w.org_id = c.org_id and w.id = c.with_person_id
  left join person a on a.org_id = c.org_id and a.id = c.adviser_id`;

/** The latest contacts and attempts with one firm, newest first. */
export async function contactsOf(tx: Tx, enrolmentId: string, most = 20): Promise<ContactLine[]> {
  const found = await sql<ContactLine>`
    select ${columns} from ${tables}
    where c.enrolment_id = ${enrolmentId}::uuid
    order by c.happened_at desc, c.id desc
    limit ${most}`.execute(tx);
  return found.rows;
}

/** What the firm said was its new main issue in one contact; empty when there is none. */
export async function changedIssueOf(
  tx: Tx,
  enrolmentId: string,
  contactId: string | null,
): Promise<string> {
  if (contactId === null) return '';
  const row = await tx
    .selectFrom('contact')
    .select('changed_issue')
    .where('id', '=', contactId)
    .where('enrolment_id', '=', enrolmentId)
    .executeTakeFirst();
  return row?.changed_issue ?? '';
}

/** When each person of the firm was last spoken to on this programme; attempts do not count. */
export async function lastSpokenTo(tx: Tx, enrolmentId: string): Promise<Map<string, Instant>> {
  const found = await sql<{ personId: string; at: Instant }>`
    select c.with_person_id as "personId", max(c.happened_at) as at
    from contact c
    where c.enrolment_id = ${enrolmentId}::uuid and c.kind <> 'attempt'
      and c.with_person_id is not null
    group by c.with_person_id`.execute(tx);
  return new Map(found.rows.map((row) => [row.personId, row.at]));
}

export interface SessionGlance {
  id: string;
  startsAt: Instant;
  mentors: string | null;
  attendance: string;
  summary: string;
  isPlanned: boolean;
}

/** Sessions since a day and those to come, the earliest first; cancelled ones are left out. */
export async function sessionsSince(tx: Tx, enrolmentId: string, since: CalendarDate) {
  const found = await sql<SessionGlance>`
    select s.id, s.starts_at as "startsAt", x.attendance, s.summary,
      s.state = 'planned' as "isPlanned",
      (select string_agg(p.name, ', ' order by p.name)
        from session_mentor m
        join mentor o on o.org_id = m.org_id and o.id = m.mentor_id
        join person p on p.org_id = o.org_id and p.id = o.person_id
        where m.org_id = s.org_id and m.session_id = s.id) as mentors
    from session_enterprise x
    join session s on s.org_id = x.org_id and s.id = x.session_id
    join programme g on g.org_id = s.org_id and g.id = s.programme_id
    where x.enrolment_id = ${enrolmentId}::uuid and s.state <> 'cancelled'
      and (s.starts_at at time zone g.zone)::date >= ${since}::date
    order by s.starts_at, s.id
    limit 20`.execute(tx);
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

const sorts: Record<string, ReturnType<typeof sql>> = {
  when: sql`c.happened_at`,
  enterprise: sql`e.name`,
  adviser: sql`a.name`,
  next: sql`c.next_contact_on`,
};

/** A page of a programme's contact log with the count of all that match. */
export async function contactsOfProgramme(tx: Tx, programmeId: string, query: ListQuery) {
  const pattern = `%${query.search.replace(/[\\%_]/g, '\\$&')}%`;
  const { kind = '', changed = '' } = query.filters;
  const found = await sql<ContactLine & { total: number }>`
    select ${columns}, (count(*) over ())::int as total
    from ${tables}
    where n.programme_id = ${programmeId}::uuid
      and (${query.search} = '' or e.name ilike ${pattern} or w.name ilike ${pattern}
        or a.name ilike ${pattern})
      and (${kind} = '' or c.kind = ${kind})
      and (${changed} = '' or c.has_issue_changed = (${changed} = 'yes'))
    order by ${sorts[query.sort] ?? sql`c.happened_at`} ${sql.raw(query.direction)} nulls last, c.id
    limit ${query.pageSize} offset ${(query.page - 1) * query.pageSize}`.execute(tx);
  return { rows: found.rows, total: found.rows[0]?.total ?? 0 };
}

export interface OpenIssue {
  contactId: string;
  enrolmentId: string;
  enterprise: string;
  issue: string;
  saidAt: Instant;
  /** The match that works on the old issue; null when there is none. */
  matchId: string | null;
}

const openIssues = sql`
  select distinct on (n.id) c.id as "contactId", n.id as "enrolmentId", e.name as enterprise,
    c.changed_issue as issue, c.happened_at as "saidAt",
    (select t.id from match t
      where t.org_id = n.org_id and t.enrolment_id = n.id and t.end_cause is null
      order by lower(t.during), t.id limit 1) as "matchId"
  from ${tables}
  where c.has_issue_changed and c.issue_outcome is null and n.state in ('applied', 'eligible')`;

/** Firms that said that their main issue has changed, where no need was changed or kept since; the oldest first. */
export async function openIssuesOf(
  tx: Tx,
  programmeId: string,
  adviserId: string | null,
): Promise<OpenIssue[]> {
  const found = await sql<OpenIssue>`
    select i.* from (${openIssues} and n.programme_id = ${programmeId}::uuid
      ${adviserId === null ? sql`` : sql`and (n.adviser_id = ${adviserId}::uuid or n.adviser_id is null)`}
      order by n.id, c.happened_at desc) i
    order by i."saidAt", i.enterprise
    limit 50`.execute(tx);
  return found.rows;
}

/** What one firm said of its main issue and nobody has acted on; null when there is nothing. */
export async function openIssueOf(tx: Tx, enrolmentId: string): Promise<OpenIssue | null> {
  const found = await sql<OpenIssue>`
    ${openIssues} and n.id = ${enrolmentId}::uuid
    order by n.id, c.happened_at desc`.execute(tx);
  return found.rows[0] ?? null;
}

/** When something last went wrong with a firm, in the days of the programme's zone; silence is the caller's to judge. */
export async function risksOf(
  tx: Tx,
  enrolmentId: string,
  zone: string,
): Promise<Omit<Risks, 'silentSince'>> {
  const found = await sql<Omit<Risks, 'silentSince'>>`
    select
      (select (max(s.starts_at) at time zone ${zone})::date
        from session_enterprise x
        join session s on s.org_id = x.org_id and s.id = x.session_id
        join session_mentor k on k.org_id = s.org_id and k.session_id = s.id
        where x.org_id = n.org_id and x.enrolment_id = n.id and s.state = 'logged'
          and (x.attendance in ('no-show', 'cancelled-late')
            or k.attendance in ('no-show', 'cancelled-late'))) as "missedOn",
      greatest(
        (select (max(o.answered_at) at time zone ${zone})::date
          from offer o
          join need d on d.org_id = o.org_id and d.id = o.need_id
          where d.org_id = n.org_id and d.enrolment_id = n.id and o.state = 'declined'),
        (select (max(l.answered_at) at time zone ${zone})::date
          from shortlist l
          join need d on d.org_id = l.org_id and d.id = l.need_id
          where d.org_id = n.org_id and d.enrolment_id = n.id and l.state = 'declined')) as "refusedOn",
      (select max(t.ended_on) from match t
        where t.org_id = n.org_id and t.enrolment_id = n.id and t.end_cause is not null
          and t.end_cause <> 'finished') as "endedOn"
    from enrolment n
    where n.id = ${enrolmentId}::uuid`.execute(tx);
  return found.rows[0] ?? { missedOn: null, refusedOn: null, endedOn: null };
}
