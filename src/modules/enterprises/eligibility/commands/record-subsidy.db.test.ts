import { expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../../test/factories/enterprise-desk.ts';
import { latestTests } from '../reads.ts';
import { subsidiesOf } from '../subsidy-rows.ts';
import { assessEligibility } from './assess-eligibility.ts';
import { recordSubsidy } from './record-subsidy.ts';
import { withdrawSubsidy } from './withdraw-subsidy.ts';

const app = await createTestApp();
const award = {
  giver: 'City Council',
  regime: 'de-minimis-1407-2013',
  amountMinor: 17_000_000,
  awardedOn: '2026-06-01',
} as const;

test('aid uses up the limit when it is recorded, and gives it back when it is withdrawn', async () => {
  const desk = await makeDesk(app, { state: 'applied' });
  const { enrolmentId } = desk;
  const rates = [{ from: 'GBP', to: 'EUR', perMillion: 1_150_000, on: '2026-11-02' }];
  await assessEligibility(desk.adviser, {
    enrolmentId,
    facts: {
      test: 'subsidy-headroom',
      isDeclared: true,
      proposedMinor: 1_000_000,
      currency: 'GBP',
      rates,
    },
  });
  const resultNow = async () =>
    (await desk.read((tx) => latestTests(tx, enrolmentId, 'Europe/London'))).get('subsidy-headroom')
      ?.result;
  expect(await resultNow()).toBe('met');
  const { subsidyId } = await recordSubsidy(desk.adviser, { enrolmentId, ...award });
  expect(await resultNow()).toBe('not-met');
  await withdrawSubsidy(desk.adviser, { enrolmentId, subsidyId });
  expect(await resultNow()).toBe('met');
  expect(await desk.read((tx) => subsidiesOf(tx, desk.enterpriseId))).toMatchObject([
    { state: 'withdrawn' },
  ]);
  expect(await desk.audited('record-subsidy')).toHaveLength(1);
  expect(await desk.audited('withdraw-subsidy')).toHaveLength(1);
});

test('refuses a day in the future, a group firm without a name, and outsiders', async () => {
  const desk = await makeDesk(app, { state: 'applied' });
  const input = { enrolmentId: desk.enrolmentId, ...award };
  await expect(
    recordSubsidy(desk.adviser, { ...input, awardedOn: '2027-01-01' }),
  ).rejects.toMatchObject({ fields: { awardedOn: expect.any(String) } });
  await expect(recordSubsidy(desk.adviser, { ...input, isSameGroup: true })).rejects.toMatchObject({
    fields: { recipient: expect.any(String) },
  });
  await expectWalls(desk, recordSubsidy, input);
});
