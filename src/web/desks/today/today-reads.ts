import { sql } from 'kysely';
import type { CalendarDate, Instant } from '../../../kernel/calendar.ts';
import type { Tx } from '../../../platform/database.ts';

interface TodayWish {
  programmeId: string;
  today: CalendarDate;
  now: Instant;
  zone: string;
  /** Only this adviser's enterprises; null for everybody's. */
  adviserId: string | null;
  /** Days between contacts by stage, for what counts as silence. */
  cadence: Readonly<Record<string, number>>;
}

interface Line {
  enrolmentId: string;
  enterprise: string;
}

export interface CallLine extends Line {
  dueOn: CalendarDate;
  lastContactOn: CalendarDate | null;
  /** What brought the date forward; empty for the usual interval. */
  dueWhy: string;
  issue: string | null;
}

export interface SilentLine extends Line {
  quietDays: number;
  quietSince: CalendarDate;
}

export interface MissLine extends Line {
  side: string;
  mentorId: string;
  mentor: string;
  lastAt: Instant;
}

export interface WaitingLine extends Line {
  offerId: string;
  kind: 'offer' | 'shortlist';
  needId: string;
  who: string;
  since: Instant;
  answerBy: string;
}

export interface TopicLine extends Line {
  matchId: string;
  mentor: string;
  area: string;
  observations: { topics: string[]; at: string }[];
}

export interface UnsettledLine extends Line {
  confirmation: 'disputed' | 'waiting';
  /** How many sessions the line stands for; a dispute stands alone. */
  sessions: number;
  /** The oldest of them. */
  sessionId: string;
  startsAt: Instant;
}

export interface OverrideLine extends Line {
  test: string;
  requestedBy: string;
  requestedById: string;
  requestedAt: Instant;
}

/** A firm without an adviser is everybody's, or it would be nobody's. */
const mine = (adviserId: string | null) =>
  adviserId === null ? sql`true` : sql`(n.adviser_id = ${adviserId} or n.adviser_id is null)`;

/** Enterprises whose next contact is due today or overdue, the longest overdue first. */
export async function callsDue(tx: Tx, wish: TodayWish) {
  const found = await sql<CallLine & { total: number }>`
    select n.id as "enrolmentId", e.name as enterprise, n.next_contact_on as "dueOn",
      n.last_contact_on as "lastContactOn", n.next_contact_why as "dueWhy",
      (select d.detail from need d where d.org_id = n.org_id and d.enrolment_id = n.id
        and d.state <> 'closed' order by d.priority desc, d.opened_on limit 1) as issue,
      count(*) over () as total
    from enrolment n
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    where n.programme_id = ${wish.programmeId} and n.state in ('applied', 'eligible')
      and n.next_contact_on <= ${wish.today} and ${mine(wish.adviserId)}
    order by n.next_contact_on, e.name
    limit 50`.execute(tx);
  return found.rows;
}

/** Eligible enterprises without a contact or a held session for twice their cadence. */
export async function silentEnterprises(tx: Tx, wish: TodayWish) {
  const cadence = JSON.stringify(wish.cadence);
  const found = await sql<SilentLine>`
    select s."enrolmentId", s.enterprise, s."quietSince",
      ${wish.today}::date - s."quietSince" as "quietDays"
    from (
      select n.id as "enrolmentId", e.name as enterprise,
        coalesce(n.cadence_days, (${cadence}::jsonb ->> n.stage)::int, 30) as cadence,
        greatest(n.applied_on, n.last_contact_on, (
          select (max(t.starts_at) at time zone ${wish.zone})::date
          from session_enterprise x
          join session t on t.org_id = x.org_id and t.id = x.session_id
          where x.org_id = n.org_id and x.enrolment_id = n.id and t.state = 'logged'
            and x.attendance in ('attended', 'late'))) as "quietSince"
      from enrolment n
      join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
      where n.programme_id = ${wish.programmeId} and n.state = 'eligible' and ${mine(wish.adviserId)}) s
    where ${wish.today}::date - s."quietSince" > 2 * s.cadence
    order by s."quietSince", s.enterprise
    limit 50`.execute(tx);
  return found.rows;
}

