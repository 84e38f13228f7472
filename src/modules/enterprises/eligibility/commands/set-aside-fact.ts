import { z } from 'zod';
import { precondition } from '../../../../kernel/errors.ts';
import { command } from '../../../../platform/command.ts';
import { recordId } from '../../inputs.ts';
import { enterprisePermissions } from '../../permissions.ts';
import { enrolmentForUpdate } from '../../reads.ts';
import { answerFacts } from '../state-facts-step.ts';

/** Says that something an applicant stated needs no record: it is known already, or was not so. */
export const setAsideFact = command({
  name: 'set-aside-fact',
  permission: enterprisePermissions.eligibility.assess,
  input: z.strictObject({ enrolmentId: recordId, factId: recordId }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentForUpdate(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    const set = await answerFacts(tx, ctx, enrolment.id, { id: input.factId }, 'set-aside');
    if (set === 0) throw precondition('This was confirmed or set aside already.');
    await audit({ subject: ['stated_fact', input.factId], changes: { enrolment: enrolment.id } });
    return { factId: input.factId };
  },
});
