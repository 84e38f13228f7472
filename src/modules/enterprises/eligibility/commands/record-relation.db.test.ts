import { expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../../test/factories/enterprise-desk.ts';
import { relationsOfFirms } from '../applicant-rows.ts';
import { recordRelation } from './record-relation.ts';
import { removeRelation } from './remove-relation.ts';

const app = await createTestApp();
type Desk = Awaited<ReturnType<typeof makeDesk>>;

async function relations({ read, enterpriseId }: Desk) {
  const found = await read((tx) => relationsOfFirms(tx, [enterpriseId]));
  return found.get(enterpriseId) ?? [];
}
const holding = { name: 'Parent Group plc', direction: 'holds-us', percent: 60 } as const;

test('a holding is recorded, corrected and removed with those that hang on it', async () => {
  const desk = await makeDesk(app, { state: 'applied' });
  const { enrolmentId } = desk;
  const { relationId } = await recordRelation(desk.adviser, { enrolmentId, ...holding });
  await recordRelation(desk.adviser, { enrolmentId, ...holding, relationId, percent: 30 });
  await recordRelation(desk.adviser, {
    enrolmentId,
    ...holding,
    name: 'Behind it',
    holdsThroughId: relationId,
  });
  const rows = await relations(desk);
  expect(rows.map((row) => [row.name, row.percent])).toEqual([
    ['Behind it', 60],
    ['Parent Group plc', 30],
  ]);
  await removeRelation(desk.adviser, { enrolmentId, relationId });
  expect(await relations(desk)).toEqual([]);
  expect(await desk.audited('record-relation')).toHaveLength(3);
  expect(await desk.audited('remove-relation')).toHaveLength(1);
});

test('capital and votes are kept apart with two decimals, and persons with what they hold jointly', async () => {
  const desk = await makeDesk(app, { state: 'applied' });
  const { enrolmentId } = desk;
  const kept = { percent: 24.99, votesPercent: 50.01, actsJointly: true, isSameMarket: true };
  await recordRelation(desk.adviser, { enrolmentId, ...holding, ...kept });
  expect(await relations(desk)).toMatchObject([kept]);
  await expect(
    recordRelation(desk.adviser, { enrolmentId, ...holding, percent: 24.999 }),
  ).rejects.toMatchObject({ fields: { percent: expect.any(String) } });
});

test('refuses a circle, more than 100 %, another firm’s relation, and outsiders', async () => {
  const desk = await makeDesk(app, { state: 'applied' });
  const { enrolmentId } = desk;
  const { relationId } = await recordRelation(desk.adviser, { enrolmentId, ...holding });
  await expect(
    recordRelation(desk.adviser, {
      enrolmentId,
      ...holding,
      relationId,
      holdsThroughId: relationId,
    }),
  ).rejects.toMatchObject({ fields: { holdsThroughId: expect.any(String) } });
  await expect(
    recordRelation(desk.adviser, { enrolmentId, ...holding, percent: 101 }),
  ).rejects.toMatchObject({ fields: { percent: expect.stringContaining('from 0 to 100') } });
  const other = await makeDesk(app, { state: 'applied' });
  await expect(
    removeRelation(other.adviser, { enrolmentId: other.enrolmentId, relationId }),
  ).rejects.toMatchObject({ code: 'not-found' });
  await expectWalls(desk, recordRelation, { enrolmentId, ...holding });
  await expectWalls(desk, removeRelation, { enrolmentId, relationId });
});
