import { z } from 'zod';
import { precondition } from '../../../../kernel/errors.ts';
import { command } from '../../../../platform/command.ts';
import { programmeById } from '../../../programmes/reads.ts';
import { recordId } from '../../inputs.ts';
import { enterprisePermissions } from '../../permissions.ts';
import { enrolmentForUpdate } from '../../reads.ts';
import { recordTests } from '../store.ts';

/** Marks recorded aid as withdrawn: it stays on the list and uses up no limit. */
export const withdrawSubsidy = command({
  name: 'withdraw-subsidy',
  permission: enterprisePermissions.subsidy.record,
  input: z.strictObject({ enrolmentId: recordId, subsidyId: recordId }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentForUpdate(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    const row = await tx
      .updateTable('subsidy_award')
      .set({ state: 'withdrawn' })
      .where('id', '=', input.subsidyId)
      .where('enterprise_id', '=', enrolment.enterpriseId)
      .where('state', '<>', 'withdrawn')
      .returning('id')
      .executeTakeFirst();
    if (!row) throw precondition('This aid was withdrawn already.');
    if (enrolment.state !== 'closed' && enrolment.state !== 'withdrawn') {
      const programme = await programmeById(tx, enrolment.programmeId);
      await recordTests(tx, ctx, enrolment, programme, null);
    }
    await audit({
      subject: ['subsidy_award', row.id],
      changes: { enrolment: enrolment.id, state: 'withdrawn' },
    });
    return { subsidyId: row.id };
  },
});
