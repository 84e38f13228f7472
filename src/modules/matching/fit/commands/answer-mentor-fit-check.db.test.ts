import { expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { makeFitDesk } from '../../../../../test/factories/fit-desk.ts';
import { expectWalls } from '../../../../../test/factories/walls.ts';
import { endMatch } from '../../commands/end-match.ts';
import { answerMentorFitCheck } from './answer-mentor-fit-check.ts';

const app = await createTestApp();

test('a mentor’s "not good" opens a re-match as the firm’s does', async () => {
  const desk = await makeFitDesk(app);
  const input = { checkId: await desk.check('mentor'), answer: 'not-good' as const };
  await expectWalls(desk.world, answerMentorFitCheck, input);
  await answerMentorFitCheck(desk.mentor, input);
  expect(await desk.rematches()).toMatchObject([{ source: 'fit-check', outcome: null }]);
  expect(await desk.audited('answer-mentor-fit-check')).toMatchObject([
    { changes: { side: 'mentor', answer: 'not-good' } },
  ]);
});

test('a mentor answers only for the mentor, and only while the match runs', async () => {
  const desk = await makeFitDesk(app);
  await expect(
    answerMentorFitCheck(desk.mentor, {
      checkId: await desk.check('enterprise'),
      answer: 'good',
    }),
  ).rejects.toMatchObject({ code: 'not-found' });
  await endMatch(desk.adviser, { matchId: desk.matchId, cause: 'finished' });
  await expect(
    answerMentorFitCheck(desk.mentor, { checkId: await desk.check('mentor'), answer: 'good' }),
  ).rejects.toThrow(/has ended/);
});
