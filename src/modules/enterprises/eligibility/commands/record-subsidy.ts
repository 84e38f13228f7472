import { z } from 'zod';
import { invalid, precondition } from '../../../../kernel/errors.ts';
import { newId } from '../../../../kernel/ids.ts';
import { command } from '../../../../platform/command.ts';
import { programmeById } from '../../../programmes/reads.ts';
import { calendarDate, line, recordId, requiredLine } from '../../inputs.ts';
import { enterprisePermissions } from '../../permissions.ts';
import { enrolmentForUpdate } from '../../reads.ts';
import { answerFacts } from '../state-facts-step.ts';
import { recordTests } from '../store.ts';

/** Records aid that the enterprise or a firm of its group has had or been promised, at gross cash value. */
export const recordSubsidy = command({
  name: 'record-subsidy',
  permission: enterprisePermissions.subsidy.record,
  input: z.strictObject({
    enrolmentId: recordId,
    /** What an applicant stated and this record confirms. */
    factId: recordId.nullable().default(null),
    giver: requiredLine(200, 'Enter who gave it.'),
    regime: requiredLine(40, 'Choose under which rules it was given.'),
    amountMinor: z.int().min(0, 'Enter 0 or more.').max(1_000_000_000_000_00),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .default('GBP'),
    awardedOn: calendarDate,
    /** Empty: the enterprise itself. */
    recipient: line(200).default(''),
    isSameGroup: z.boolean().default(false),
    state: z.enum(['declared', 'notified', 'confirmed']).default('declared'),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentForUpdate(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    const programme = await programmeById(tx, enrolment.programmeId);
    if (programme.state === 'closed') throw precondition(`${programme.name} is closed.`);
    if (input.isSameGroup && input.recipient === '') {
      throw invalid({ recipient: 'Name the firm of the group that had it.' });
    }
    if (input.awardedOn > ctx.clock.today(programme.zone)) {
      throw invalid({ awardedOn: 'The day of the award cannot be in the future.' });
    }
    const subsidyId = newId();
    await tx
      .insertInto('subsidy_award')
      .values({
        org_id: ctx.orgId,
        id: subsidyId,
        enterprise_id: enrolment.enterpriseId,
        recipient: input.recipient,
        is_same_group: input.isSameGroup,
        regime: input.regime,
        giver: input.giver,
        amount_minor: input.amountMinor,
        currency: input.currency,
        awarded_on: input.awardedOn,
        state: input.state,
      })
      .execute();
    if (input.factId !== null) {
      await answerFacts(tx, ctx, enrolment.id, { id: input.factId }, 'confirmed');
    }
    if (enrolment.state !== 'closed' && enrolment.state !== 'withdrawn') {
      await recordTests(tx, ctx, enrolment, programme, null);
    }
    await audit({
      subject: ['subsidy_award', subsidyId],
      changes: { enrolment: enrolment.id, regime: input.regime, state: input.state },
    });
    return { subsidyId };
  },
});
