import { z } from 'zod';
import { invalid } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { diagnosisPermissions } from '../permissions.ts';
import { selfScoreSchema } from '../score-input.ts';
import { draftDiagnosisForUpdate } from '../store.ts';

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
    const diagnosis = await draftDiagnosisForUpdate(tx, input.diagnosisId);
    allow({ programmeId: diagnosis.programme_id, enterpriseId: diagnosis.enterprise_id });
    if (!input.isDraft && input.scores.every(({ maturity }) => maturity === null)) {
      throw invalid({
        [`scores.0.maturity`]:
          'Choose a sentence in at least one area, so that there is an answer.',
      });
    }
    for (const score of input.scores) {
      const row = { self_maturity: score.maturity };
      await tx
        .insertInto('diagnosis_score')
        .values({ org_id: ctx.orgId, diagnosis_id: diagnosis.id, area: score.area, ...row })
        .onConflict((clash) => clash.columns(['org_id', 'diagnosis_id', 'area']).doUpdateSet(row))
        .execute();
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
