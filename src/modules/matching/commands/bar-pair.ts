import { z } from 'zod';
import { notFound, precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { enrolmentById } from '../../enterprises/reads.ts';
import { matchingPermissions } from '../permissions.ts';

/** Keeps a mentor and an enterprise apart from now on; the reason is for staff only. */
export const barPair = command({
  name: 'bar-pair',
  permission: matchingPermissions.barredPair.bar,
  input: z.strictObject({
    enrolmentId: z.uuid(),
    mentorId: z.uuid('Choose a mentor.'),
    cause: z.enum(
      ['veto-enterprise', 'veto-mentor', 'tried-misfit', 'staff'],
      'Choose whose wish it is.',
    ),
    reason: z.string().trim().min(1, 'Say why, in a few words.').max(2000),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentById(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    const mentor = await tx
      .selectFrom('mentor')
      .select('id')
      .where('id', '=', input.mentorId)
      .executeTakeFirst();
    if (!mentor) throw notFound('mentor');
    const barred = await tx
      .insertInto('barred_pair')
      .values({
        org_id: ctx.orgId,
        enterprise_id: enrolment.enterpriseId,
        mentor_id: mentor.id,
        reason: input.reason,
        cause: input.cause,
        barred_by: ctx.actor.personId,
        barred_at: ctx.clock.now(),
      })
      .onConflict((clash) => clash.doNothing())
      .returning('mentor_id')
      .executeTakeFirst();
    if (!barred) throw precondition('These two are kept apart already.');
    await audit({
      subject: ['mentor', mentor.id],
      changes: { enterpriseId: enrolment.enterpriseId, cause: input.cause },
    });
    return { mentorId: mentor.id, enterpriseId: enrolment.enterpriseId };
  },
});
