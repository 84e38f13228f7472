import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { dateInZone } from '../../../kernel/calendar.ts';
import { programmeById } from '../../programmes/reads.ts';
import { freezeBaseline as freeze } from '../baseline.ts';
import { recordId } from '../inputs.ts';
import { enterprisePermissions } from '../permissions.ts';
import { baselineOf, enrolmentForUpdate } from '../reads.ts';
import { firstSupportOn } from '../store.ts';

/** Keeps the latest figures as the baseline that impact is measured from; once, before first support. */
export const freezeBaseline = command({
  name: 'freeze-baseline',
  permission: enterprisePermissions.baseline.freeze,
  input: z.strictObject({ enrolmentId: recordId }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentForUpdate(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    const programme = await programmeById(tx, enrolment.programmeId);
    const today = ctx.clock.today(programme.zone);
    const { figures, frozenAt } = await baselineOf(tx, enrolment);
    const decision = freeze(
      {
        figures: figures.map((figure) => ({
          measure: figure.kind,
          amount: figure.amount,
          accountingYearEnd: figure.yearEndsOn,
          source: figure.source,
        })),
        declaredOn: today,
        frozenOn: frozenAt === null ? null : dateInZone(frozenAt, programme.zone),
      },
      today,
      await firstSupportOn(tx, enrolment.id, programme.zone),
    );
    if (!decision.ok) throw precondition(decision.message);
    await tx
      .insertInto('baseline')
      .values({
        org_id: ctx.orgId,
        enrolment_id: enrolment.id,
        figures: JSON.stringify(figures),
        frozen_by: ctx.actor.personId,
        frozen_at: ctx.clock.now(),
      })
      .execute();
    await audit({
      subject: ['baseline', enrolment.id],
      changes: { measures: figures.map((figure) => figure.measureId) },
    });
    return { enrolmentId: enrolment.id, figures: figures.length };
  },
});
