import { z } from 'zod';
import { notFound, precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { revokeLinks } from '../../../platform/links.ts';
import { peoplePermissions } from '../permissions.ts';
import { mayInvite } from '../role.ts';
import { rolesHeld } from '../store.ts';
import { requireVisible } from '../visible-rows.ts';

/** Takes an invitation back: its link stops working at once. */
export const revokeInvitation = command({
  name: 'revoke-invitation',
  permission: peoplePermissions.invitation.revoke,
  input: z.strictObject({ invitationId: z.uuid() }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({});
    const invitation = await tx
      .selectFrom('invitation')
      .select(['id', 'person_id', 'link_id', 'accepted_at', 'revoked_at'])
      .where('id', '=', input.invitationId)
      .forUpdate()
      .executeTakeFirst();
    if (!invitation) throw notFound('invitation');
    await requireVisible(tx, ctx.actor, invitation.person_id);
    const now = ctx.clock.now();
    if (!mayInvite(ctx.actor, await rolesHeld(tx, invitation.person_id, now))) {
      throw notFound('invitation');
    }
    if (invitation.accepted_at !== null) {
      throw precondition('This invitation was accepted. End the person’s roles instead.');
    }
    if (invitation.revoked_at !== null)
      throw precondition('This invitation was taken back already.');
    await tx
      .updateTable('invitation')
      .set({ revoked_at: now })
      .where('id', '=', invitation.id)
      .execute();
    await revokeLinks(tx, ctx, { id: invitation.link_id });
    await audit({
      subject: ['invitation', invitation.id],
      changes: { person: invitation.person_id },
    });
    return { invitationId: invitation.id };
  },
});
