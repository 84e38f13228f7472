import { precondition } from '../../kernel/errors.ts';
import { endSessions } from '../../platform/auth/account-sessions.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { keepAnAdmin, presentPersonForUpdate, revokeWaitingInvitations } from './store.ts';

/**
 * Takes a person out of the organisation: roles, invitations, links and sessions end, and letters to them that have
 * not left are taken back. What they did stays in the records under their name.
 */
export async function personLeaves(
  tx: Tx,
  ctx: Ctx,
  personId: string,
  reason: string,
): Promise<void> {
  const person = await presentPersonForUpdate(tx, personId);
  if (person.id === ctx.actor.personId) {
    throw precondition('You cannot remove yourself. Ask another administrator.');
  }
  const now = ctx.clock.now();
  await keepAnAdmin(tx, person.id, now);
  await tx
    .updateTable('role_grant')
    .set({ ended_at: now, ended_by: ctx.actor.personId, reason: reason })
    .where('person_id', '=', person.id)
    .where('ended_at', 'is', null)
    .execute();
  await tx
    .updateTable('role_request')
    .set({ state: 'withdrawn', answered_by: ctx.actor.personId, answered_at: now })
    .where((where) =>
      where.or([where('person_id', '=', person.id), where('requested_by', '=', person.id)]),
    )
    .where('state', '=', 'waiting')
    .execute();
  await revokeWaitingInvitations(tx, person.id, now);
  await tx
    .updateTable('link')
    .set({ revoked_at: now })
    .where('person_id', '=', person.id)
    .where('revoked_at', 'is', null)
    .execute();
  await tx
    .updateTable('person')
    .set({ removed_at: now, version: person.version + 1 })
    .where('id', '=', person.id)
    .execute();
  await tx
    .updateTable('mail')
    .set({ state: 'cancelled' })
    .where('person_id', '=', person.id)
    .where('state', '=', 'queued')
    .execute();
  if (person.user_id !== null) await endSessions(tx, person.user_id);
}
