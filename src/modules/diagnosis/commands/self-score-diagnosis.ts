import { z } from 'zod';
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
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const diagnosis = await draftDiagnosisForUpdate(tx, input.diagnosisId);
    allow({ programmeId: diagnosis.programme_id, enterpriseId: diagnosis.enterprise_id });
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
        self_scored_at: ctx.clock.now(),
        ...(input.statedNeed ? { stated_need: input.statedNeed } : {}),
      })
      .where('id', '=', diagnosis.id)
      .execute();
    await audit({ subject: ['diagnosis', diagnosis.id], changes: { selfScored: true } });
    return { diagnosisId: diagnosis.id };
  },
});
