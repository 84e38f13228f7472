import { sql } from 'kysely';
import type { CalendarDate, Instant } from '../../../kernel/calendar.ts';
import type { Tx } from '../../../platform/database.ts';

interface TodayWish {
  programmeId: string;
  today: CalendarDate;
  now: Instant;
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
  issue: string | null;
}

export interface SilentLine extends Line {
  quietDays: number;
}

export interface MissLine extends Line {
  side: string;
  mentor: string;
  missed: number;
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
}

const mine = (adviserId: string | null) =>
  adviserId === null ? sql`true` : sql`n.adviser_id = ${adviserId}`;

/** Enterprises whose next contact is due today or overdue, the longest overdue first. */
export async function callsDue(tx: Tx, wish: TodayWish) {
  const found = await sql<CallLine & { total: number }>`
    select n.id as "enrolmentId", e.name as enterprise, n.next_contact_on as "dueOn",
      n.last_contact_on as "lastContactOn",
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
    select s."enrolmentId", s.enterprise, s."quietDays"
    from (
      select n.id as "enrolmentId", e.name as enterprise,
        coalesce(n.cadence_days, (${cadence}::jsonb ->> n.stage)::int, 30) as cadence,
        ${wish.today}::date - greatest(n.applied_on, n.last_contact_on, (
          select max(t.starts_at)::date
          from session_enterprise x
          join session t on t.org_id = x.org_id and t.id = x.session_id
          where x.org_id = n.org_id and x.enrolment_id = n.id and t.state = 'logged'
            and x.attendance in ('attended', 'late'))) as "quietDays"
      from enrolment n
      join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
      where n.programme_id = ${wish.programmeId} and n.state = 'eligible' and ${mine(wish.adviserId)}) s
    where s."quietDays" > 2 * s.cadence
    order by s."quietDays" desc, s.enterprise
    limit 50`.execute(tx);
  return found.rows;
}

/** Pairs in which one side missed the last two appointments or more. */
export async function missedInARow(tx: Tx, wish: TodayWish) {
  const found = await sql<MissLine>`
    with last_two as (
      select n.id as enrolment_id, e.name as enterprise, p.name as mentor, k.mentor_id,
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
    select l.enrolment_id as "enrolmentId", l.enterprise, l.mentor,
      case when count(*) filter (where l.enterprise_state in ('no-show', 'cancelled-late')) = 2
        then 'enterprise' else 'mentor' end as side, 2 as missed
    from last_two l
    where l.nth <= 2
    group by l.enrolment_id, l.enterprise, l.mentor, l.mentor_id
    having count(*) filter (where l.enterprise_state in ('no-show', 'cancelled-late')) = 2
      or count(*) filter (where l.mentor_state in ('no-show', 'cancelled-late')) = 2
    order by l.enterprise
    limit 50`.execute(tx);
  return found.rows;
}

/** Offers and shortlists that nobody has answered, the most urgent first. */
export async function waitingForAnswer(tx: Tx, wish: TodayWish) {
  const found = await sql<WaitingLine>`
    select w.* from (
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
      select l.id, 'shortlist', l.need_id, n.id, e.name, e.name, l.sent_at, l.choose_by::timestamptz
      from shortlist l
      join need d on d.org_id = l.org_id and d.id = l.need_id
      join enrolment n on n.org_id = d.org_id and n.id = d.enrolment_id
      join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
      where l.state = 'sent' and n.programme_id = ${wish.programmeId} and ${mine(wish.adviserId)}) w
    order by w."answerBy"
    limit 50`.execute(tx);
  return found.rows;
}

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
      and s.topics <> '{}' and s.starts_at > ${wish.now}::timestamptz - interval '240 days'
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
      o.requested_by as "requestedById"
    from eligibility_override o
    join enrolment n on n.org_id = o.org_id and n.id = o.enrolment_id
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    join person p on p.org_id = o.org_id and p.id = o.requested_by
    where n.programme_id = ${wish.programmeId} and o.approved_at is null and o.refused_at is null
    order by o.requested_at
    limit 50`.execute(tx);
  return found.rows;
}
