import { z } from 'zod';
import { notFound, precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { lettersLeave } from '../../../platform/mail/leaving.ts';
import { waitingInvitationLink } from '../invitation-link-rows.ts';
import { peoplePermissions } from '../permissions.ts';
import { rolesAwaited } from '../role-request-rows.ts';
import { mayInvite } from '../role.ts';
import { presentPersonForUpdate, rolesHeld } from '../store.ts';
import { requireVisible } from '../visible-rows.ts';

/**
 * The link of an invitation that no letter carries away, for somebody who may invite and passes it on. Whoever opens
 * it becomes the person, so it is written down who had it.
 */
export const showInvitationLink = command({
  name: 'show-invitation-link',
  permission: peoplePermissions.invitation.send,
  input: z.strictObject({ personId: z.uuid() }),
  sealsAnswer: true,
  async run({ ctx, tx, input, allow, audit }) {
    allow({});
    await requireVisible(tx, ctx.actor, input.personId);
    const person = await presentPersonForUpdate(tx, input.personId);
    const held = await rolesHeld(tx, person.id, ctx.clock.now());
    const awaited = await rolesAwaited(tx, person.id);
    if (!mayInvite(ctx.actor, [...held, ...awaited])) throw notFound('person');
    if (lettersLeave(ctx)) {
      throw precondition(
        'The link is in the letter, which has left. Send a new invitation instead.',
      );
    }
    const link = await waitingInvitationLink(tx, ctx, person.id);
    if (link === null) throw precondition('No invitation waits. Write a new one.');
    await audit({ subject: ['invitation', link.invitationId], changes: { person: person.id } });
    return { url: link.url };
  },
});
