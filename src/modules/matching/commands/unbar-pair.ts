import { z } from 'zod';
import { notFound } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { enrolmentById } from '../../enterprises/reads.ts';
import { matchingPermissions } from '../permissions.ts';

/** Lets a mentor and an enterprise meet again. */
export const unbarPair = command({
  name: 'unbar-pair',
  permission: matchingPermissions.barredPair.unbar,
  input: z.strictObject({
    enrolmentId: z.uuid(),
    mentorId: z.uuid(),
    reason: z.string().trim().min(1, 'Say why the two may be matched again.').max(500),
  }),
  async run({ tx, input, allow, audit }) {
    const enrolment = await enrolmentById(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    const removed = await tx
      .deleteFrom('barred_pair')
      .where('enterprise_id', '=', enrolment.enterpriseId)
      .where('mentor_id', '=', input.mentorId)
      .returning('cause')
      .executeTakeFirst();
    if (!removed) throw notFound('barred pair');
    await audit({
      subject: ['mentor', input.mentorId],
      reason: input.reason,
      changes: { enterpriseId: enrolment.enterpriseId, cause: [removed.cause, null] },
    });
    return { mentorId: input.mentorId, enterpriseId: enrolment.enterpriseId };
  },
});
