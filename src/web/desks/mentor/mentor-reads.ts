import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar.ts';
import type { Tx } from '../../../platform/database.ts';

export interface MentorMatch {
  matchId: string;
  enrolmentId: string;
  enterprise: string;
  programme: string;
  area: string;
  need: string;
  role: string;
  from: CalendarDate;
  lastSession: string | null;
  sessions: number;
  toConfirm: number;
  contact: string | null;
  phone: string | null;
  email: string | null;
}

/** The mentor's running matches with when they last met; whom to ring first. */
export async function matchesOfMentor(tx: Tx, mentorId: string) {
  const found = await sql<MentorMatch>`
    select t.id as "matchId", n.id as "enrolmentId", e.name as enterprise, g.name as programme,
      d.area, d.detail as need, t.role, lower(t.during) as "from",
      s.last as "lastSession", s.n as sessions, s.waiting as "toConfirm",
      p.name as contact, p.phone, p.email
    from match t
    join need d on d.org_id = t.org_id and d.id = t.need_id
    join enrolment n on n.org_id = t.org_id and n.id = t.enrolment_id
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    join programme g on g.org_id = n.org_id and g.id = n.programme_id
    left join lateral (
      select max(s.starts_at) as last, count(*) as n,
        count(*) filter (where x.confirmation = 'waiting') as waiting
      from session_mentor k
      join session s on s.org_id = k.org_id and s.id = k.session_id and s.state = 'logged'
      join session_enterprise x on x.org_id = s.org_id and x.session_id = s.id
        and x.enrolment_id = t.enrolment_id
      where k.org_id = t.org_id and k.match_id = t.id) s on true
    left join lateral (
      select p.name, p.phone, p.email
      from enterprise_person r
      join person p on p.org_id = r.org_id and p.id = r.person_id
      where r.org_id = e.org_id and r.enterprise_id = e.id and r.to_on is null
      order by r.is_lead desc, p.name limit 1) p on true
    where t.mentor_id = ${mentorId} and upper_inf(t.during)
    order by s.last nulls first, e.name`.execute(tx);
  return found.rows;
}

/** How a mentor stands: whether new enterprises can be offered, and how many there is room for. */
export async function standingOf(tx: Tx, mentorId: string) {
  return tx
    .selectFrom('mentor')
    .select([
      'state',
      'places',
      'inducted_on as inductedOn',
      'code_signed_on as codeSignedOn',
      'paused_until as pausedUntil',
    ])
    .where('id', '=', mentorId)
    .executeTakeFirstOrThrow();
}

/** Offers that wait for this mentor's answer, the most urgent first; whose they are is told after the yes. */
export async function offersToAnswer(tx: Tx, mentorId: string) {
  const found = await sql<{
    id: string;
    sector: string | null;
    place: string | null;
    area: string;
    role: string;
    answerBy: string;
    zone: string;
  }>`
    select o.id, e.sector, a.authority_name as place, d.area, o.role, o.answer_by as "answerBy", g.zone
    from offer o
    join need d on d.org_id = o.org_id and d.id = o.need_id
    join enrolment n on n.org_id = d.org_id and n.id = d.enrolment_id
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    join programme g on g.org_id = n.org_id and g.id = n.programme_id
    left join programme_area a on a.org_id = n.org_id and a.programme_id = n.programme_id
      and a.authority_code = e.authority_code
    where o.mentor_id = ${mentorId} and o.state = 'pending'
    order by o.answer_by`.execute(tx);
  return found.rows;
}

/** Past matches, newest first: who they were, without what went on since. */
export async function pastMatchesOfMentor(tx: Tx, mentorId: string) {
  const found = await sql<{ id: string; enterprise: string; from: CalendarDate; to: CalendarDate }>`
    select t.id, e.name as enterprise, lower(t.during) as "from", coalesce(t.ended_on, upper(t.during)) as "to"
    from match t
    join enrolment n on n.org_id = t.org_id and n.id = t.enrolment_id
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    where t.mentor_id = ${mentorId} and not upper_inf(t.during)
    order by upper(t.during) desc
    limit 50`.execute(tx);
  return found.rows;
}

/**
 * What a mentor sees of an enterprise they are matched with now; null for any other. What was written with other
 * mentors belongs to it only where the firm agreed.
 */
export async function enterpriseOfMentor(tx: Tx, mentorId: string, enrolmentId: string) {
  const found = await sql<{
    enrolmentId: string;
    enterpriseId: string;
    enterprise: string;
    description: string | null;
    website: string | null;
    adviser: string | null;
    adviserPhone: string | null;
    matches: { id: string; area: string; detail: string; role: string }[];
    people: { name: string; position: string; phone: string | null; email: string | null }[];
    actions: { id: string; title: string; owner: string; dueOn: string | null }[];
    sessions: {
      id: string;
      startsAt: string;
      mentor: string;
      summary: string;
      confirmation: string;
      loggedAt: string | null;
      isOwn: boolean;
    }[];
  }>`
    select n.id as "enrolmentId", e.id as "enterpriseId", e.name as enterprise, e.description, e.website,
      a.name as adviser, a.phone as "adviserPhone",
      (select jsonb_agg(jsonb_build_object('id', t.id, 'area', d.area, 'detail', d.detail, 'role', t.role))
        from match t join need d on d.org_id = t.org_id and d.id = t.need_id
        where t.org_id = n.org_id and t.enrolment_id = n.id and t.mentor_id = ${mentorId}
          and upper_inf(t.during)) as matches,
      coalesce((select jsonb_agg(jsonb_build_object('name', p.name, 'position', r.position,
          'phone', p.phone, 'email', p.email) order by r.is_lead desc, p.name)
        from enterprise_person r join person p on p.org_id = r.org_id and p.id = r.person_id
        where r.org_id = e.org_id and r.enterprise_id = e.id and r.to_on is null), '[]') as people,
      coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'title', k.title, 'owner', k.owner,
          'dueOn', k.due_on) order by k.due_on nulls last)
        from action k where k.org_id = n.org_id and k.enrolment_id = n.id and k.state = 'open'), '[]') as actions,
      coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'startsAt', s.starts_at,
          'mentor', q.name, 'summary', s.summary, 'confirmation', x.confirmation,
          'loggedAt', s.logged_at, 'isOwn', k.mentor_id = ${mentorId}) order by s.starts_at desc)
        from session_enterprise x
        join session s on s.org_id = x.org_id and s.id = x.session_id and s.state = 'logged'
        join session_mentor k on k.org_id = s.org_id and k.session_id = s.id
        join mentor m on m.org_id = k.org_id and m.id = k.mentor_id
        join person q on q.org_id = m.org_id and q.id = m.person_id
        where x.org_id = n.org_id and x.enrolment_id = n.id
          and (k.mentor_id = ${mentorId} or n.sharing = 'at-yes' or exists (
            select from match t join offer o on o.org_id = t.org_id and o.id = t.offer_id
            where t.org_id = n.org_id and t.enrolment_id = n.id and t.mentor_id = ${mentorId}
              and upper_inf(t.during) and (o.firm_agreed or o.outline = '')))), '[]') as sessions
    from enrolment n
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    left join person a on a.org_id = n.org_id and a.id = n.adviser_id
    where n.id = ${enrolmentId}
      and exists (select 1 from match t where t.org_id = n.org_id and t.enrolment_id = n.id
        and t.mentor_id = ${mentorId} and upper_inf(t.during))`.execute(tx);
  return found.rows[0] ?? null;
}
