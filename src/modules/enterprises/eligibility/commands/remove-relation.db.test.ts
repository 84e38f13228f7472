import { expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../../test/factories/enterprise-desk.ts';
import { latestTests } from '../reads.ts';
import { assessEligibility } from './assess-eligibility.ts';
import { recordRelation } from './record-relation.ts';
import { removeRelation } from './remove-relation.ts';

const app = await createTestApp();

test('the firm grows with a group that owns it, and shrinks again without it', async () => {
  const desk = await makeDesk(app, { state: 'applied' });
  const { enrolmentId } = desk;
  await assessEligibility(desk.adviser, {
    enrolmentId,
    facts: {
      test: 'size',
      years: [
        {
          yearEnd: '2026-03-31',
          staffHundredths: 800,
          turnoverMinor: 90_000_000,
          balanceSheetMinor: 40_000_000,
        },
      ],
      currency: 'GBP',
      rate: { perMillion: 1_150_000, on: '2026-11-02' },
      isEstimate: false,
      hasOwnerChanged: false,
      areRelationsDeclared: true,
    },
  });
  const sizeNow = async () => ({
    result: (await desk.read((tx) => latestTests(tx, enrolmentId, 'Europe/London'))).get('size')
      ?.result,
    band: (
      await desk.read((tx) =>
        tx
          .selectFrom('enterprise')
          .select('size_band')
          .where('id', '=', desk.enterpriseId)
          .executeTakeFirstOrThrow(),
      )
    ).size_band,
  });
  expect(await sizeNow()).toEqual({ result: 'met', band: 'micro' });
  const { relationId } = await recordRelation(desk.adviser, {
    enrolmentId,
    name: 'Parent Group plc',
    direction: 'holds-us',
    percent: 60,
    staffHundredths: 40_000,
    turnoverMinor: 9_000_000_000,
    balanceSheetMinor: 7_000_000_000,
  });
  expect(await sizeNow()).toEqual({ result: 'not-met', band: 'large' });
  await expectWalls(desk, removeRelation, { enrolmentId, relationId });
  await removeRelation(desk.adviser, { enrolmentId, relationId });
  expect(await sizeNow()).toEqual({ result: 'met', band: 'micro' });
  await expect(removeRelation(desk.adviser, { enrolmentId, relationId })).rejects.toMatchObject({
    code: 'not-found', // there is nothing to remove twice
  });
  expect(await desk.audited('remove-relation')).toMatchObject([{ subject_id: relationId }]);
});
