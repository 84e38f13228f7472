import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { type Actor, may } from '../../platform/permission.ts';
import { enterprisePermissions } from './permissions.ts';

/** Those of the enterprises that the actor may merge: in every programme that they are on. */
export async function mergeableOf<T extends { id: string }>(
  tx: Tx,
  actor: Actor,
  enterprises: readonly T[],
): Promise<T[]> {
  const rows = await sql<{ id: string; programmeId: string }>`
    select n.enterprise_id as id, n.programme_id as "programmeId"
    from enrolment n
    where n.enterprise_id = any(${enterprises.map(({ id }) => id)}::uuid[])`.execute(tx);
  const refused = new Set(
    rows.rows
      .filter((row) => !may(actor, enterprisePermissions.enterprise.merge, row))
      .map(({ id }) => id),
  );
  return enterprises.filter(({ id }) => !refused.has(id));
}
