import { z } from 'zod';
import { notFound, precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { may } from '../../../platform/permission.ts';
import { recordId } from '../../enterprises/inputs.ts';
import {
  applicationById,
  applicationBySecret,
  updateApplication,
} from '../apply/application-rows.ts';
import { intakePermissions } from '../permissions.ts';

/** Takes an application back: the applicant with the secret of the letter, or staff who were told. */
export const withdrawApplication = command({
  name: 'withdraw-application',
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
    if (application.enrolmentId !== null) {
      throw precondition('This application was accepted already. Close the enrolment instead.');
    }
    if (application.state === 'withdrawn') {
      throw precondition('This application was withdrawn already.');
    }
    await updateApplication(tx, ctx, application.id, { state: 'withdrawn' });
    await audit({
      subject: ['application', application.id],
      changes: { from: application.state, byApplicant: 'secret' in input },
    });
    return { applicationId: application.id };
  },
});
