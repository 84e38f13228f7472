import { z } from 'zod';
import { invalid, precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import type { Tx } from '../../../platform/database.ts';
import { diagnosisPermissions } from '../permissions.ts';
import { selfScoreSchema } from '../score-input.ts';
import { diagnosisForUpdate } from '../store.ts';

/** Saves the firm's own view, beside the adviser's; until the diagnosis is complete it can be changed. */
export const selfScoreDiagnosis = command({
  name: 'self-score-diagnosis',
  permission: diagnosisPermissions.diagnosis.selfScore,
  input: z.strictObject({
    diagnosisId: z.uuid(),
    statedNeed: z.string().trim().max(2000).optional(),
    scores: z.array(selfScoreSchema).min(1).max(12),
    /** What the page saves by itself while somebody types: kept, and no answer yet. */
    isDraft: z.boolean().default(false),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const diagnosis = await diagnosisForUpdate(tx, input.diagnosisId);
    allow({ programmeId: diagnosis.programme_id, enterpriseId: diagnosis.enterprise_id });
    if (diagnosis.state === 'done') {
      throw precondition(
        'The diagnosis was completed meanwhile, so these scores were not taken in. Tell your adviser what you see differently.',
      );
    }
    for (const score of input.scores) {
      const row = { self_maturity: score.maturity };
      await tx
        .insertInto('diagnosis_score')
        .values({ org_id: ctx.orgId, diagnosis_id: diagnosis.id, area: score.area, ...row })
        .onConflict((clash) => clash.columns(['org_id', 'diagnosis_id', 'area']).doUpdateSet(row))
        .execute();
    }
    if (!input.isDraft && !(await hasScore(tx, diagnosis.id))) {
      throw invalid({
        [`scores.0.maturity`]:
          'Choose a sentence in at least one area, here or before, so that there is an answer.',
      });
    }
    await tx
      .updateTable('diagnosis')
      .set({
        ...(input.isDraft ? {} : { self_scored_at: ctx.clock.now() }),
        stated_need: input.statedNeed || diagnosis.stated_need,
      })
      .where('id', '=', diagnosis.id)
      .execute();
    await audit({ subject: ['diagnosis', diagnosis.id], changes: { selfScored: !input.isDraft } });
    return { diagnosisId: diagnosis.id };
  },
});

/** Whether the firm has said something of any area, on this page or an earlier one. */
async function hasScore(tx: Tx, diagnosisId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('diagnosis_score')
    .select('area')
    .where('diagnosis_id', '=', diagnosisId)
    .where('self_maturity', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
