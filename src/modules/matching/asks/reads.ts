import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { OpenAsk } from './ask.ts';

/** Whose open questions: all that are given must hold. */
export interface AskScope {
  needId?: string;
  enrolmentId?: string;
  enterpriseId?: string;
  programmeId?: string;
  mentorId?: string;
}

/** Offers that wait for a mentor, and shortlists that wait for a firm; with `locks`, held until the transaction ends. */
export async function openAsksOf(
  tx: Tx,
  scope: AskScope,
  { locks }: { locks: boolean } = { locks: false },
): Promise<OpenAsk[]> {
  const place = sql`
    join need d on d.org_id = x.org_id and d.id = x.need_id
    join enrolment n on n.org_id = d.org_id and n.id = d.enrolment_id
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    join programme g on g.org_id = n.org_id and g.id = n.programme_id`;
  const about = sql`x.id, x.need_id as "needId", n.id as "enrolmentId", n.programme_id as "programmeId",
    g.slug as "programmeSlug", n.enterprise_id as "enterpriseId", e.name as "enterpriseName", d.area,
    n.adviser_id as "adviserId"`;
  const within = sql`
    ${scope.needId === undefined ? sql`` : sql`and d.id = ${scope.needId}::uuid`}
    ${scope.enrolmentId === undefined ? sql`` : sql`and n.id = ${scope.enrolmentId}::uuid`}
    ${scope.enterpriseId === undefined ? sql`` : sql`and n.enterprise_id = ${scope.enterpriseId}::uuid`}
    ${scope.programmeId === undefined ? sql`` : sql`and n.programme_id = ${scope.programmeId}::uuid`}`;
  const unsent = (kind: string) => sql`
    exists (select 1 from mail l where l.org_id = x.org_id and l.about_id = x.id
      and l.kind = ${kind} and l.state = 'queued') as "isUnsent"`;
  const { mentorId } = scope;
  const offers = await sql<OpenAsk>`
    select 'offer' as kind, ${about}, x.mentor_id as "mentorId", p.name as "mentorName",
      ${unsent('offer')}, 0 as "left"
    from offer x ${place}
    join mentor m on m.org_id = x.org_id and m.id = x.mentor_id
    join person p on p.org_id = m.org_id and p.id = m.person_id
    where x.state = 'pending' ${within}
      ${mentorId === undefined ? sql`` : sql`and x.mentor_id = ${mentorId}::uuid`}
    order by x.id
    ${locks ? sql`for update of x` : sql``}`.execute(tx);
  const listed = (more: ReturnType<typeof sql>) => sql`
    from shortlist_mentor c where c.org_id = x.org_id and c.shortlist_id = x.id
      and c.struck_at is null ${more}`;
  const lists = await sql<OpenAsk>`
    select 'shortlist' as kind, ${about}, null::uuid as "mentorId", null as "mentorName",
      ${unsent('shortlist')}, (select count(*)::int ${listed(
        mentorId === undefined ? sql`` : sql`and c.mentor_id <> ${mentorId}::uuid`,
      )}) as "left"
    from shortlist x ${place}
    where x.state = 'sent' ${within}
      ${mentorId === undefined ? sql`` : sql`and exists (select 1 ${listed(sql`and c.mentor_id = ${mentorId}::uuid`)})`}
    order by x.id
    ${locks ? sql`for update of x` : sql``}`.execute(tx);
  return [...offers.rows, ...lists.rows];
}

export interface LateYes {
  offerId: string;
  needId: string;
  enrolmentId: string;
  enterprise: string;
  mentor: string;
  area: string;
  saidAt: string;
}

/** Mentors who would still help after their time had passed, while the need waits and they were not asked again. */
export async function lateYesesOf(
  tx: Tx,
  programmeId: string,
  adviserId: string | null,
): Promise<LateYes[]> {
  const found = await sql<LateYes>`
    select o.id as "offerId", d.id as "needId", n.id as "enrolmentId", e.name as enterprise,
      p.name as mentor, d.area, o.late_yes_at as "saidAt"
    from offer o
    join need d on d.org_id = o.org_id and d.id = o.need_id
    join enrolment n on n.org_id = d.org_id and n.id = d.enrolment_id
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    join mentor m on m.org_id = o.org_id and m.id = o.mentor_id
    join person p on p.org_id = m.org_id and p.id = m.person_id
    where o.late_yes_at is not null and n.programme_id = ${programmeId}::uuid
      and n.state = 'eligible' and d.state <> 'closed' and m.state = 'live'
      ${adviserId === null ? sql`` : sql`and (n.adviser_id = ${adviserId}::uuid or n.adviser_id is null)`}
      and not exists (select 1 from offer a where a.org_id = o.org_id and a.need_id = o.need_id
        and (a.state = 'pending' or a.mentor_id = o.mentor_id) and a.offered_at > o.offered_at)
      and not exists (select 1 from match t
        where t.org_id = d.org_id and t.need_id = d.id and t.end_cause is null)
    order by o.late_yes_at, o.id
    limit 50`.execute(tx);
  return found.rows;
}
