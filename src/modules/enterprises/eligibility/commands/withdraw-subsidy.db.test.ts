import { expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../../test/factories/enterprise-desk.ts';
import { recordSubsidy } from './record-subsidy.ts';
import { withdrawSubsidy } from './withdraw-subsidy.ts';

const app = await createTestApp();

test('aid is withdrawn once, by staff of the programme, and only from its own firm', async () => {
  const desk = await makeDesk(app, { state: 'applied' });
  const { enrolmentId } = desk;
  const { subsidyId } = await recordSubsidy(desk.adviser, {
    enrolmentId,
    giver: 'City Council',
    regime: 'mfa',
    amountMinor: 100_000,
    awardedOn: '2026-06-01',
  });
  await expectWalls(desk, withdrawSubsidy, { enrolmentId, subsidyId });
  const other = await desk.world.enrolment({ state: 'applied' });
  await expect(
    withdrawSubsidy(desk.adviser, { enrolmentId: other.id, subsidyId }),
  ).rejects.toMatchObject({ code: 'precondition' });
  await withdrawSubsidy(desk.adviser, { enrolmentId, subsidyId });
  await expect(withdrawSubsidy(desk.adviser, { enrolmentId, subsidyId })).rejects.toMatchObject({
    code: 'precondition',
  });
  expect(await desk.audited('withdraw-subsidy')).toHaveLength(1);
});
