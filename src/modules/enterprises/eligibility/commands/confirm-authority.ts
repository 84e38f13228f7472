import { z } from 'zod';
import { precondition } from '../../../../kernel/errors.ts';
import { command } from '../../../../platform/command.ts';
import { programmeById } from '../../../programmes/reads.ts';
import { recordId, requiredLine } from '../../inputs.ts';
import { enterprisePermissions } from '../../permissions.ts';
import { enrolmentForUpdate } from '../../reads.ts';
import { updateEnterprise } from '../../store.ts';
import { areaOf } from '../reads.ts';
import { placeFacts } from '../stored-facts.ts';
import { recordTests } from '../store.ts';

/** An adviser confirms in which local authority the enterprise really trades, and how they know. */
export const confirmAuthority = command({
  name: 'confirm-authority',
  permission: enterprisePermissions.eligibility.assess,
  input: z.strictObject({
    enrolmentId: recordId,
    code: requiredLine(20, 'Choose the local authority.'),
    /** Only needed for an authority outside the programme’s area. */
    name: placeFacts.shape.name.default(''),
    evidence: placeFacts.shape.evidence,
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentForUpdate(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    if (enrolment.state === 'closed' || enrolment.state === 'withdrawn') {
      throw precondition('This enterprise has left the programme. Reopen it first.');
    }
    const programme = await programmeById(tx, enrolment.programmeId);
    const area = await areaOf(tx, programme.id);
    const name = area.find((each) => each.code === input.code)?.name ?? (input.name || input.code);
    await updateEnterprise(tx, enrolment.enterpriseId, {
      authority_code: input.code,
      authority_confirmed_by: ctx.actor.personId,
      authority_confirmed_at: ctx.clock.now(),
    });
    const results = await recordTests(tx, ctx, enrolment, programme, {
      test: 'area',
      facts: { code: input.code, name, evidence: input.evidence },
      evidence: input.evidence,
    });
    const result = results.find((each) => each.test === 'area')?.result ?? 'missing';
    await audit({
      subject: ['enterprise', enrolment.enterpriseId],
      changes: { enrolment: enrolment.id, authority: input.code, result },
    });
    return { enrolmentId: enrolment.id, result };
  },
});
