import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { requireWithinReach } from '../../programmes/reach/reads.ts';
import { programmeById } from '../../programmes/reads.ts';
import { enrolFirm } from '../enrol-step.ts';
import { recordId } from '../inputs.ts';
import { enterprisePermissions } from '../permissions.ts';
import { enterpriseForUpdate } from '../store.ts';

/**
 * Takes a known enterprise into a programme as an applicant. One that only programmes beyond the actor's
 * reach know is not found: it applies itself, or somebody of the whole organisation enrols it.
 */
export const enrolEnterprise = command({
  name: 'enrol-enterprise',
  permission: enterprisePermissions.enrolment.create,
  input: z.strictObject({
    programmeId: recordId,
    enterpriseId: recordId,
    adviserId: recordId.nullable().default(null),
    source: z.enum(['public', 'staff', 'import', 'referral']).default('staff'),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const enterprise = await enterpriseForUpdate(tx, input.enterpriseId);
    allow({ programmeId: input.programmeId });
    await requireWithinReach(tx, ctx.actor, enterprise.id);
    const programme = await programmeById(tx, input.programmeId);
    if (enterprise.merged_into !== null) {
      throw precondition('This record was merged into another one. Enrol that one.');
    }
    const enrolmentId = await enrolFirm(tx, ctx, programme, input, {
      id: enterprise.id,
      name: enterprise.name,
      tradingSince: enterprise.trading_since,
      incorporatedOn: enterprise.incorporated_on,
      isPreStart: enterprise.is_pre_start,
    });
    await audit({
      subject: ['enrolment', enrolmentId],
      changes: { enterprise: enterprise.id, programme: programme.id, source: input.source },
    });
    return { enrolmentId, enterpriseId: enterprise.id };
  },
});
