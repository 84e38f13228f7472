import { notFound, precondition } from '../../kernel/errors.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { queueInvitation } from './mails.ts';
import { rolesAwaited } from './role-request-rows.ts';
import { mayInvite } from './role.ts';
import { addGrant, belongsToEnterprise, presentPersonForUpdate, rolesHeld } from './store.ts';
import { requireVisible } from './visible-rows.ts';

/** Invites somebody whom the actor may invite; the invitation sent before ends. */
export async function inviteOne(tx: Tx, ctx: Ctx, personId: string) {
  await requireVisible(tx, ctx.actor, personId);
  const person = await presentPersonForUpdate(tx, personId);
  if (person.user_id !== null) throw precondition('This person can sign in already.');
  if (person.email === null) {
    throw precondition('There is no email address to send the invitation to. Enter one first.');
  }
  const held = await rolesHeld(tx, person.id, ctx.clock.now());
  if (held.length === 0 && (await belongsToEnterprise(tx, person.id))) {
    // Whoever is entered as a firm's person needs the role to see the firm's pages.
    await addGrant(tx, ctx, { personId: person.id, role: 'participant', programmeId: null });
    held.push({ role: 'participant', programmeId: null });
  }
  const awaited = await rolesAwaited(tx, person.id);
  if (!mayInvite(ctx.actor, [...held, ...awaited])) throw notFound('person');
  if (held.length === 0) {
    throw precondition('This person has no role yet, and would see nothing. Give a role first.');
  }
  const invitationId = await queueInvitation(tx, ctx, { ...person, email: person.email });
  return { invitationId, roles: held };
}
