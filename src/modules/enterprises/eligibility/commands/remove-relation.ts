import { z } from 'zod';
import { notFound } from '../../../../kernel/errors.ts';
import { command } from '../../../../platform/command.ts';
import { programmeById } from '../../../programmes/reads.ts';
import { recordId } from '../../inputs.ts';
import { enterprisePermissions } from '../../permissions.ts';
import { enrolmentForUpdate } from '../../reads.ts';
import { recordTests } from '../store.ts';

/** Takes out a firm that was recorded as related, with those that hang on it. */
export const removeRelation = command({
  name: 'remove-relation',
  permission: enterprisePermissions.eligibility.assess,
  input: z.strictObject({ enrolmentId: recordId, relationId: recordId }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentForUpdate(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    const gone = await tx
      .deleteFrom('enterprise_relation')
      .where('id', '=', input.relationId)
      .where('enterprise_id', '=', enrolment.enterpriseId)
      .returning(['id', 'percent', 'direction'])
      .executeTakeFirst();
    if (!gone) throw notFound('relation');
    const programme = await programmeById(tx, enrolment.programmeId);
    await recordTests(tx, ctx, enrolment, programme, null);
    await audit({
      subject: ['enterprise_relation', gone.id],
      changes: { enrolment: enrolment.id, percent: gone.percent, direction: gone.direction },
    });
    return { relationId: gone.id };
  },
});
