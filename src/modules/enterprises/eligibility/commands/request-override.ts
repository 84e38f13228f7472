import { z } from 'zod';
import { conflict, invalid, precondition } from '../../../../kernel/errors.ts';
import { newId } from '../../../../kernel/ids.ts';
import { command } from '../../../../platform/command.ts';
import { programmeById, todayIn } from '../../../programmes/reads.ts';
import { recordId, requiredProse } from '../../inputs.ts';
import { enterprisePermissions } from '../../permissions.ts';
import { enrolmentForUpdate } from '../../reads.ts';
import { overrideProblems } from '../overall.ts';
import { eligibilityOn } from '../reads.ts';
import { eligibilityTests } from '../test-result.ts';

/** Asks a second person to set one test aside, with the reason. */
export const requestOverride = command({
  name: 'request-override',
  permission: enterprisePermissions.eligibility.assess,
  input: z.strictObject({
    enrolmentId: recordId,
    test: z.enum(eligibilityTests),
    reason: requiredProse(2000, 'Say why the test may be set aside.'),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentForUpdate(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    if (enrolment.state !== 'applied' && enrolment.state !== 'not-eligible') {
      throw precondition('An override is only for an applicant that is not yet supported.');
    }
    const askedBy = ctx.actor.personId;
    if (askedBy === null) throw precondition('Only a person can ask for an override.');
    const problem = overrideProblems({
      test: input.test,
      reason: input.reason,
      requestedBy: askedBy,
      requestedOn: await todayIn(tx, ctx, enrolment.programmeId),
      approvedBy: null,
    })['test'];
    if (problem) throw invalid({ test: problem });
    const programme = await programmeById(tx, enrolment.programmeId);
    const today = ctx.clock.today(programme.zone);
    const { results } = await eligibilityOn(tx, enrolment, programme, today);
    if (results.find((each) => each.test === input.test)?.result === 'met') {
      throw precondition('This test is met, so there is nothing to set aside.');
    }
    const id = newId();
    const row = await tx
      .insertInto('eligibility_override')
      .values({
        org_id: ctx.orgId,
        id,
        enrolment_id: enrolment.id,
        test: input.test,
        reason: input.reason,
        requested_by: askedBy,
        requested_at: ctx.clock.now(),
      })
      .onConflict((clash) =>
        clash
          .columns(['org_id', 'enrolment_id', 'test'])
          .where('refused_at', 'is', null)
          .doNothing(),
      )
      .returning('id')
      .executeTakeFirst();
    if (!row) throw conflict('Somebody has asked for this already.');
    await audit({
      subject: ['eligibility_override', id],
      changes: { enrolment: enrolment.id, test: input.test },
    });
    return { overrideId: id };
  },
});
