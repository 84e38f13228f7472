import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { diagnosesOf } from '../reads.ts';
import { completeDiagnosis } from './complete-diagnosis.ts';
import { scoreDiagnosis } from './score-diagnosis.ts';
import { selfScoreDiagnosis } from './self-score-diagnosis.ts';
import { startDiagnosis } from './start-diagnosis.ts';

const app = await createTestApp();
const scores = [
  { area: 'finance' as const, maturity: 1, importance: 3, urgency: 2, note: 'No forecast' },
];

async function makeDraft() {
  const desk = await makeDesk(app);
  const { diagnosisId } = await startDiagnosis(desk.adviser, { enrolmentId: desk.enrolmentId });
  const stored = async () => (await desk.read((tx) => diagnosesOf(tx, desk.enrolmentId)))[0];
  return { desk, diagnosisId, stored };
}

test('the adviser’s scores stand beside the firm’s own', async () => {
  const { desk, diagnosisId, stored } = await makeDraft();
  const lead = await desk.world.ctxFor(desk.enrolment.enterprise.lead ?? { id: '' });
  await selfScoreDiagnosis(lead, { diagnosisId, scores: [{ area: 'finance', maturity: 4 }] });
  await scoreDiagnosis(desk.adviser, { diagnosisId, version: 1, confidence: 2, scores });
  expect(await stored()).toMatchObject({
    version: 2,
    confidence: 2,
    scores: [{ area: 'finance', self_maturity: 4, adviser_maturity: 1, note: 'No forecast' }],
  });
  expect(await desk.audited('score-diagnosis')).toMatchObject([{ subject_id: diagnosisId }]);
});

test('a draft saved while typing keeps the version, so that the open form stays good', async () => {
  const { desk, diagnosisId, stored } = await makeDraft();
  const input = { diagnosisId, version: 1, scores };
  await scoreDiagnosis(desk.adviser, { ...input, keepsVersion: true });
  await scoreDiagnosis(desk.adviser, input);
  expect(await stored()).toMatchObject({ version: 2 });
});

test('a form that is behind does not overwrite a colleague’s scores', async () => {
  const { desk, diagnosisId, stored } = await makeDraft();
  await scoreDiagnosis(desk.adviser, { diagnosisId, version: 1, scores });
  await expect(
    scoreDiagnosis(desk.adviser, { diagnosisId, version: 1, scores: [] }),
  ).rejects.toMatchObject({ code: 'conflict' });
  expect(await stored()).toMatchObject({ scores: [{ adviser_maturity: 1 }] });
});

test('refuses outsiders, a maturity of six and a complete diagnosis', async () => {
  const { desk, diagnosisId } = await makeDraft();
  const input = { diagnosisId, version: 1, scores };
  await expectWalls(desk, scoreDiagnosis, input);
  await expect(
    scoreDiagnosis(desk.adviser, { ...input, scores: [{ area: 'finance', maturity: 6 }] }),
  ).rejects.toMatchObject({ code: 'invalid' });
  await scoreDiagnosis(desk.adviser, input);
  await completeDiagnosis(desk.adviser, { diagnosisId, version: 2, priorities: [] });
  await expect(scoreDiagnosis(desk.adviser, { ...input, version: 3 })).rejects.toMatchObject({
    code: 'precondition',
  });
});
