import { sql } from 'kysely';
import {
  eligibilityTestWords,
  testOutcomeWords,
} from '../../../modules/enterprises/eligibility/test-result.ts';
import { endCauseWords } from '../../../modules/matching/match.ts';
import type { Tx } from '../../../platform/database.ts';

export const timelineKinds = [
  'contact',
  'session',
  'diagnosis',
  'need',
  'offer',
  'match',
  'place',
  'eligibility',
  'document',
  'measure',
  'comment',
] as const;

export type TimelineKind = (typeof timelineKinds)[number];

export interface TimelineEntry {
  kind: TimelineKind;
  id: string;
  at: string;
  title: string;
  by: string | null;
  detail: string;
  /** A number, a test or another key of the entry's page; empty where one page holds them all. */
  key: string;
}

/** What may be shown: finances and the adviser's own contacts only to those who may read them. */
interface TimelineWish {
  enrolmentId: string;
  /** The programme's zone: a calendar day begins at its midnight. */
  zone: string;
  kinds: readonly TimelineKind[];
  limit: number;
  offset: number;
}

const enterpriseOf = (enrolmentId: string) => sql`
  (select n.enterprise_id from enrolment n where n.id = ${enrolmentId})`;

/** A code of the database in the words of its screen. */
const wordsOf = (
  words: Readonly<Record<string, string>>,
  code: ReturnType<typeof sql>,
) => sql<string>`
  case ${code} ${sql.join(
    Object.entries(words).map(([key, word]) => sql`when ${key} then ${word}`),
    sql` `,
  )} else ${code} end`;

/** Who did one of these last to the record, as the audit has it: the person who acted, not who asked. */
const actorOf = (
  kind: string,
  id: ReturnType<typeof sql>,
  actions: readonly string[],
) => sql<string>`
  (select a.actor_id from audit a
    where a.subject_kind = ${kind} and a.subject_id = ${id} and a.action = any(${[...actions]}::text[])
    order by a.seq desc limit 1)`;

