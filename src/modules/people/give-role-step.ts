import { conflict } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { queueRoleLetters } from './role-letter.ts';
import { confirmersOf, rolesAwaited } from './role-request-rows.ts';
import { needsSecondPerson, type RoleScope } from './role.ts';
import { addGrant, rolesHeld } from './store.ts';

interface Wish extends RoleScope {
  personId: string;
  name: string;
  expiresAt: string | null;
  reason: string;
  /** Whether the person is to be invited when a role that waits is confirmed. */
  isInvited: boolean;
}

type Given =
  | { grantId: string; requestId: null; isAlone: boolean }
  | { grantId: null; requestId: string; isAlone: false };

/**
 * Gives a role, or lets it wait for a second person when it is one that needs two. Where nobody else could
 * confirm, as in a new installation, it is given alone, and everybody who has such a role is told.
 */
export async function giveRole(tx: Tx, ctx: Ctx, wish: Wish): Promise<Given> {
  const byId = ctx.actor.personId;
  if (byId === null) return grant(tx, ctx, wish, false);
  const receiver = { isGiver: byId === wish.personId, held: await rolesOf(tx, ctx, wish) };
  if (!needsSecondPerson(wish.role, receiver)) return grant(tx, ctx, wish, false);
  // Two grants in the same moment: the second must see the first one's holder as somebody who confirms.
  await tx.selectFrom('organisation').select('org_id').forNoKeyUpdate().execute();
  const confirmers = await confirmersOf(tx, wish, [byId, wish.personId], ctx.clock.now());
  if (confirmers.length === 0) {
    const given = await grant(tx, ctx, wish, true);
    await tellAll(tx, ctx, wish);
    return given;
  }
  const asked = await tx
    .insertInto('role_request')
    .values({
      org_id: ctx.orgId,
      id: newId(),
      person_id: wish.personId,
      role: wish.role,
      programme_id: wish.programmeId,
      expires_at: wish.expiresAt,
      reason: wish.reason || null,
      is_invited: wish.isInvited,
      requested_by: byId,
      requested_at: ctx.clock.now(),
    })
    .onConflict((clash) => clash.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!asked) throw conflict('This role waits for a second person already.');
  await queueRoleLetters(tx, ctx, confirmers, { ...wish, kind: 'role-to-confirm' });
  return { grantId: null, requestId: asked.id, isAlone: false };
}

async function rolesOf(tx: Tx, ctx: Ctx, { personId }: Wish): Promise<RoleScope[]> {
  const held = await rolesHeld(tx, personId, ctx.clock.now());
  return [...held, ...(await rolesAwaited(tx, personId))];
}

async function grant(tx: Tx, ctx: Ctx, wish: Wish, isAlone: boolean): Promise<Given> {
  const grantId = await addGrant(tx, ctx, wish);
  if (grantId === null) throw conflict('This person holds this role already.');
  return { grantId, requestId: null, isAlone };
}

async function tellAll(tx: Tx, ctx: Ctx, wish: Wish): Promise<void> {
  const readers = await confirmersOf(tx, wish, [], ctx.clock.now());
  await queueRoleLetters(tx, ctx, readers, { ...wish, kind: 'role-given-alone' });
}
