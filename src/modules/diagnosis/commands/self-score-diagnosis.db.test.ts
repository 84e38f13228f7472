import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { diagnosisForFirm } from '../reads.ts';
import { completeDiagnosis } from './complete-diagnosis.ts';
import { scoreDiagnosis } from './score-diagnosis.ts';
import { selfScoreDiagnosis } from './self-score-diagnosis.ts';
import { startDiagnosis } from './start-diagnosis.ts';

const app = await createTestApp();
const scores = [{ area: 'finance' as const, maturity: 4 }];

async function makeDraft() {
  const desk = await makeDesk(app);
  const { diagnosisId } = await startDiagnosis(desk.adviser, { enrolmentId: desk.enrolmentId });
  const lead = await desk.world.ctxFor(desk.enrolment.enterprise.lead ?? { id: '' });
  return { desk, diagnosisId, lead };
}

test('a participant scores the own firm and says what it needs', async () => {
  const { desk, diagnosisId, lead } = await makeDraft();
  await selfScoreDiagnosis(lead, { diagnosisId, statedNeed: 'A loan', scores });
  expect(await desk.read((tx) => diagnosisForFirm(tx, diagnosisId))).toMatchObject({
    statedNeed: 'A loan',
    selfScoredAt: '2026-11-24T10:00:00.000Z',
    scores: [{ area: 'finance', own: 4, adviser: null }],
  });
  expect(await desk.audited('self-score-diagnosis')).toMatchObject([{ subject_id: diagnosisId }]);
});

test('what the page saves by itself is kept, and is no answer yet', async () => {
  const { desk, diagnosisId, lead } = await makeDraft();
  await selfScoreDiagnosis(lead, { diagnosisId, statedNeed: 'A loan', scores, isDraft: true });
  const seen = () => desk.read((tx) => diagnosisForFirm(tx, diagnosisId));
  expect(await seen()).toMatchObject({ statedNeed: 'A loan', selfScoredAt: null });
  const nothing = [{ area: 'finance' as const, maturity: null }];
  await selfScoreDiagnosis(lead, { diagnosisId, scores: nothing, isDraft: true });
  expect(await seen()).toMatchObject({ scores: [{ area: 'finance', own: null }] });
  await expect(selfScoreDiagnosis(lead, { diagnosisId, scores: nothing })).rejects.toMatchObject({
    fields: { 'scores.0.maturity': expect.stringContaining('at least one area') },
  });
  expect(await seen()).toMatchObject({ selfScoredAt: null });
});

test('what was chosen in an earlier step is an answer, though the last step says nothing', async () => {
  const { desk, diagnosisId, lead } = await makeDraft();
  await selfScoreDiagnosis(lead, { diagnosisId, scores, isDraft: true });
  const last = [{ area: 'environment' as const, maturity: null }];
  await selfScoreDiagnosis(lead, { diagnosisId, scores: last });
  const seen = await desk.read((tx) => diagnosisForFirm(tx, diagnosisId));
  expect(seen?.selfScoredAt).toBe('2026-11-24T10:00:00.000Z');
  expect(seen?.scores).toContainEqual(expect.objectContaining({ area: 'finance', own: 4 }));
});

test('the firm sees the adviser’s scores only once the diagnosis is complete', async () => {
  const { desk, diagnosisId } = await makeDraft();
  const { version } = await scoreDiagnosis(desk.adviser, {
    diagnosisId,
    version: 1,
    scores: [{ area: 'finance', maturity: 1, importance: 3, urgency: 2 }],
  });
  const seen = () => desk.read((tx) => diagnosisForFirm(tx, diagnosisId));
  expect(await seen()).toMatchObject({ scores: [{ adviser: null }] });
  await completeDiagnosis(desk.adviser, { diagnosisId, version, priorities: [] });
  expect(await seen()).toMatchObject({ scores: [{ adviser: 1 }] });
});

test('refuses another firm, outsiders and a complete diagnosis', async () => {
  const { desk, diagnosisId, lead } = await makeDraft();
  await expectWalls(desk, selfScoreDiagnosis, { diagnosisId, scores });
  const other = await desk.world.ctxAs('participant');
  await expect(selfScoreDiagnosis(other, { diagnosisId, scores })).rejects.toMatchObject({
    code: 'not-found',
  });
  const { version } = await scoreDiagnosis(desk.adviser, {
    diagnosisId,
    version: 1,
    scores: [{ area: 'finance', maturity: 1, importance: 3, urgency: 2 }],
  });
  await completeDiagnosis(desk.adviser, { diagnosisId, version, priorities: [] });
  await expect(selfScoreDiagnosis(lead, { diagnosisId, scores })).rejects.toMatchObject({
    code: 'precondition',
  });
});
