import { sql } from 'kysely';
import type { Instant } from '../../../kernel/calendar.ts';
import type { EndCause } from '../../../modules/matching/match.ts';
import type { Reach } from '../../../modules/programmes/reach/reads.ts';
import type { Tx } from '../../../platform/database.ts';

export type MentorEventKind =
  | 'added'
  | 'paused'
  | 'resumed'
  | 'left'
  | 'role-ended'
  | 'barred'
  | 'unbarred'
  | 'matched'
  | 'match-ended';

export interface MentorEvent {
  kind: MentorEventKind;
  at: Instant;
  by: string | null;
  /** Whether the mentor did it themself. */
  isOwn: boolean;
  enterprise: string | null;
  enrolmentId: string | null;
  programmeSlug: string | null;
  matchId: string | null;
  cause: EndCause | null;
  /** What somebody wrote as the reason; for staff. */
  reason: string | null;
  until: string | null;
}

/** How much of a mentor's history one page shows. */
export const mostEvents = 200;

/**
 * What began and ended for a mentor, the newest first: pauses, the panel, roles, pairs kept apart, matches. What is about
 * a firm stands there only for firms within the reader's reach, and bars and reasons only for those who may read them.
 */
export async function mentorHistory(
  tx: Tx,
  mentorId: string,
  { reach, seesStaffWords, zone }: { reach: Reach; seesStaffWords: boolean; zone: string },
): Promise<MentorEvent[]> {
  const isSeen = sql`(${reach === null} or n.programme_id = any(${[...(reach ?? [])]}::uuid[]))`;
  const found = await sql<MentorEvent>`
    with mine as (select m.org_id, m.id, m.person_id from mentor m where m.id = ${mentorId}::uuid)
    select h.kind, h.at, p.name as by, coalesce(h.by_id = mine.person_id, false) as "isOwn",
      h.enterprise, h."enrolmentId", h."programmeSlug", h."matchId", h.cause,
      case when ${seesStaffWords} then nullif(h.reason, '') end as reason, h.until
    from mine
    cross join lateral (
      select case a.action when 'add-mentor' then 'added' when 'pause-mentor' then 'paused'
          when 'resume-mentor' then 'resumed' else 'left' end as kind,
        a.at, a.actor_id as by_id, null as enterprise, null::uuid as "enrolmentId",
        null as "programmeSlug", null::uuid as "matchId", null as cause,
        (select r.text from audit_reason r where r.org_id = a.org_id and r.seq = a.seq) as reason,
        a.changes ->> 'until' as until
      from audit a
      where a.org_id = mine.org_id and a.subject_kind = 'mentor' and a.subject_id = mine.id
        and a.action in ('add-mentor', 'pause-mentor', 'resume-mentor', 'retire-mentor')
      union all
      select 'role-ended', a.at, a.actor_id, null, null, null, null, null,
        (select r.text from audit_reason r where r.org_id = a.org_id and r.seq = a.seq), null
      from audit a
      where a.org_id = mine.org_id and a.subject_kind = 'person' and a.subject_id = mine.person_id
        and (a.action = 'remove-person' or (a.action = 'end-role' and a.changes ->> 'role' = 'mentor')
          or (a.action = 'follow-expired-roles' and a.changes -> 'roles' @> '["mentor"]'))
      union all
      select b.kind, b.at, b.by_id, f.name, f.id, f.slug, null, null, b.reason, null
      from (
        select 'barred' as kind, x.barred_at as at, x.barred_by as by_id, x.reason,
          x.enterprise_id::text as enterprise
        from barred_pair x
        where x.org_id = mine.org_id and x.mentor_id = mine.id
        union all
        select 'unbarred', a.at, a.actor_id,
          (select r.text from audit_reason r where r.org_id = a.org_id and r.seq = a.seq),
          a.changes ->> 'enterpriseId'
        from audit a
        where a.org_id = mine.org_id and a.subject_kind = 'mentor' and a.subject_id = mine.id
          and a.action = 'unbar-pair') b
      join lateral (
        select n.id, e.name, g.slug
        from enrolment n
        join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
        join programme g on g.org_id = n.org_id and g.id = n.programme_id
        where n.org_id = mine.org_id and n.enterprise_id::text = b.enterprise and ${isSeen}
        order by n.applied_on desc, n.id limit 1) f on true
      where ${seesStaffWords}
      union all
      select w.kind, w.on::timestamp at time zone ${zone}, w.by_id, e.name, n.id, g.slug, t.id, w.cause,
        w.reason, null
      from match t
      join enrolment n on n.org_id = t.org_id and n.id = t.enrolment_id
      join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
      join programme g on g.org_id = n.org_id and g.id = n.programme_id
      cross join lateral (values
        ('matched', lower(t.during), null::uuid, null, null),
        ('match-ended', coalesce(t.ended_on, upper(t.during)), t.ended_by, t.end_cause, t.end_note)
      ) w (kind, "on", by_id, cause, reason)
      where t.org_id = mine.org_id and t.mentor_id = mine.id and ${isSeen}
        and (w.kind = 'matched' or t.end_cause is not null)) h
    left join person p on p.org_id = mine.org_id and p.id = h.by_id
    order by h.at desc, h.kind, h."matchId"
    limit ${mostEvents}`.execute(tx);
  return found.rows;
}
