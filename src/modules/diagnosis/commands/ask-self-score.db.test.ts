import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { secretMailedTo } from '../../../../test/factories/accounts.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { findLink } from '../../../platform/links.ts';
import { askSelfScore } from './ask-self-score.ts';
import { completeDiagnosis } from './complete-diagnosis.ts';
import { scoreDiagnosis } from './score-diagnosis.ts';
import { startDiagnosis } from './start-diagnosis.ts';

const app = await createTestApp();

test('the lead gets a letter with a link to this diagnosis and nothing else', async () => {
  const desk = await makeDesk(app);
  const lead = desk.enrolment.enterprise.lead;
  const { diagnosisId } = await startDiagnosis(desk.adviser, { enrolmentId: desk.enrolmentId });
  await askSelfScore(desk.adviser, { diagnosisId });
  const secret = await secretMailedTo(desk.world, lead?.email ?? '');
  expect(await desk.read((tx) => findLink(tx, desk.adviser, secret))).toMatchObject({
    purpose: 'self-score',
    personId: lead?.id,
    subjectId: diagnosisId,
  });
  expect(await desk.audited('ask-self-score')).toMatchObject([{ changes: { asked: lead?.id } }]);
});

test('refuses outsiders, a complete diagnosis and a firm without an address', async () => {
  const desk = await makeDesk(app);
  const { diagnosisId } = await startDiagnosis(desk.adviser, { enrolmentId: desk.enrolmentId });
  await expectWalls(desk, askSelfScore, { diagnosisId });
  const { version } = await scoreDiagnosis(desk.adviser, {
    diagnosisId,
    version: 1,
    scores: [{ area: 'finance', maturity: 1, importance: 3, urgency: 2 }],
  });
  await completeDiagnosis(desk.adviser, { diagnosisId, version, priorities: [] });
  await expect(askSelfScore(desk.adviser, { diagnosisId })).rejects.toMatchObject({
    code: 'precondition',
  });
  const enterprise = await desk.world.enterprise({ lead: false });
  const enrolment = await desk.world.enrolment({ enterprise });
  const unreachable = await startDiagnosis(desk.adviser, { enrolmentId: enrolment.id });
  await expect(
    askSelfScore(desk.adviser, { diagnosisId: unreachable.diagnosisId }),
  ).rejects.toThrow('Nobody of this enterprise has a mail address');
});
