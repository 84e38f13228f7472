import { z } from 'zod';
import { notFound, precondition } from '../../../../kernel/errors.ts';
import { command } from '../../../../platform/command.ts';
import { recordId, requiredProse } from '../../inputs.ts';
import { enterprisePermissions } from '../../permissions.ts';
import { enrolmentForUpdate } from '../../reads.ts';

/** A second person agrees to set a test aside, or refuses. */
export const answerOverride = command({
  name: 'answer-override',
  permission: enterprisePermissions.eligibility.override,
  input: z.strictObject({
    enrolmentId: recordId,
    overrideId: recordId,
    isApproved: z.boolean(),
    answer: requiredProse(2000, 'Say why you agree or refuse.'),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentForUpdate(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    const row = await tx
      .selectFrom('eligibility_override')
      .select(['id', 'test', 'requested_by', 'approved_at', 'refused_at'])
      .where('id', '=', input.overrideId)
      .where('enrolment_id', '=', enrolment.id)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw notFound('request');
    if (row.approved_at !== null || row.refused_at !== null) {
      throw precondition('This request was answered already.');
    }
    if (ctx.actor.personId === null || row.requested_by === ctx.actor.personId) {
      throw precondition(
        'The second person cannot be the one who asked. Somebody else has to answer.',
      );
    }
    const now = ctx.clock.now();
    await tx
      .updateTable('eligibility_override')
      .set(
        input.isApproved
          ? { approved_by: ctx.actor.personId, approved_at: now, answer: input.answer }
          : { refused_by: ctx.actor.personId, refused_at: now, answer: input.answer },
      )
      .where('id', '=', row.id)
      .execute();
    await audit({
      subject: ['eligibility_override', row.id],
      changes: { enrolment: enrolment.id, test: row.test, isApproved: input.isApproved },
    });
    return { overrideId: row.id, isApproved: input.isApproved };
  },
});
