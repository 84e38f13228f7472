import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import {
  type Actor,
  type Role,
  type RoleGrant,
  systemActor,
} from '../../../platform/permission.ts';

/**
 * Whoever started a run, with the roles they hold now: a list written later reaches no further than they do.
 * The system when it was started from the command line.
 */
export async function starterOf(tx: Tx, runId: string, now: string): Promise<Actor> {
  const rows = await sql<{
    personId: string;
    name: string;
    role: Role | null;
    programmeId: string | null;
  }>`
    select p.id as "personId", p.name, g.role, g.programme_id as "programmeId"
    from import_run r
    join person p on p.org_id = r.org_id and p.id = r.started_by
    left join role_grant g on g.org_id = p.org_id and g.person_id = p.id and g.ended_at is null
      and (g.expires_at is null or g.expires_at > ${now}::timestamptz) and p.removed_at is null
    where r.id = ${runId}::uuid`.execute(tx);
  const first = rows.rows[0];
  if (!first) return systemActor;
  const grants = rows.rows.flatMap(({ role, programmeId }): RoleGrant[] =>
    role === null ? [] : [{ role, programmeId }],
  );
  return { ...systemActor, kind: 'person', personId: first.personId, name: first.name, grants };
}
