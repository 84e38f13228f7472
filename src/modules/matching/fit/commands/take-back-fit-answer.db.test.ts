import { expect, test } from 'vitest';
import { createTestApp, usualNow } from '../../../../../test/factories/app.ts';
import { makeFitDesk } from '../../../../../test/factories/fit-desk.ts';
import { expectWalls } from '../../../../../test/factories/walls.ts';
import { keepMatch } from '../../rematch/commands/keep-match.ts';
import { raiseRematch } from '../../rematch/commands/raise-rematch.ts';
import { answerFitCheck } from './answer-fit-check.ts';
import { takeBackFitAnswer } from './take-back-fit-answer.ts';

const app = await createTestApp();

async function answered(answer: 'good' | 'not-good') {
  app.clock.set(usualNow);
  const desk = await makeFitDesk(app);
  const checkId = await desk.check('enterprise');
  await answerFitCheck(desk.lead, { checkId, answer, note: 'She is never there.' });
  return { ...desk, checkId };
}

test('the adviser is told of a “not good” when it cannot be taken back any more', async () => {
  const desk = await answered('not-good');
  const [letter] = await desk.mails('fit-not-good');
  expect(letter).toMatchObject({
    person_id: desk.enrolment.adviserId,
    not_before: '2026-11-24T10:10:00.000Z',
    state: 'queued',
  });
  expect(letter?.body).toContain('“She is never there.”');
});

test('taken back, nothing of it stays: no change is due, no letter leaves, the question waits', async () => {
  const desk = await answered('not-good');
  await expectWalls(desk.world, takeBackFitAnswer, { checkId: desk.checkId });
  await expect(takeBackFitAnswer(desk.mentor, { checkId: desk.checkId })).rejects.toMatchObject({
    code: 'not-found',
  });
  app.clock.set('2026-11-24T10:09:59.000Z');
  await takeBackFitAnswer(desk.lead, { checkId: desk.checkId });
  expect(await desk.rematches()).toEqual([]);
  expect(await desk.mails('fit-not-good')).toMatchObject([{ state: 'cancelled' }]);
  expect((await desk.checks()).find((one) => one.id === desk.checkId)).toMatchObject({
    answer: null,
    note: '',
  });
  expect(await desk.audited('take-back-fit-answer')).toMatchObject([
    { subject_id: desk.matchId, changes: { answer: ['not-good', null] } },
  ]);
  await answerFitCheck(desk.lead, { checkId: desk.checkId, answer: 'good' });
});

test('a change that staff asked for themselves, or have settled, stays', async () => {
  app.clock.set(usualNow);
  const desk = await makeFitDesk(app);
  await raiseRematch(desk.adviser, { matchId: desk.matchId, note: 'Too far away.' });
  const checkId = await desk.check('enterprise');
  await answerFitCheck(desk.lead, { checkId, answer: 'not-good' });
  await takeBackFitAnswer(desk.lead, { checkId });
  expect(await desk.rematches()).toMatchObject([{ source: 'staff', outcome: null }]);
  const second = await answered('not-good');
  await keepMatch(second.adviser, { matchId: second.matchId, reason: 'Rang both.' });
  await takeBackFitAnswer(second.lead, { checkId: second.checkId });
  expect(await second.rematches()).toMatchObject([{ source: 'fit-check', outcome: 'kept' }]);
});

test('after ten minutes the answer stands', async () => {
  const desk = await answered('good');
  app.clock.set('2026-11-24T10:10:00.000Z');
  await expect(takeBackFitAnswer(desk.lead, { checkId: desk.checkId })).rejects.toThrow(
    /ten minutes are over/,
  );
});
