import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { programmeById } from '../../programmes/reads.ts';
import { isAnswered } from '../apply/answers.ts';
import { applicationBySecret, updateApplication } from '../apply/application-rows.ts';
import { stepsOf } from '../apply/apply-step.ts';
import { provedNow } from '../apply/proof.ts';
import { sendReceivedLetter } from '../apply/received-letter-step.ts';
import { questions } from '../apply/questions.ts';
import { intakePermissions } from '../permissions.ts';

/** Sends a draft off: it stands in the programme's queue, and the applicant gets a letter that asks whose address it is. */
export const submitApplication = command({
  name: 'submit-application',
  permission: intakePermissions.application.apply,
  input: z.strictObject({ secret: z.string().max(100) }),
  async run({ ctx, tx, input, allow, audit }) {
    const application = await applicationBySecret(tx, ctx, input.secret, true);
    allow({ programmeId: application.programmeId });
    if (application.state !== 'draft') {
      throw precondition('This application was sent already.');
    }
    const programme = await programmeById(tx, application.programmeId);
    if (programme.state === 'closed') {
      throw precondition(`${programme.name} has closed and takes no applications any more.`);
    }
    const missing = stepsOf(application.answers).find(
      (step) => !isAnswered(step, application.answers),
    );
    if (missing !== undefined) {
      throw precondition(`The page “${questions[missing].title}” is not filled in yet.`);
    }
    const now = ctx.clock.now();
    const proof = provedNow(application, now);
    await updateApplication(tx, ctx, application.id, {
      state: 'submitted',
      submitted_at: now,
      ...proof,
    });
    await sendReceivedLetter(tx, ctx, {
      ...application,
      addressProvedAt: proof.address_proved_at ?? application.addressProvedAt,
    });
    await audit({ subject: ['application', application.id], changes: { state: 'submitted' } });
    return { applicationId: application.id };
  },
});
