import { z } from 'zod';
import { conflict, precondition, shown } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { parseStep } from '../apply/answers.ts';
import { applicationBySecret, markOf, updateApplication } from '../apply/application-rows.ts';
import { provedNow } from '../apply/proof.ts';
import { applySteps, isPotentialEntrepreneur } from '../apply/apply-step.ts';
import { intakePermissions } from '../permissions.ts';

const changedMeanwhile =
  'This page was saved in another window after you opened it here. What you typed is still below, what was saved beside it. Save again to put yours in its place.';

const text = z.string().max(10_000);

/** Keeps the answers of one page of a draft; the secret of the letter decides whose. */
export const saveApplicationStep = command({
  name: 'save-application-step',
  permission: intakePermissions.application.apply,
  input: z.strictObject({
    secret: z.string().max(100),
    step: z.enum(applySteps),
    /** The page as it was when it was opened; left out where nobody else can have it open. */
    seen: z.string().max(40).optional(),
    fields: z.record(z.string().max(40), z.union([text, z.array(text).max(50)])),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const application = await applicationBySecret(tx, ctx, input.secret, true);
    allow({ programmeId: application.programmeId });
    if (application.state !== 'draft') {
      throw precondition('This application was sent already and can no longer be changed here.');
    }
    const before = application.answers[input.step];
    if (input.seen !== undefined && input.seen !== markOf(before)) {
      throw conflict(changedMeanwhile, shown(before ?? {}, ...Object.keys(before ?? {})));
    }
    const stored = parseStep(input.step, input.fields, ctx.clock.today(ctx.org.zone));
    const answers = { ...application.answers, [input.step]: stored };
    await updateApplication(tx, ctx, application.id, {
      answers,
      step: input.step,
      ...provedNow(application, ctx.clock.now()),
      is_potential_entrepreneur: isPotentialEntrepreneur(answers),
      ...(input.step === 'about-you' && typeof stored['name'] === 'string'
        ? { applicant_name: stored['name'] }
        : {}),
    });
    await audit({ subject: ['application', application.id], changes: { step: input.step } });
    return { applicationId: application.id };
  },
});
