import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { may } from '../../../platform/permission.ts';
import { recordId, requiredLine } from '../inputs.ts';
import { enterprisePermissions } from '../permissions.ts';
import { enrolmentById } from '../reads.ts';

/** Takes a wrong figure out of every sum; it stays in the history. */
export const withdrawMeasure = command({
  name: 'withdraw-measure',
  permission: enterprisePermissions.measure.withdraw,
  input: z.strictObject({
    enrolmentId: recordId,
    measureId: recordId,
    reason: requiredLine(500, 'Say what is wrong with the figure.'),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentById(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    const measure = await tx
      .selectFrom('measure as m')
      .innerJoin('enrolment as n', (on) =>
        on.onRef('n.org_id', '=', 'm.org_id').onRef('n.id', '=', 'm.enrolment_id'),
      )
      .select('n.programme_id as programmeId')
      .where('m.id', '=', input.measureId)
      .executeTakeFirst();
    // Every programme of the firm sees its figures; each answers for those that it recorded.
    if (measure && !may(ctx.actor, enterprisePermissions.measure.withdraw, measure)) {
      throw precondition('This figure was recorded for another programme. Ask its people.');
    }
    const row = await tx
      .updateTable('measure')
      .set({ withdrawn_at: ctx.clock.now() })
      .where('id', '=', input.measureId)
      .where('enterprise_id', '=', enrolment.enterpriseId)
      .where('withdrawn_at', 'is', null)
      .returning(['id', 'kind'])
      .executeTakeFirst();
    if (!row) throw precondition('This figure was withdrawn already.');
    await audit({
      subject: ['measure', row.id],
      reason: input.reason,
      changes: { kind: row.kind, isWithdrawn: true },
    });
    return { measureId: row.id };
  },
});
