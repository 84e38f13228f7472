import { z } from 'zod';
import { isSameAddress } from '../../../kernel/contact-details.ts';
import { precondition } from '../../../kernel/errors.ts';
import { accountById } from '../../../platform/auth/account.ts';
import { command } from '../../../platform/command.ts';
import { peoplePermissions } from '../permissions.ts';
import { acceptWith, openInvitationForUpdate } from '../store.ts';

/**
 * Accepts an invitation as the account that is signed in. The account must have the invited address; its
 * password and its places in other organisations stay as they are.
 */
export const acceptInvitation = command({
  name: 'accept-invitation',
  permission: peoplePermissions.invitation.accept,
  input: z.strictObject({
    secret: z.string().max(200),
    /** From the session, never from a form. */
    userId: z.string().max(100),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({});
    const invitation = await openInvitationForUpdate(tx, ctx, input.secret);
    const account = await accountById(tx, input.userId);
    if (!account || !isSameAddress(account.email, invitation.email)) {
      throw precondition('This invitation is for another email address than the one you use.');
    }
    const other = await tx
      .selectFrom('person')
      .select('name')
      .where('user_id', '=', account.userId)
      .where('removed_at', 'is', null)
      .executeTakeFirst();
    if (other) {
      throw precondition(
        `You belong to ${ctx.org.name} already, as ${other.name}. Ask for the new role to be given there.`,
      );
    }
    await acceptWith(tx, ctx, invitation, account.userId);
    await audit({
      subject: ['invitation', invitation.id],
      changes: { person: invitation.person.id },
    });
    return { personId: invitation.person.id };
  },
});
