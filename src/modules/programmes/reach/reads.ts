import { type RawBuilder, sql } from 'kysely';
import { notFound } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/database.ts';
import { type Actor, may } from '../../../platform/permission.ts';
import { programmePermissions } from '../permissions.ts';

/** The programmes that somebody who works for the organisation sees; null means every one. */
export type Reach = readonly string[] | null;

/** How far the actor's work reaches; mentors and participants have pages of their own and reach none. */
export function reachOf(actor: Actor): Reach {
  const { read } = programmePermissions.programme;
  if (may(actor, read, { programmeId: null })) return null;
  return actor.grants.flatMap((grant) =>
    read.grants[grant.role] === undefined ? [] : (grant.programmeId ?? []),
  );
}

/**
 * Whether an enterprise is within reach: enrolled in one of the programmes, or in none at all. Firms are
 * known to the organisation, but whose work is limited to some programmes sees and changes them only there.
 */
export function isWithinReach(enterpriseId: RawBuilder<unknown>, reach: Reach) {
  if (reach === null) return sql<boolean>`true`;
  return sql<boolean>`(
    exists (select from enrolment w
      where w.enterprise_id = ${enterpriseId} and w.programme_id = any(${[...reach]}::uuid[]))
    or not exists (select from enrolment w where w.enterprise_id = ${enterpriseId}))`;
}

/** Those of the enterprises that only programmes beyond the actor's reach know. */
export async function beyondReach(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const reach = reachOf(actor);
  if (reach === null || ids.length === 0) return new Set();
  const found = await sql<{ id: string }>`
    select e.id from enterprise e
    where e.id = any(${[...ids]}::uuid[]) and not ${isWithinReach(sql`e.id`, reach)}`.execute(tx);
  return new Set(found.rows.map(({ id }) => id));
}

/** "Not found" for an enterprise that only programmes beyond the actor's reach know. */
export async function requireWithinReach(tx: Tx, actor: Actor, id: string): Promise<void> {
  if ((await beyondReach(tx, actor, [id])).has(id)) throw notFound('enterprise');
}
