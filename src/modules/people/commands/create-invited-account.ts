import { z } from 'zod';
import { invalid, precondition } from '../../../kernel/errors.ts';
import { createAccount, hashPassword } from '../../../platform/auth/account.ts';
import { command } from '../../../platform/command.ts';
import { passwordProblem } from '../password.ts';
import { peoplePermissions } from '../permissions.ts';
import { acceptWith, openInvitationForUpdate } from '../store.ts';

/**
 * Accepts an invitation by making an account with a password. An address that has an account already is
 * refused and left untouched: its holder signs in and accepts as themselves.
 */
export const createInvitedAccount = command({
  name: 'create-invited-account',
  permission: peoplePermissions.invitation.accept,
  input: z.strictObject({
    secret: z.string().max(200),
    password: z.string().max(1000),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({});
    const invitation = await openInvitationForUpdate(tx, ctx, input.secret);
    const { person, email } = invitation;
    const names = [ctx.org.name, ctx.org.slug, person.name, email.split('@')[0] ?? ''];
    const problem = passwordProblem(input.password, names);
    if (problem) throw invalid({ password: problem });
    const userId = await createAccount(tx, {
      email,
      name: person.name,
      passwordHash: await hashPassword(ctx.app.auth, input.password),
      at: ctx.clock.now(),
    });
    if (userId === null) {
      throw precondition('You have an account already. Sign in with it, then accept.');
    }
    await acceptWith(tx, ctx, invitation, userId);
    await audit({ subject: ['invitation', invitation.id], changes: { person: person.id } });
    return { email };
  },
});
