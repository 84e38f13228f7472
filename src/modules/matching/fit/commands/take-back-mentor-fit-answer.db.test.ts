import { expect, test } from 'vitest';
import { createTestApp, usualNow } from '../../../../../test/factories/app.ts';
import { makeFitDesk } from '../../../../../test/factories/fit-desk.ts';
import { expectWalls } from '../../../../../test/factories/walls.ts';
import { answerMentorFitCheck } from './answer-mentor-fit-check.ts';
import { takeBackMentorFitAnswer } from './take-back-mentor-fit-answer.ts';

const app = await createTestApp();

test('a mentor takes a “not good” back for ten minutes, as a firm does', async () => {
  app.clock.set(usualNow);
  const desk = await makeFitDesk(app);
  const input = { checkId: await desk.check('mentor') };
  await answerMentorFitCheck(desk.mentor, { ...input, answer: 'not-good' });
  await expectWalls(desk.world, takeBackMentorFitAnswer, input);
  await expect(takeBackMentorFitAnswer(desk.lead, input)).rejects.toMatchObject({
    code: 'not-found',
  });
  await takeBackMentorFitAnswer(desk.mentor, input);
  expect(await desk.rematches()).toEqual([]);
  expect(await desk.mails('fit-not-good')).toMatchObject([{ state: 'cancelled' }]);
  expect(await desk.audited('take-back-mentor-fit-answer')).toMatchObject([
    { subject_id: desk.matchId, changes: { side: 'mentor', answer: ['not-good', null] } },
  ]);
  await expect(takeBackMentorFitAnswer(desk.mentor, input)).rejects.toMatchObject({
    code: 'precondition',
  });
});
