import { z } from 'zod';
import { notFound, precondition } from '../../../../kernel/errors.ts';
import { command } from '../../../../platform/command.ts';
import { recordId, requiredProse } from '../../inputs.ts';
import { enterprisePermissions } from '../../permissions.ts';
import { enrolmentForUpdate } from '../../reads.ts';
import { frozenForUpdate } from '../store.ts';

/** A second person agrees to correct a frozen figure, which then counts, or refuses. */
export const answerBaselineCorrection = command({
  name: 'answer-baseline-correction',
  permission: enterprisePermissions.baseline.agree,
  input: z.strictObject({
    enrolmentId: recordId,
    correctionId: recordId,
    isAgreed: z.boolean(),
    answer: requiredProse(2000, 'Say why you agree or refuse.'),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentForUpdate(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    const row = await tx
      .selectFrom('baseline_correction')
      .select(['id', 'kind', 'before', 'amount', 'asked_by', 'answered_at'])
      .where('id', '=', input.correctionId)
      .where('enrolment_id', '=', enrolment.id)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw notFound('correction');
    if (row.answered_at !== null) throw precondition('This request was answered already.');
    if (ctx.actor.personId === null || row.asked_by === ctx.actor.personId) {
      throw precondition(
        'The second person cannot be the one who asked. Somebody else has to answer.',
      );
    }
    const figures = await frozenForUpdate(tx, enrolment.id);
    if (input.isAgreed) {
      const corrected = figures.map((one) =>
        one.kind === row.kind ? { ...one, amount: row.amount } : one,
      );
      await tx
        .updateTable('baseline')
        .set({ figures: JSON.stringify(corrected) })
        .where('enrolment_id', '=', enrolment.id)
        .execute();
    }
    await tx
      .updateTable('baseline_correction')
      .set({
        answered_by: ctx.actor.personId,
        answered_at: ctx.clock.now(),
        is_agreed: input.isAgreed,
        answer: input.answer,
      })
      .where('id', '=', row.id)
      .execute();
    await audit({
      subject: ['baseline_correction', row.id],
      changes: { enrolment: enrolment.id, kind: row.kind, isAgreed: input.isAgreed },
    });
    return { correctionId: row.id, isAgreed: input.isAgreed };
  },
});
