import { z } from 'zod';
import { checkVersion, command } from '../../../platform/command.ts';
import { diagnosisPermissions } from '../permissions.ts';
import { adviserScoreSchema } from '../score-input.ts';
import { draftDiagnosisForUpdate } from '../store.ts';

/**
 * Saves the adviser's draft: scores per area, the stated and the real need, how sure the adviser is. What the
 * page saves by itself while somebody types keeps the version, so that the form on the screen stays good.
 */
export const scoreDiagnosis = command({
  name: 'score-diagnosis',
  permission: diagnosisPermissions.diagnosis.write,
  input: z.strictObject({
    diagnosisId: z.uuid(),
    version: z.int().positive(),
    statedNeed: z.string().trim().max(2000).default(''),
    realNeed: z.string().trim().max(2000).default(''),
    confidence: z.int().min(1).max(3).nullable().default(null),
    keepsVersion: z.boolean().default(false),
    scores: z.array(adviserScoreSchema).max(12),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const diagnosis = await draftDiagnosisForUpdate(tx, input.diagnosisId);
    allow({ programmeId: diagnosis.programme_id, enterpriseId: diagnosis.enterprise_id });
    checkVersion(diagnosis, input.version, 'diagnosis');
    for (const score of input.scores) {
      const row = {
        adviser_maturity: score.maturity,
        importance: score.importance,
        urgency: score.urgency,
        note: score.note,
      };
      await tx
        .insertInto('diagnosis_score')
        .values({ org_id: ctx.orgId, diagnosis_id: diagnosis.id, area: score.area, ...row })
        .onConflict((clash) => clash.columns(['org_id', 'diagnosis_id', 'area']).doUpdateSet(row))
        .execute();
    }
    const version = input.keepsVersion ? diagnosis.version : diagnosis.version + 1;
    await tx
      .updateTable('diagnosis')
      .set({
        stated_need: input.statedNeed,
        real_need: input.realNeed,
        confidence: input.confidence,
        adviser_id: ctx.actor.personId ?? diagnosis.adviser_id,
        version,
      })
      .where('id', '=', diagnosis.id)
      .execute();
    await audit({ subject: ['diagnosis', diagnosis.id], changes: { areas: input.scores.length } });
    return { diagnosisId: diagnosis.id, version };
  },
});
