import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

export interface OwnSession {
  id: string;
  startsAt: string;
  endsAt: string;
  zone: string;
  enterprises: string;
  state: string;
  loggedAt: string | null;
  /** Whether every firm that was there has been asked to confirm. */
  isAsked: boolean;
  confirmations: string[];
  mode: string;
  place: string;
  topics: string[];
  kinds: string[];
  summary: string;
  preparation: number;
  followUp: number;
  travel: number;
  administration: number;
  version: number;
  /** What was agreed to be done, each with who does it. */
  steps: { title: string; owner: string }[];
}

interface Which {
  mentorId: string;
  /** Only of this match, as a mailed link allows. */
  matchId: string | null;
  sessionId?: string;
  /** Only those logged after this instant. */
  since?: string;
}

/** Sessions in which the mentor took part, the latest first. */
export async function ownSessions(tx: Tx, which: Which): Promise<OwnSession[]> {
  const { mentorId, matchId, sessionId = null, since = null } = which;
  const found = await sql<OwnSession>`
    select s.id, s.starts_at as "startsAt", s.ends_at as "endsAt", g.zone, f.names as enterprises,
      s.state, s.logged_at as "loggedAt", f.confirmations, f.is_asked as "isAsked", s.mode, s.place, s.topics, s.kinds, s.summary,
      s.preparation_minutes as preparation, s.follow_up_minutes as "followUp",
      s.travel_minutes as travel, s.administration_minutes as administration, s.version,
      coalesce((
        select jsonb_agg(jsonb_build_object('title', a.title, 'owner', a.owner) order by a.id)
        from action a where a.org_id = s.org_id and a.session_id = s.id), '[]') as steps
    from session_mentor k
    join session s on s.org_id = k.org_id and s.id = k.session_id
    join programme g on g.org_id = s.org_id and g.id = s.programme_id
    join lateral (
      select string_agg(e.name, ', ' order by e.name) as names,
        array_agg(x.confirmation) as confirmations,
        bool_and(x.asked_at is not null) as is_asked
      from session_enterprise x
      join enrolment n on n.org_id = x.org_id and n.id = x.enrolment_id
      join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
      where x.org_id = s.org_id and x.session_id = s.id) f on true
    where k.mentor_id = ${mentorId}::uuid
      and (${matchId}::uuid is null or k.match_id = ${matchId}::uuid)
      and (${sessionId}::uuid is null or s.id = ${sessionId}::uuid)
      and (${since}::timestamptz is null or s.logged_at > ${since}::timestamptz)
    order by s.starts_at desc
    limit 200`.execute(tx);
  return found.rows;
}
