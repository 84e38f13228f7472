import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { orgPaths } from '../../../kernel/paths.ts';
import { command } from '../../../platform/command.ts';
import { queueMail } from '../../../platform/mail/outbox.ts';
import { whomToRing } from '../../enterprises/advising/reads.ts';
import { programmeById } from '../../programmes/reads.ts';
import { isAnswered } from '../apply/answers.ts';
import { applicationBySecret, updateApplication } from '../apply/application-rows.ts';
import { stepsOf } from '../apply/apply-step.ts';
import { questions } from '../apply/questions.ts';
import { receivedLetter } from '../mails.ts';
import { intakePermissions } from '../permissions.ts';

/** Sends a draft off: it stands in the programme's queue, and the applicant gets a letter. */
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
    await updateApplication(tx, ctx, application.id, {
      state: 'submitted',
      submitted_at: ctx.clock.now(),
    });
    const path = orgPaths(ctx.org.slug).resumeApplication(input.secret);
    const words = receivedLetter({
      name: application.name,
      programme: application.programmeName,
      url: `${ctx.app.url}${path}`,
      organisation: ctx.org.name,
    });
    const { programmeId } = application;
    const adviser = await whomToRing(tx, ctx.clock.now(), { programmeId });
    await queueMail(tx, ctx, {
      to: { address: application.email, name: application.name },
      kind: 'application-received',
      ...words,
      about: ['application', application.id],
      answersTo: adviser?.personId,
      urgent: true,
    });
    await audit({ subject: ['application', application.id], changes: { state: 'submitted' } });
    return { applicationId: application.id };
  },
});