/** Pairs in which one side missed the last two appointments or more, and the firm was not reached since. */
export async function missedInARow(tx: Tx, wish: TodayWish) {
  const found = await sql<MissLine>`
    with last_two as (
      select n.id as enrolment_id, e.name as enterprise, p.name as mentor, k.mentor_id, s.starts_at,
        x.attendance as enterprise_state, k.attendance as mentor_state,
        row_number() over (partition by n.id, k.mentor_id order by s.starts_at desc) as nth
      from session s
      join session_enterprise x on x.org_id = s.org_id and x.session_id = s.id
      join session_mentor k on k.org_id = s.org_id and k.session_id = s.id
      join enrolment n on n.org_id = x.org_id and n.id = x.enrolment_id
      join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
      join mentor m on m.org_id = k.org_id and m.id = k.mentor_id
      join person p on p.org_id = m.org_id and p.id = m.person_id
      where s.programme_id = ${wish.programmeId} and s.state = 'logged' and n.state = 'eligible'
        and s.starts_at > ${wish.now}::timestamptz - interval '180 days'
        and x.attendance not in ('excused', 'cancelled-in-time')
        and k.attendance not in ('excused', 'cancelled-in-time') and ${mine(wish.adviserId)})
    select l.enrolment_id as "enrolmentId", l.enterprise, l.mentor_id as "mentorId", l.mentor,
      max(l.starts_at) as "lastAt",
      case when count(*) filter (where l.enterprise_state in ('no-show', 'cancelled-late')) = 2
        then 'enterprise' else 'mentor' end as side
    from last_two l
    where l.nth <= 2
    group by l.enrolment_id, l.enterprise, l.mentor, l.mentor_id
    having (count(*) filter (where l.enterprise_state in ('no-show', 'cancelled-late')) = 2
        or count(*) filter (where l.mentor_state in ('no-show', 'cancelled-late')) = 2)
      and not exists (select 1 from contact c
        where c.enrolment_id = l.enrolment_id and c.kind <> 'attempt'
          and c.happened_at > max(l.starts_at))
    order by l.enterprise
    limit 50`.execute(tx);
  return found.rows;
}

/** Offers and shortlists whose answer is due today or overdue, the most urgent first. */
export async function waitingForAnswer(tx: Tx, wish: TodayWish) {
  const found = await sql<WaitingLine>`
    select w.* from (${outstanding(wish)}) w
    where (w."answerBy" at time zone ${wish.zone})::date <= ${wish.today}::date
    order by w."answerBy", w."offerId"
    limit 50`.execute(tx);
  return found.rows;
}

/** How many questions to mentors and firms are out and not due yet, and how many were answered in a week. */
export async function questionsOut(tx: Tx, wish: TodayWish) {
  const found = await sql<{ offers: number; shortlists: number; answered: number }>`
    select
      (count(*) filter (where w.kind = 'offer'))::int as offers,
      (count(*) filter (where w.kind = 'shortlist'))::int as shortlists,
      (select count(*) from offer o
        join need d on d.org_id = o.org_id and d.id = o.need_id
        join enrolment n on n.org_id = d.org_id and n.id = d.enrolment_id
        where n.programme_id = ${wish.programmeId} and ${mine(wish.adviserId)}
          and o.state in ('accepted', 'declined')
          and o.answered_at > ${wish.now}::timestamptz - interval '7 days')::int as answered
    from (${outstanding(wish)}) w`.execute(tx);
  return found.rows[0] ?? { offers: 0, shortlists: 0, answered: 0 };
}

