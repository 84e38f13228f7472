import { z } from 'zod';
import { notFound, precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { may } from '../../../platform/permission.ts';
import { recordId } from '../../enterprises/inputs.ts';
import { applicationById, applicationBySecret } from '../apply/application-rows.ts';
import { isUnproved } from '../apply/proof.ts';
import { sendReceivedLetter } from '../apply/received-letter-step.ts';
import { intakePermissions } from '../permissions.ts';

/** Sends once more the letter that asks an applicant whether the address is theirs: the applicant or staff wish it. */
export const sendAddressLetter = command({
  name: 'send-address-letter',
  permission: intakePermissions.application.apply,
  input: z.union([
    z.strictObject({ secret: z.string().max(100) }),
    z.strictObject({ applicationId: recordId }),
  ]),
  async run({ ctx, tx, input, allow, audit }) {
    const application =
      'secret' in input
        ? await applicationBySecret(tx, ctx, input.secret, true)
        : await applicationById(tx, input.applicationId, true);
    const subject = { programmeId: application.programmeId };
    if (
      'applicationId' in input &&
      !may(ctx.actor, intakePermissions.application.accept, subject)
    ) {
      throw notFound('application');
    }
    allow(subject);
    if (application.state !== 'submitted' || application.enrolmentId !== null) {
      throw precondition('Only an application that waits to be accepted has this letter.');
    }
    if (!isUnproved(application)) throw precondition('The address is confirmed already.');
    await sendReceivedLetter(tx, ctx, application);
    await audit({
      subject: ['application', application.id],
      changes: { byApplicant: 'secret' in input },
    });
    return { applicationId: application.id };
  },
});
