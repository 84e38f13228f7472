import { sql } from 'kysely';
import { dateInZone, type Instant } from '../../../kernel/calendar.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { hasRole, type Role } from '../../../platform/permission.ts';

const reading: readonly Role[] = ['auditor'];

/** Whether somebody only reads here: whoever also works in the programme needs no reminder of it. */
export function onlyReads(actor: Ctx['actor'], programmeId: string): boolean {
  const held = actor.grants.filter((grant) => hasRole(actor, grant.role, programmeId));
  return held.length > 0 && held.every(({ role }) => reading.includes(role));
}

export interface SinceLastVisit {
  /** When they signed in the time before; else when they got the role. */
  since: Instant;
  /** The instant at which the role runs out; null when it has no end. */
  until: Instant | null;
  eligible: number;
  left: number;
  recorded: number;
  verified: number;
  confirmed: number;
  /** Changes of the programme's settings. */
  settings: number;
}

/**
 * What has changed in a programme since the reader's last visit, as numbers. What is known by its day alone counts from
 * the day of the visit on: it may have happened after it. Two queries.
 */
export async function sinceLastVisit(
  tx: Tx,
  { actor }: Pick<Ctx, 'actor'>,
  { id: programmeId, zone }: { id: string; zone: string },
): Promise<SinceLastVisit | null> {
  const visits = await sql<{ since: Instant; until: Instant | null }>`
    select coalesce((
        select e.at from auth.event e
        join person p on p.user_id = e.user_id and p.id = ${actor.personId}::uuid
        where e.kind = 'sign-in'
        order by e.at desc offset 1 limit 1), min(g.granted_at)) as since,
      case when bool_or(g.expires_at is null) then null else max(g.expires_at) end as until
    from role_grant g
    where g.person_id = ${actor.personId}::uuid and g.ended_at is null
      and (g.programme_id is null or g.programme_id = ${programmeId}::uuid)
    having count(*) > 0`.execute(tx);
  const [visit] = visits.rows;
  if (!visit) return null;
  const { since, until } = visit;
  const day = dateInZone(since, zone);
  const counts = await sql<Omit<SinceLastVisit, 'since' | 'until'>>`
    select
      (select count(*)::int from enrolment n
        where n.programme_id = ${programmeId}::uuid and n.eligible_on >= ${day}::date) as eligible,
      (select count(*)::int from enrolment n
        where n.programme_id = ${programmeId}::uuid and n.closed_on >= ${day}::date) as "left",
      (select count(*)::int from output o
        where o.programme_id = ${programmeId}::uuid and o.recorded_at > ${since}::timestamptz
          and o.state <> 'withdrawn') as recorded,
      (select count(*)::int from output o
        where o.programme_id = ${programmeId}::uuid and o.verified_at > ${since}::timestamptz
          and o.state = 'verified') as verified,
      (select count(*)::int from session_enterprise x
        join session s on s.org_id = x.org_id and s.id = x.session_id
        where s.programme_id = ${programmeId}::uuid and s.state = 'logged'
          and x.confirmed_at > ${since}::timestamptz) as confirmed,
      (select count(*)::int from setting_change c
        where c.programme_id = ${programmeId}::uuid and c.changed_at > ${since}::timestamptz) as settings`.execute(
    tx,
  );
  const [row] = counts.rows;
  return row ? { since, until, ...row } : null;
}
