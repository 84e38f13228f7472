import { expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../../test/factories/enterprise-desk.ts';
import { freezeBaseline } from '../../commands/freeze-baseline.ts';
import { recordFigures } from '../../commands/record-figures.ts';
import { baselineOf } from '../../reads.ts';
import { correctionsOf } from '../store.ts';
import { askBaselineCorrection } from './ask-baseline-correction.ts';

const app = await createTestApp();

async function frozen() {
  const desk = await makeDesk(app);
  const { enrolmentId } = desk;
  await recordFigures(desk.adviser, {
    enrolmentId,
    yearEndsOn: '2026-03-31',
    figures: [
      { kind: 'staff', amount: 4000, source: 'payroll' },
      { kind: 'turnover', amount: 20_000_000, source: 'accounts' },
      { kind: 'profit', amount: 500_000, source: 'accounts' },
    ],
  });
  await freezeBaseline(desk.adviser, { enrolmentId });
  return {
    ...desk,
    input: { enrolmentId, kind: 'staff' as const, amount: 400, reason: 'A zero too many.' },
  };
}

test('asking changes nothing yet and keeps what is frozen beside what is asked for', async () => {
  const desk = await frozen();
  await askBaselineCorrection(desk.adviser, desk.input);
  expect(await desk.read((tx) => correctionsOf(tx, desk.enrolmentId))).toMatchObject([
    { kind: 'staff', before: 4000, amount: 400, isAgreed: null },
  ]);
  const place = { id: desk.enrolmentId, enterpriseId: desk.enterpriseId };
  const { figures } = await desk.read((tx) => baselineOf(tx, place));
  expect(figures.find(({ kind }) => kind === 'staff')?.amount).toBe(4000);
  expect(await desk.audited('ask-baseline-correction')).toHaveLength(1);
});

test('refuses a second request while one waits, a figure that is not there, and no reason', async () => {
  const desk = await frozen();
  await askBaselineCorrection(desk.adviser, desk.input);
  await expect(
    askBaselineCorrection(desk.adviser, { ...desk.input, amount: 500 }),
  ).rejects.toMatchObject({ code: 'precondition' });
  await expect(
    askBaselineCorrection(desk.adviser, { ...desk.input, kind: 'exports' }),
  ).rejects.toMatchObject({ fields: { kind: expect.any(String) } });
  await expect(
    askBaselineCorrection(desk.adviser, { ...desk.input, kind: 'profit', reason: ' ' }),
  ).rejects.toMatchObject({ fields: { reason: expect.any(String) } });
});

test('refuses a baseline that is not frozen, and outsiders', async () => {
  const open = await makeDesk(app);
  await expect(
    askBaselineCorrection(open.adviser, {
      enrolmentId: open.enrolmentId,
      ...{ kind: 'staff', amount: 1, reason: 'x' },
    }),
  ).rejects.toMatchObject({ code: 'not-found' });
  const desk = await frozen();
  await expectWalls(desk, askBaselineCorrection, desk.input);
});
