import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { statedFactsOf } from '../../enterprises/eligibility/reads.ts';
import { stateFacts } from '../../enterprises/eligibility/state-facts-step.ts';
import { diagnosesOf } from '../reads.ts';
import { completeDiagnosis } from './complete-diagnosis.ts';
import { scoreDiagnosis } from './score-diagnosis.ts';
import { startDiagnosis } from './start-diagnosis.ts';

const app = await createTestApp();

test('a diagnosis starts as a dated draft of its adviser', async () => {
  const desk = await makeDesk(app);
  const { diagnosisId, number } = await startDiagnosis(desk.adviser, {
    enrolmentId: desk.enrolmentId,
    statedNeed: 'A loan',
  });
  expect(number).toBe(1);
  expect(await desk.read((tx) => diagnosesOf(tx, desk.enrolmentId))).toMatchObject([
    { id: diagnosisId, state: 'draft', datedOn: '2026-11-24', statedNeed: 'A loan', scores: [] },
  ]);
  expect(await desk.audited('start-diagnosis')).toMatchObject([
    { subject_id: diagnosisId, changes: { number: 1 } },
  ]);
});

test('the first diagnosis begins with what the application asked for, and completing it confirms that', async () => {
  const desk = await makeDesk(app);
  const { enrolmentId } = desk;
  const words = 'Cash runs out before invoices are paid.';
  await desk.write((tx) =>
    stateFacts(tx, desk.adviser, enrolmentId, [{ kind: 'need', words, statedOn: '2026-11-20' }]),
  );
  const open = () => desk.read((tx) => statedFactsOf(tx, enrolmentId, 'need'));
  const { diagnosisId } = await startDiagnosis(desk.adviser, { enrolmentId });
  expect(await desk.read((tx) => diagnosesOf(tx, enrolmentId))).toMatchObject([
    { statedNeed: words },
  ]);
  expect(await open()).toHaveLength(1);
  const { version } = await scoreDiagnosis(desk.adviser, {
    ...{ diagnosisId, version: 1, statedNeed: words },
    scores: [{ area: 'finance', maturity: 1, importance: 3, urgency: 2 }],
  });
  await completeDiagnosis(desk.adviser, { diagnosisId, version, priorities: [] });
  expect(await open()).toEqual([]);
  await startDiagnosis(desk.adviser, { enrolmentId });
  expect((await desk.read((tx) => diagnosesOf(tx, enrolmentId)))[0]).toMatchObject({
    ...{ number: 2, statedNeed: '' },
  });
});

test('a second draft is refused, a next version after the first is complete is not', async () => {
  const desk = await makeDesk(app);
  const input = { enrolmentId: desk.enrolmentId };
  const { diagnosisId } = await startDiagnosis(desk.adviser, input);
  await expect(startDiagnosis(desk.adviser, input)).rejects.toMatchObject({ code: 'precondition' });
  const { version } = await scoreDiagnosis(desk.adviser, {
    diagnosisId,
    version: 1,
    scores: [{ area: 'finance', maturity: 1, importance: 3, urgency: 2 }],
  });
  await completeDiagnosis(desk.adviser, { diagnosisId, version, priorities: [] });
  expect((await startDiagnosis(desk.adviser, input)).number).toBe(2);
});

test('pressing the button twice starts one diagnosis', async () => {
  const desk = await makeDesk(app);
  const ctx = { ...desk.adviser, idempotencyKey: 'pressed-twice' };
  const input = { enrolmentId: desk.enrolmentId };
  expect(await startDiagnosis(ctx, input)).toEqual(await startDiagnosis(ctx, input));
});

test('refuses outsiders, tomorrow and an enterprise that has left', async () => {
  const desk = await makeDesk(app);
  await expectWalls(desk, startDiagnosis, { enrolmentId: desk.enrolmentId });
  await expect(
    startDiagnosis(desk.adviser, { enrolmentId: desk.enrolmentId, datedOn: '2026-11-25' }),
  ).rejects.toMatchObject({ code: 'invalid' });
  const left = await makeDesk(app, { state: 'closed' });
  await expect(
    startDiagnosis(left.adviser, { enrolmentId: left.enrolmentId }),
  ).rejects.toMatchObject({ code: 'precondition' });
});
