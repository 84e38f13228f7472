import { z } from 'zod';
import { command } from '../../../platform/command.ts';
import { todayIn } from '../../programmes/reads.ts';
import { recordId } from '../inputs.ts';
import { enterprisePermissions } from '../permissions.ts';
import { enrolmentForUpdate } from '../reads.ts';
import { sharings } from '../sharing.ts';
import { updateEnrolment } from '../store.ts';

/** A firm says, itself or on the telephone, when a mentor may learn who it is. */
export const recordSharing = command({
  name: 'record-sharing',
  permission: enterprisePermissions.enrolment.share,
  input: z.strictObject({
    enrolmentId: recordId,
    sharing: z.enum(sharings, 'Choose one of the two.'),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentForUpdate(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    await updateEnrolment(tx, enrolment.id, {
      sharing: input.sharing,
      sharing_on: await todayIn(tx, ctx, enrolment.programmeId),
      sharing_by: ctx.actor.personId,
    });
    await audit({
      subject: ['enrolment', enrolment.id],
      changes: { sharing: input.sharing, isByFirm: ctx.actor.ownEnterpriseIds.size > 0 },
    });
    return { enrolmentId: enrolment.id };
  },
});
