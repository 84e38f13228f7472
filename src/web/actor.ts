import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';
import type { Actor, Role, RoleGrant } from '../platform/permission.ts';

interface ActorRow {
  person_id: string;
  name: string;
  grants: { role: Role; programme_id: string | null }[];
  mentor_id: string | null;
  own_enterprises: string[];
  matched_enterprises: string[];
}

/**
 * The person behind an account in the transaction's organisation, with their roles and relations as they
 * are now; null when the account is nobody here or was removed. Read for every request, so that a demoted
 * or removed person is out at the next one.
 */
export async function actorOfAccount(tx: Tx, userId: string, now: string): Promise<Actor | null> {
  return readActor(tx, sql`p.user_id = ${userId}`, now, 'person');
}

/** The same for a person named by a mailed link, who has not signed in. */
export async function actorOfPerson(
  tx: Tx,
  personId: string,
  now: string,
  kind: 'person' | 'link' = 'link',
): Promise<Actor | null> {
  return readActor(tx, sql`p.id = ${personId}`, now, kind);
}

async function readActor(
  tx: Tx,
  which: ReturnType<typeof sql>,
  now: string,
  kind: 'person' | 'link',
): Promise<Actor | null> {
  const found = await sql<ActorRow>`
    select p.id as person_id, p.name, m.id as mentor_id,
      coalesce((
        select jsonb_agg(jsonb_build_object('role', g.role, 'programme_id', g.programme_id))
        from role_grant g
        where g.org_id = p.org_id and g.person_id = p.id and g.ended_at is null
          and (g.expires_at is null or g.expires_at > ${now}::timestamptz)), '[]') as grants,
      array(
        select e.enterprise_id::text from enterprise_person e
        where e.org_id = p.org_id and e.person_id = p.id
          and (e.to_on is null or e.to_on > (${now}::timestamptz at time zone o.zone)::date)) as own_enterprises,
      array(
        select distinct n.enterprise_id::text
        from match t
        join enrolment n on n.org_id = t.org_id and n.id = t.enrolment_id
        join programme g on g.org_id = n.org_id and g.id = n.programme_id
        where t.org_id = p.org_id and t.mentor_id = m.id
          and t.during @> (${now}::timestamptz at time zone g.zone)::date) as matched_enterprises
    from person p
    join organisation o on o.org_id = p.org_id
    left join mentor m on m.org_id = p.org_id and m.person_id = p.id
    where p.removed_at is null and ${which}`.execute(tx);
  const row = found.rows[0];
  if (!row) return null;
  // Whoever signs in has what is their own only while they hold the role. Many people of enterprises never
  // sign in and hold none; a mailed link names the role in which they act.
  const isHeld = (role: Role) =>
    (kind === 'link' && role === 'participant') || row.grants.some((grant) => grant.role === role);
  return {
    kind,
    personId: row.person_id,
    name: row.name,
    grants: row.grants.map((grant): RoleGrant => ({
      role: grant.role,
      programmeId: grant.programme_id,
    })),
    mentorId: isHeld('mentor') ? row.mentor_id : null,
    ownEnterpriseIds: new Set(isHeld('participant') ? row.own_enterprises : []),
    matchedEnterpriseIds: new Set(isHeld('mentor') ? row.matched_enterprises : []),
  };
}