const parts: Record<TimelineKind, (wish: TimelineWish) => ReturnType<typeof sql>> = {
  contact: ({ enrolmentId }) => sql`
    select 'contact' as kind, c.id, c.happened_at as at,
      case c.kind when 'call' then 'Call' when 'meeting' then 'Meeting' when 'mail' then 'Mail'
        else 'Tried to reach them' end as title,
      c.adviser_id as by_id,
      concat_ws(' · ',
        case when c.has_issue_changed then concat('The main issue has changed',
          ': ' || nullif(c.changed_issue, ''),
          case when c.issue_outcome is null then ' (not acted on)' end) end,
        'Stopped by: ' || nullif(c.blocking, ''), 'Hopes for: ' || nullif(c.planned, ''),
        'Achieved: ' || nullif(c.achieved, ''), 'Learned: ' || nullif(c.learned, '')) as detail,
      '' as key
    from contact c where c.enrolment_id = ${enrolmentId}`,
  session: ({ enrolmentId }) => sql`
    select 'session', s.id, s.starts_at,
      case when s.state = 'cancelled' then 'Session taken out'
        when x.attendance in ('no-show', 'cancelled-late') then 'Session missed by the enterprise'
        when s.format = 'group' then 'Group session' else 'Session' end,
      s.logged_by,
      concat_ws(' · ',
        case when x.attendance in ('attended', 'late') and exists (
          select 1 from session_mentor k where k.org_id = s.org_id and k.session_id = s.id
            and k.attendance in ('attended', 'late'))
        then (extract(epoch from s.ends_at - s.starts_at) / 60)::int || ' minutes' end,
        nullif(array_to_string(s.topics, ', '), ''), nullif(left(s.summary, 240), ''),
        case x.confirmation when 'waiting' then 'not confirmed yet' when 'disputed' then 'disputed' end),
      x.confirmation
    from session_enterprise x
    join session s on s.org_id = x.org_id and s.id = x.session_id
    where x.enrolment_id = ${enrolmentId}`,
  diagnosis: ({ enrolmentId, zone }) => sql`
    select 'diagnosis', d.id, coalesce(d.completed_at, d.dated_on::timestamp at time zone ${zone}),
      'Diagnosis ' || d.number || case when d.state = 'draft' then ' (draft)' else '' end,
      d.adviser_id, left(d.real_need, 240), d.number::text
    from diagnosis d where d.enrolment_id = ${enrolmentId}`,
  need: ({ enrolmentId, zone }) => sql`
    select 'need', d.id, d.opened_on::timestamp at time zone ${zone}, 'Need opened', null::uuid, left(d.detail, 240), d.area
    from need d where d.enrolment_id = ${enrolmentId}
    union all
    select 'need', d.id, d.closed_on::timestamp at time zone ${zone}, 'Need closed',
      ${actorOf('need', sql`d.id`, ['close-need'])}, left(d.detail, 240), d.area
    from need d where d.enrolment_id = ${enrolmentId} and d.closed_on is not null`,
  offer: ({ enrolmentId }) => sql`
    select 'offer', o.id, coalesce(o.answered_at, o.offered_at),
      case o.state when 'pending' then 'Offered to ' when 'declined' then 'Declined by '
        when 'expired' then 'No answer from ' when 'withdrawn' then 'Offer withdrawn from '
        else 'Accepted by ' end || p.name,
      case when o.state = 'pending' then o.offered_by
        else ${actorOf('offer', sql`o.id`, ['answer-offer', 'withdraw-offer'])} end,
      coalesce(o.decline_note, ''), o.state
    from offer o
    join need d on d.org_id = o.org_id and d.id = o.need_id
    join mentor m on m.org_id = o.org_id and m.id = o.mentor_id
    join person p on p.org_id = m.org_id and p.id = m.person_id
    where d.enrolment_id = ${enrolmentId}`,
  match: ({ enrolmentId, zone }) => sql`
    select 'match', t.id, lower(t.during)::timestamp at time zone ${zone}, 'Matched with ' || p.name, null::uuid, '', t.role
    from match t
    join mentor m on m.org_id = t.org_id and m.id = t.mentor_id
    join person p on p.org_id = m.org_id and p.id = m.person_id
    where t.enrolment_id = ${enrolmentId}
    union all
    select 'match', t.id, coalesce(t.ended_on, upper(t.during))::timestamp at time zone ${zone} + interval '1 minute',
      'Match with ' || p.name || ' ended', t.ended_by, coalesce(${wordsOf(endCauseWords, sql`t.end_cause`)}, ''), t.role
    from match t
    join mentor m on m.org_id = t.org_id and m.id = t.mentor_id
    join person p on p.org_id = m.org_id and p.id = m.person_id
    where t.enrolment_id = ${enrolmentId} and not upper_inf(t.during)`,
  // Why somebody left or came back stands on its own page; here is who did it, as the audit has it.
  place: ({ enrolmentId }) => sql`
    select 'place', a.subject_id, a.at,
      case when a.action in ('assign-adviser', 'assign-enterprises') and a.changes -> 'adviser' ->> 'to' is null then 'Left without an adviser'
        when a.action in ('assign-adviser', 'assign-enterprises') then 'Given an adviser'
        when a.action = 'reopen-enrolment' then 'Back on the programme'
        when a.changes -> 'state' ->> 'to' = 'withdrawn' then 'Withdrew from the programme'
        else 'Support ended' end,
      a.actor_id, coalesce((select p.name from person p where p.org_id = a.org_id
        and p.id::text = a.changes -> 'adviser' ->> 'to'), '')
        || case when a.action = 'assign-enterprises' then coalesce(': ' || (select left(r.text, 240)
          from audit_reason r where r.org_id = a.org_id and r.seq = a.seq), '') else '' end,
      case when a.action = 'assign-enterprises' then 'assign-adviser' else a.action end
    from audit a
    where a.subject_kind = 'enrolment' and a.subject_id = ${enrolmentId}
      and a.action in ('close-enrolment', 'reopen-enrolment', 'assign-adviser',
        'assign-enterprises')`,
  // What the record works out by itself at each look stands in the tests' own history.
  eligibility: ({ enrolmentId, zone }) => sql`
    select 'eligibility', e.id, e.decided_at,
      ${wordsOf(eligibilityTestWords, sql`e.test`)} || ': ' || lower(${wordsOf(testOutcomeWords, sql`e.result`)}),
      e.decided_by, left(e.because, 240), e.test
    from eligibility_test e where e.enrolment_id = ${enrolmentId} and e.decided_by is not null
    union all
    select 'eligibility', o.id, o.requested_at, 'Asked to set aside: ' || ${wordsOf(eligibilityTestWords, sql`o.test`)},
      o.requested_by, '', ''
    from eligibility_override o where o.enrolment_id = ${enrolmentId}
    union all
    select 'eligibility', o.id, coalesce(o.approved_at, o.refused_at),
      case when o.approved_at is null then 'Not set aside: ' else 'Set aside: ' end
        || ${wordsOf(eligibilityTestWords, sql`o.test`)},
      coalesce(o.approved_by, o.refused_by), '', ''
    from eligibility_override o
    where o.enrolment_id = ${enrolmentId} and coalesce(o.approved_at, o.refused_at) is not null
    union all
    select 'eligibility', n.id, n.applied_on::timestamp at time zone ${zone}, 'Applied', null::uuid, '', ''
    from enrolment n where n.id = ${enrolmentId}
    union all
    select 'eligibility', n.id, n.eligible_on::timestamp at time zone ${zone}, 'Found eligible', null::uuid, '', ''
    from enrolment n where n.id = ${enrolmentId} and n.eligible_on is not null`,
  document: ({ enrolmentId }) => sql`
    select 'document', d.id, d.added_at, 'Document: ' || d.title, d.added_by, '', d.kind
    from document d where d.enterprise_id = ${enterpriseOf(enrolmentId)} and d.removed_at is null
      and (d.enrolment_id = ${enrolmentId} or d.enrolment_id is null)`,
  measure: ({ enrolmentId }) => sql`
    select 'measure', m.id, m.recorded_at, 'Figure recorded: ' || replace(m.kind, '-', ' '),
      m.recorded_by, left(coalesce(m.attribution, ''), 240), m.kind
    from measure m where m.enterprise_id = ${enterpriseOf(enrolmentId)} and m.withdrawn_at is null
    union all
    select 'measure', b.enrolment_id, b.frozen_at, 'Baseline frozen', b.frozen_by, '', 'baseline'
    from baseline b where b.enrolment_id = ${enrolmentId}`,
  comment: ({ enrolmentId, zone }) => sql`
    select 'comment', c.id, c.said_on::timestamp at time zone ${zone}, 'In their own words', c.said_by, left(c.body, 240), ''
    from client_comment c where c.enrolment_id = ${enrolmentId}`,
};

/** A page of what happened with an enterprise, newest first, and how much there is in all. One query. */
export async function timelineOf(tx: Tx, wish: TimelineWish) {
  if (wish.kinds.length === 0) return { entries: [], total: 0 };
  const union = sql.join(
    wish.kinds.map((kind) => sql`(${parts[kind](wish)})`),
    sql` union all `,
  );
  const found = await sql<TimelineEntry & { total: number }>`
    with entry (kind, id, at, title, by_id, detail, key) as (${union}),
    shown as (
      select e.*, count(*) over () as total
      from entry e
      order by e.at desc, e.id desc
      limit ${wish.limit} offset ${wish.offset})
    select s.kind, s.id, s.at, s.title, p.name as by, s.detail, s.key, s.total
    from shown s
    left join person p on p.org_id = current_org() and p.id = s.by_id
    order by s.at desc, s.id desc`.execute(tx);
  return { entries: found.rows, total: found.rows[0]?.total ?? 0 };
}
