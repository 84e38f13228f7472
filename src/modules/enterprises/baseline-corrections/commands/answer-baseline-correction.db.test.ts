import { expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../../test/factories/enterprise-desk.ts';
import { freezeBaseline } from '../../commands/freeze-baseline.ts';
import { recordFigures } from '../../commands/record-figures.ts';
import { baselineOf } from '../../reads.ts';
import { answerBaselineCorrection } from './answer-baseline-correction.ts';
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

test('a second person agrees with a reason, and the right figure is the baseline', async () => {
  const desk = await frozen();
  const { enrolmentId } = desk;
  const { correctionId } = await askBaselineCorrection(desk.adviser, desk.input);
  const manager = await desk.world.ctxAs('manager');
  const answer = { enrolmentId, correctionId, isAgreed: true, answer: 'Seen the payroll.' };
  await expect(answerBaselineCorrection(manager, { ...answer, answer: '' })).rejects.toMatchObject({
    fields: { answer: expect.any(String) },
  });
  await answerBaselineCorrection(manager, answer);
  const place = { id: enrolmentId, enterpriseId: desk.enterpriseId };
  const { figures } = await desk.read((tx) => baselineOf(tx, place));
  expect(figures.map(({ kind, amount }) => [kind, amount])).toEqual([
    ['staff', 400],
    ['turnover', 20_000_000],
    ['profit', 500_000],
  ]);
  await expect(answerBaselineCorrection(manager, answer)).rejects.toThrow('answered already');
  expect(await desk.audited('answer-baseline-correction')).toMatchObject([
    { changes: { kind: 'staff', isAgreed: true } },
  ]);
});

test('a refusal leaves the figure; whoever asked cannot answer, not even as a manager', async () => {
  const desk = await frozen();
  const { enrolmentId } = desk;
  const both = await desk.world.ctxFor(await desk.world.person({ roles: ['adviser', 'manager'] }));
  const { correctionId } = await askBaselineCorrection(both, desk.input);
  const answer = { enrolmentId, correctionId, isAgreed: false, answer: 'The payroll says 40.' };
  await expect(answerBaselineCorrection(both, answer)).rejects.toThrow(
    'cannot be the one who asked',
  );
  await answerBaselineCorrection(await desk.world.ctxAs('verifier'), answer);
  const place = { id: enrolmentId, enterpriseId: desk.enterpriseId };
  const { figures } = await desk.read((tx) => baselineOf(tx, place));
  expect(figures.find(({ kind }) => kind === 'staff')?.amount).toBe(4000);
});

test('refuses outsiders', async () => {
  const desk = await frozen();
  const { correctionId } = await askBaselineCorrection(desk.adviser, desk.input);
  await expectWalls(desk, answerBaselineCorrection, {
    enrolmentId: desk.enrolmentId,
    ...{ correctionId, isAgreed: true, answer: 'x' },
  });
});
