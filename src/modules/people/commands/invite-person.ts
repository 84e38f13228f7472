import { z } from 'zod';
import { command } from '../../../platform/command.ts';
import { inviteOne } from '../invite-step.ts';
import { peoplePermissions } from '../permissions.ts';

/** Invites a person to sign in, or sends the invitation again; the link sent before ends. */
export const invitePerson = command({
  name: 'invite-person',
  permission: peoplePermissions.invitation.send,
  input: z.strictObject({ personId: z.uuid() }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({});
    const { invitationId, roles } = await inviteOne(tx, ctx, input.personId);
    await audit({
      subject: ['invitation', invitationId],
      changes: { person: input.personId, roles },
    });
    return { invitationId };
  },
});
