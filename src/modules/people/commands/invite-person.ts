import { z } from 'zod';
import { notFound, precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { queueInvitation } from '../mails.ts';
import { peoplePermissions } from '../permissions.ts';
import { rolesAwaited } from '../role-request-rows.ts';
import { mayInvite } from '../role.ts';
import { addGrant, belongsToEnterprise, presentPersonForUpdate, rolesHeld } from '../store.ts';
import { requireVisible } from '../visible-rows.ts';

/** Invites a person to sign in, or sends the invitation again; the link sent before ends. */
export const invitePerson = command({
  name: 'invite-person',
  permission: peoplePermissions.invitation.send,
  input: z.strictObject({ personId: z.uuid() }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({});
    await requireVisible(tx, ctx.actor, input.personId);
    const person = await presentPersonForUpdate(tx, input.personId);
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
    await audit({
      subject: ['invitation', invitationId],
      changes: { person: person.id, roles: held },
    });
    return { invitationId };
  },
});
