import { notFound, precondition } from '../../kernel/errors.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import type { Role } from '../../platform/permission.ts';
import { mayGrant, type RoleScope } from './role.ts';
import { grantForUpdate, keepAnAdmin, rolesHeld } from './store.ts';

/** The locked grant of a role that is to end; the caller asks the permission next. */
export function endingGrant(tx: Tx, grantId: string) {
  return grantForUpdate(tx, grantId);
}

/** Ends a locked grant; refuses a role above the actor's own, and the last administrator's. */
export async function roleEnds(
  tx: Tx,
  ctx: Ctx,
  grant: Awaited<ReturnType<typeof grantForUpdate>>,
  reason: string,
): Promise<void> {
  if (!mayGrant(ctx.actor, { role: grant.role, programmeId: grant.programme_id })) {
    throw notFound('role');
  }
  if (grant.ended_at !== null) throw precondition('This role has ended already.');
  const now = ctx.clock.now();
  if (grant.role === 'admin') await keepAnAdmin(tx, grant.person_id, now);
  await tx
    .updateTable('role_grant')
    .set({ ended_at: now, ended_by: ctx.actor.personId, reason })
    .where('id', '=', grant.id)
    .execute();
}

/** The roles a person still holds. */
export function rolesLeft(tx: Tx, ctx: Ctx, personId: string): Promise<RoleScope[]> {
  return rolesHeld(tx, personId, ctx.clock.now());
}

/** Ends what has run out of these roles, on the moment at which it ran out, of one person or of all; gives whose it was. */
export async function endExpiredGrants(
  tx: Tx,
  ctx: Ctx,
  roles: readonly Role[],
  only: string | null = null,
): Promise<{ personId: string; roles: Role[] }[]> {
  const ended = await tx
    .updateTable('role_grant')
    .set((is) => ({ ended_at: is.ref('expires_at') }))
    .where('role', 'in', [...roles])
    .where('ended_at', 'is', null)
    .where('expires_at', '<=', ctx.clock.now())
    .$if(only !== null, (query) => query.where('person_id', '=', only ?? ''))
    .returning(['person_id as personId', 'role'])
    .execute();
  const byPerson = Map.groupBy(ended, ({ personId }) => personId);
  return [...byPerson].map(([personId, grants]) => ({
    personId,
    roles: grants.map(({ role }) => role as Role),
  }));
}

/** Whose roles of these have run out without anybody having followed it yet. */
export async function peopleOfExpiredGrants(
  tx: Tx,
  now: string,
  roles: readonly Role[],
): Promise<string[]> {
  const found = await tx
    .selectFrom('role_grant')
    .select('person_id as id')
    .distinct()
    .where('role', 'in', [...roles])
    .where('ended_at', 'is', null)
    .where('expires_at', '<=', now)
    .execute();
  return found.map(({ id }) => id);
}
