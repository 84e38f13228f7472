import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { diagnosesOf, needsOf } from '../reads.ts';
import { completeDiagnosis } from './complete-diagnosis.ts';
import { scoreDiagnosis } from './score-diagnosis.ts';
import { startDiagnosis } from './start-diagnosis.ts';

const app = await createTestApp();
const priority = { area: 'finance' as const, detail: 'No cash forecast', priority: 3 };

async function makeScored() {
  const desk = await makeDesk(app);
  const { diagnosisId } = await startDiagnosis(desk.adviser, { enrolmentId: desk.enrolmentId });
  const { version } = await scoreDiagnosis(desk.adviser, {
    diagnosisId,
    version: 1,
    scores: [{ area: 'finance', maturity: 1, importance: 3, urgency: 2 }],
  });
  return { desk, diagnosisId, version };
}

test('the priorities become needs of the diagnosis whose clocks start today', async () => {
  const { desk, diagnosisId, version } = await makeScored();
  const { needIds } = await completeDiagnosis(desk.adviser, {
    diagnosisId,
    version,
    priorities: [priority, { ...priority, area: 'people', detail: 'Nobody to sell' }],
  });
  const needs = await desk.read((tx) => needsOf(tx, desk.enrolmentId));
  expect(needs.map((need) => need.id).toSorted()).toEqual(needIds.toSorted());
  expect(needs[0]).toMatchObject({ state: 'open', openedOn: '2026-11-24', diagnosisNumber: 1 });
  expect(await desk.read((tx) => diagnosesOf(tx, desk.enrolmentId))).toMatchObject([
    { state: 'done', completedAt: '2026-11-24T10:00:00.000Z' },
  ]);
  expect(await desk.audited('complete-diagnosis')).toMatchObject([{ changes: { needs: needIds } }]);
});

test('needs that were open already are ranked anew, and nobody else’s are', async () => {
  const { desk, diagnosisId, version } = await makeScored();
  const open = await desk.world.need({ enrolment: desk.enrolment });
  const same = await desk.world.need({ enrolment: desk.enrolment });
  const strange = await desk.world.need();
  await completeDiagnosis(desk.adviser, {
    diagnosisId,
    version,
    priorities: [],
    openNeeds: [
      { needId: open.id, priority: 3 },
      { needId: same.id, priority: 2 },
      { needId: strange.id, priority: 3 },
    ],
  });
  const rows = await desk.read((tx) =>
    tx.selectFrom('need').select(['id', 'priority', 'version']).execute(),
  );
  const row = (id: string) => rows.find((one) => one.id === id);
  expect(row(open.id)).toMatchObject({ priority: 3, version: 2 });
  expect(row(same.id)).toMatchObject({ priority: 2, version: 1 });
  expect(row(strange.id)).toMatchObject({ priority: 2, version: 1 });
  expect(await desk.audited('complete-diagnosis')).toMatchObject([
    { changes: { ranked: [{ need: open.id, priority: [2, 3] }] } },
  ]);
});

test('refuses four priorities, one area twice and a need without words', async () => {
  const { desk, diagnosisId, version } = await makeScored();
  const attempts = [
    [priority, priority, priority, priority],
    [priority, priority],
    [{ ...priority, detail: ' ' }],
  ];
  for (const priorities of attempts) {
    await expect(
      completeDiagnosis(desk.adviser, { diagnosisId, version, priorities }),
    ).rejects.toMatchObject({ code: 'invalid' });
  }
  expect(await desk.read((tx) => needsOf(tx, desk.enrolmentId))).toEqual([]);
});

test('refuses outsiders, a diagnosis without a whole score and a second completion', async () => {
  const { desk, diagnosisId, version } = await makeScored();
  const input = { diagnosisId, version, priorities: [] };
  await expectWalls(desk, completeDiagnosis, input);
  await completeDiagnosis(desk.adviser, input);
  await expect(
    completeDiagnosis(desk.adviser, { ...input, version: version + 1 }),
  ).rejects.toMatchObject({ code: 'precondition' });
  const empty = await makeDesk(app);
  const draft = await startDiagnosis(empty.adviser, { enrolmentId: empty.enrolmentId });
  await expect(
    completeDiagnosis(empty.adviser, {
      diagnosisId: draft.diagnosisId,
      version: 1,
      priorities: [],
    }),
  ).rejects.toMatchObject({ code: 'precondition' });
});