const outstanding = (wish: TodayWish) => sql`
  select o.id as "offerId", 'offer' as kind, o.need_id as "needId", n.id as "enrolmentId",
    e.name as enterprise, p.name as who, o.offered_at as since, o.answer_by as "answerBy"
  from offer o
  join need d on d.org_id = o.org_id and d.id = o.need_id
  join enrolment n on n.org_id = d.org_id and n.id = d.enrolment_id
  join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
  join mentor m on m.org_id = o.org_id and m.id = o.mentor_id
  join person p on p.org_id = m.org_id and p.id = m.person_id
  where o.state = 'pending' and n.programme_id = ${wish.programmeId} and ${mine(wish.adviserId)}
  union all
  select l.id, 'shortlist', l.need_id, n.id, e.name, e.name, l.sent_at,
    l.choose_by::timestamp at time zone ${wish.zone}
  from shortlist l
  join need d on d.org_id = l.org_id and d.id = l.need_id
  join enrolment n on n.org_id = d.org_id and n.id = d.enrolment_id
  join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
  where l.state = 'sent' and n.programme_id = ${wish.programmeId} and ${mine(wish.adviserId)}`;

/** Running matches with the topics of their last sessions, for the rule of drift. */
export async function matchTopics(tx: Tx, wish: TodayWish) {
  const found = await sql<TopicLine>`
    select t.id as "matchId", n.id as "enrolmentId", e.name as enterprise, p.name as mentor, d.area,
      jsonb_agg(jsonb_build_object('topics', s.topics, 'at', s.starts_at) order by s.starts_at) as observations
    from match t
    join need d on d.org_id = t.org_id and d.id = t.need_id
    join enrolment n on n.org_id = t.org_id and n.id = t.enrolment_id
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    join mentor m on m.org_id = t.org_id and m.id = t.mentor_id
    join person p on p.org_id = m.org_id and p.id = m.person_id
    join session_mentor k on k.org_id = t.org_id and k.match_id = t.id
    join session s on s.org_id = k.org_id and s.id = k.session_id
    where n.programme_id = ${wish.programmeId} and upper_inf(t.during) and s.state = 'logged'
      and s.topics <> '{}' and k.attendance in ('attended', 'late')
      and exists (select 1 from session_enterprise x
        where x.org_id = s.org_id and x.session_id = s.id and x.enrolment_id = n.id
          and x.attendance in ('attended', 'late'))
      and s.starts_at > ${wish.now}::timestamptz - interval '240 days'
      and ${mine(wish.adviserId)}
    group by t.id, n.id, e.name, p.name, d.area
    order by e.name`.execute(tx);
  return found.rows;
}

/** Each session that a firm disputes, and per firm those unconfirmed for more than two weeks. */
export async function unsettledSessions(tx: Tx, wish: TodayWish) {
  const found = await sql<UnsettledLine>`
    select n.id as "enrolmentId", e.name as enterprise, x.confirmation, count(*) as sessions,
      (array_agg(s.id order by s.starts_at))[1] as "sessionId", min(s.starts_at) as "startsAt"
    from session_enterprise x
    join session s on s.org_id = x.org_id and s.id = x.session_id
    join enrolment n on n.org_id = x.org_id and n.id = x.enrolment_id
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    where s.programme_id = ${wish.programmeId} and s.state = 'logged' and ${mine(wish.adviserId)}
      and (x.confirmation = 'disputed' or (x.confirmation = 'waiting'
        and s.logged_at < ${wish.now}::timestamptz - interval '14 days'
        and x.attendance in ('attended', 'late')))
    group by n.id, e.name, x.confirmation, case when x.confirmation = 'disputed' then s.id end
    order by x.confirmation, min(s.starts_at)
    limit 50`.execute(tx);
  return found.rows;
}

/** Overrides of an eligibility test that wait for a second person. */
export async function overridesWaiting(tx: Tx, wish: TodayWish) {
  const found = await sql<OverrideLine>`
    select n.id as "enrolmentId", e.name as enterprise, o.test, p.name as "requestedBy",
      o.requested_by as "requestedById", o.requested_at as "requestedAt"
    from eligibility_override o
    join enrolment n on n.org_id = o.org_id and n.id = o.enrolment_id
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    join person p on p.org_id = o.org_id and p.id = o.requested_by
    where n.programme_id = ${wish.programmeId} and o.approved_at is null and o.refused_at is null
    order by o.requested_at
    limit 50`.execute(tx);
  return found.rows;
}
