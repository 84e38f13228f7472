import { z } from 'zod';
import { invalid, precondition } from '../../../kernel/errors.ts';
import { checkVersion, command } from '../../../platform/command.ts';
import { answerFacts } from '../../enterprises/eligibility/state-facts-step.ts';
import { todayIn } from '../../programmes/reads.ts';
import { settleIssues } from '../contacts/settle-issue-step.ts';
import { diagnosisProblems } from '../diagnosis.ts';
import { insertNeed, needFields } from '../open-need-step.ts';
import { rankOpenNeeds } from '../rank-open-needs-step.ts';
import { diagnosisPermissions } from '../permissions.ts';
import { completeScores } from '../score-of-row.ts';
import { draftDiagnosisForUpdate } from '../store.ts';

/** Freezes a diagnosis and opens its priorities, three at most, as needs whose clocks start now. */
export const completeDiagnosis = command({
  name: 'complete-diagnosis',
  permission: diagnosisPermissions.diagnosis.write,
  input: z.strictObject({
    diagnosisId: z.uuid(),
    version: z.int().positive(),
    priorities: z.array(z.strictObject(needFields)).max(3, 'Three priorities at most.'),
    /** How pressing the needs are that were open already, in the light of the new scores. */
    openNeeds: z
      .array(z.strictObject({ needId: z.uuid(), priority: needFields.priority }))
      .max(100)
      .default([]),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const diagnosis = await draftDiagnosisForUpdate(tx, input.diagnosisId);
    allow({ programmeId: diagnosis.programme_id, enterpriseId: diagnosis.enterprise_id });
    checkVersion(diagnosis, input.version, 'diagnosis');
    const rows = await tx
      .selectFrom('diagnosis_score')
      .selectAll()
      .where('diagnosis_id', '=', diagnosis.id)
      .execute();
    const problems = diagnosisProblems(completeScores(rows, diagnosis.confidence));
    if (problems.length > 0) throw precondition(problems.join(' '));
    const areas = new Set(input.priorities.map((one) => one.area));
    if (areas.size < input.priorities.length) {
      throw invalid({ priorities: 'Each priority needs an area of its own.' });
    }
    const today = await todayIn(tx, ctx, diagnosis.programme_id);
    const needIds: string[] = [];
    for (const priority of input.priorities) {
      needIds.push(
        await insertNeed(tx, ctx.orgId, {
          ...priority,
          enrolmentId: diagnosis.enrolment_id,
          diagnosisId: diagnosis.id,
          openedOn: today,
        }),
      );
    }
    const ranked = await rankOpenNeeds(tx, diagnosis.enrolment_id, input.openNeeds);
    await tx
      .updateTable('diagnosis')
      .set({ state: 'done', completed_at: ctx.clock.now(), version: diagnosis.version + 1 })
      .where('id', '=', diagnosis.id)
      .execute();
    if (needIds.length > 0) await settleIssues(tx, ctx, diagnosis.enrolment_id);
    await answerFacts(tx, ctx, diagnosis.enrolment_id, { kind: 'need' }, 'confirmed');
    await audit({
      subject: ['diagnosis', diagnosis.id],
      changes: { state: ['draft', 'done'], needs: needIds, ranked },
    });
    return { diagnosisId: diagnosis.id, needIds };
  },
});
