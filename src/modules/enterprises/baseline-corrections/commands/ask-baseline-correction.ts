import { z } from 'zod';
import { invalid, precondition } from '../../../../kernel/errors.ts';
import { newId } from '../../../../kernel/ids.ts';
import { command } from '../../../../platform/command.ts';
import { baselineMeasures } from '../../baseline.ts';
import { recordId, requiredProse } from '../../inputs.ts';
import { figureProblem } from '../../measure.ts';
import { enterprisePermissions } from '../../permissions.ts';
import { enrolmentForUpdate } from '../../reads.ts';
import { frozenForUpdate } from '../store.ts';

/** Asks to correct one figure of a frozen baseline; a second person has to agree before it changes. */
export const askBaselineCorrection = command({
  name: 'ask-baseline-correction',
  permission: enterprisePermissions.baseline.freeze,
  input: z.strictObject({
    enrolmentId: recordId,
    kind: z.enum(baselineMeasures, 'Choose the figure that is wrong.'),
    amount: z.int('Enter the right figure.').min(-1e15).max(1e15),
    reason: requiredProse(
      2000,
      'Say how the figure came to be wrong and what shows the right one.',
    ),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentForUpdate(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    if (ctx.actor.personId === null) throw precondition('Only a person can ask for this.');
    const figures = await frozenForUpdate(tx, enrolment.id);
    const figure = figures.find((one) => one.kind === input.kind);
    if (!figure) throw invalid({ kind: 'This figure is not in the baseline.' });
    const problem = figureProblem(input);
    if (problem) throw invalid({ amount: problem });
    if (figure.amount === input.amount)
      throw invalid({ amount: 'This is what is frozen already.' });
    const waiting = await tx
      .selectFrom('baseline_correction')
      .select('id')
      .where('enrolment_id', '=', enrolment.id)
      .where('kind', '=', input.kind)
      .where('answered_at', 'is', null)
      .executeTakeFirst();
    if (waiting)
      throw precondition('A correction of this figure waits for a second person already.');
    const correctionId = newId();
    await tx
      .insertInto('baseline_correction')
      .values({
        org_id: ctx.orgId,
        id: correctionId,
        enrolment_id: enrolment.id,
        kind: input.kind,
        before: figure.amount,
        amount: input.amount,
        reason: input.reason,
        asked_by: ctx.actor.personId,
        asked_at: ctx.clock.now(),
      })
      .execute();
    await audit({
      subject: ['baseline_correction', correctionId],
      changes: { enrolment: enrolment.id, kind: input.kind },
    });
    return { correctionId };
  },
});
