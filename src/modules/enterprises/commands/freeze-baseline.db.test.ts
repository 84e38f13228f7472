import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { newId } from '../../../kernel/ids.ts';
import { baselineOf } from '../reads.ts';
import { freezeBaseline } from './freeze-baseline.ts';
import { recordFigures } from './record-figures.ts';

const app = await createTestApp();
const year = {
  yearEndsOn: '2026-03-31',
  figures: [
    { kind: 'staff' as const, amount: 400, source: 'payroll' as const },
    { kind: 'turnover' as const, amount: 20_000_000, source: 'accounts' as const },
    { kind: 'profit' as const, amount: -500_000, source: 'accounts' as const },
  ],
};

test('figures are frozen once and cannot be corrected afterwards', async () => {
  const desk = await makeDesk(app);
  const { enrolmentId } = desk;
  await recordFigures(desk.adviser, { enrolmentId, ...year });
  await freezeBaseline(desk.adviser, { enrolmentId });
  const kept = await desk.read((tx) =>
    baselineOf(tx, { id: enrolmentId, enterpriseId: desk.enterpriseId }),
  );
  expect(kept.frozenAt).toBe('2026-11-24T10:00:00.000Z');
  expect(kept.figures.map(({ kind, amount }) => [kind, amount])).toEqual([
    ['staff', 400],
    ['turnover', 20_000_000],
    ['profit', -500_000],
  ]);
  expect(await desk.audited('freeze-baseline')).toHaveLength(1);
  await expect(freezeBaseline(desk.adviser, { enrolmentId })).rejects.toThrow('two people');
  await expect(recordFigures(desk.adviser, { enrolmentId, ...year })).rejects.toMatchObject({
    code: 'precondition',
  });
});

test('refuses to freeze with a figure missing, and outsiders', async () => {
  const desk = await makeDesk(app);
  const { enrolmentId } = desk;
  await expect(freezeBaseline(desk.adviser, { enrolmentId })).rejects.toThrow('Still missing');
  await expectWalls(desk, freezeBaseline, { enrolmentId });
  await expectWalls(desk, recordFigures, { enrolmentId, ...year });
});

test('refuses to freeze after the first session that the firm attended', async () => {
  const desk = await makeDesk(app);
  const { enrolmentId, world } = desk;
  await recordFigures(desk.adviser, { enrolmentId, ...year });
  await desk.write(async (tx) => {
    const id = newId();
    await tx
      .insertInto('session')
      .values({
        org_id: world.orgId,
        id,
        programme_id: world.programme.id,
        starts_at: '2026-11-10T10:00:00.000Z',
        ends_at: '2026-11-10T11:00:00.000Z',
        mode: 'video',
      })
      .execute();
    await tx
      .insertInto('session_enterprise')
      .values({ org_id: world.orgId, session_id: id, enrolment_id: enrolmentId })
      .execute();
  });
  await expect(freezeBaseline(desk.adviser, { enrolmentId })).rejects.toThrow(
    'Support started on 10 November 2026',
  );
});
