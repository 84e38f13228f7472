import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { applicationBySecret, updateApplication } from '../apply/application-rows.ts';
import { provedNow } from '../apply/proof.ts';
import { intakePermissions } from '../permissions.ts';

/** The reader of the letter says that the application is theirs. */
export const proveAddress = command({
  name: 'prove-address',
  permission: intakePermissions.application.apply,
  input: z.strictObject({ secret: z.string().max(100) }),
  async run({ ctx, tx, input, allow, audit }) {
    const application = await applicationBySecret(tx, ctx, input.secret, true);
    allow({ programmeId: application.programmeId });
    if (!application.isFromLetter) {
      throw precondition(
        'Only the link in our letter shows that the address is yours. Open it there.',
      );
    }
    if (application.state === 'withdrawn') throw precondition('This application was withdrawn.');
    if (application.addressProvedAt !== null) {
      throw precondition('You have said already that the address is yours.');
    }
    await updateApplication(tx, ctx, application.id, provedNow(application, ctx.clock.now()));
    await audit({ subject: ['application', application.id], changes: { address: 'proved' } });
    return { applicationId: application.id };
  },
});
