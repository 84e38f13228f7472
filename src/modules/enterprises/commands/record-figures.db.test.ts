import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { type Desk, expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { baselineOf, measuresOf } from '../reads.ts';
import { recordFigures } from './record-figures.ts';

const app = await createTestApp();

function freezeBaselineOf(desk: Desk) {
  return desk.write((tx) =>
    tx
      .insertInto('baseline')
      .values({
        org_id: desk.world.orgId,
        enrolment_id: desk.enrolmentId,
        figures: '[]',
        frozen_at: app.clock.now(),
      })
      .execute(),
  );
}

test('the figures of a year are kept together or not at all', async () => {
  const desk = await makeDesk(app);
  const input = {
    enrolmentId: desk.enrolmentId,
    yearEndsOn: '2026-03-31',
    figures: [
      { kind: 'staff' as const, amount: 250 },
      { kind: 'turnover' as const, amount: -1 },
    ],
  };
  await expect(recordFigures(desk.adviser, input)).rejects.toMatchObject({
    fields: { turnover: 'Turnover: enter 0 or more.' },
  });
  expect(await desk.read((tx) => measuresOf(tx, desk.enterpriseId))).toEqual([]);
  await expectWalls(desk, recordFigures, input);
  await recordFigures(desk.adviser, { ...input, figures: [{ kind: 'staff', amount: 250 }] });
  expect(await desk.audited('record-figures')).toHaveLength(1);
  await freezeBaselineOf(desk);
  await expect(
    recordFigures(desk.adviser, { ...input, figures: [{ kind: 'staff', amount: 300 }] }),
  ).rejects.toMatchObject({ code: 'precondition' });
});

test('figures that a firm enters itself are declared, whatever source it names', async () => {
  const desk = await makeDesk(app);
  const participant = await desk.world.ctxFor({ id: desk.enrolment.enterprise.lead?.id ?? '' });
  await recordFigures(participant, {
    enrolmentId: desk.enrolmentId,
    yearEndsOn: '2026-03-31',
    figures: [{ kind: 'staff', amount: 250, source: 'payroll' }],
  });
  expect(await desk.read((tx) => measuresOf(tx, desk.enterpriseId))).toMatchObject([
    { kind: 'staff', source: 'declaration' },
  ]);
});

test('a year that was entered wrongly is put right before the baseline is frozen', async () => {
  const desk = await makeDesk(app);
  const input = {
    enrolmentId: desk.enrolmentId,
    yearEndsOn: '2026-10-31',
    figures: [
      { kind: 'staff' as const, amount: 250 },
      { kind: 'turnover' as const, amount: 900 },
    ],
  };
  await recordFigures(desk.adviser, input);
  const corrected = { kind: 'staff' as const, amount: 250 };
  await recordFigures(desk.adviser, { ...input, yearEndsOn: '2026-03-31', figures: [corrected] });
  const enrolment = { id: desk.enrolmentId, enterpriseId: desk.enterpriseId };
  const { figures } = await desk.read((tx) => baselineOf(tx, enrolment));
  expect(figures).toMatchObject([
    { kind: 'staff', yearEndsOn: '2026-03-31' },
    { kind: 'turnover', yearEndsOn: '2026-10-31' },
  ]);
});

test('a firm that enters an earlier year leaves the later one standing', async () => {
  const desk = await makeDesk(app);
  const participant = await desk.world.ctxFor({ id: desk.enrolment.enterprise.lead?.id ?? '' });
  const figures = [{ kind: 'staff' as const, amount: 250 }];
  const { enrolmentId } = desk;
  await recordFigures(desk.adviser, { enrolmentId, yearEndsOn: '2026-10-31', figures });
  await recordFigures(participant, { enrolmentId, yearEndsOn: '2026-03-31', figures });
  const enrolment = { id: desk.enrolmentId, enterpriseId: desk.enterpriseId };
  const baseline = await desk.read((tx) => baselineOf(tx, enrolment));
  expect(baseline.figures).toMatchObject([{ kind: 'staff', yearEndsOn: '2026-10-31' }]);
});
