import { expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { makeFitDesk } from '../../../../../test/factories/fit-desk.ts';
import { expectWalls } from '../../../../../test/factories/walls.ts';
import { offerMatch } from '../../commands/offer-match.ts';
import { rankMentorsForNeed } from '../../reads.ts';
import { answerFitCheck } from './answer-fit-check.ts';

const app = await createTestApp();

test('what the firm felt takes the place of the style answers for its next need', async () => {
  const desk = await makeFitDesk(app);
  const checkId = await desk.check('enterprise');
  const input = { checkId, answer: 'good' as const, note: 'Listens well.' };
  await expectWalls(desk.world, answerFitCheck, input);
  await answerFitCheck(desk.lead, input);
  const next = await desk.world.need({ enrolment: desk.enrolment, area: 'customers' });
  const ctx = desk.world.systemCtx();
  const { ranking } = await desk.read((tx) => rankMentorsForNeed(tx, ctx, next.id));
  const style = ranking.ranked[0]?.parts.find((each) => each.part === 'style');
  expect(style).toMatchObject({ value: 100, known: true, because: expect.stringMatching(/felt/) });
  expect(await desk.audited('answer-fit-check')).toMatchObject([
    { subject_id: desk.matchId, changes: { side: 'enterprise', answer: 'good' } },
  ]);
});

test('"not good" opens one re-match, and nobody else is asked until staff have said why', async () => {
  const desk = await makeFitDesk(app);
  const checkId = await desk.check('enterprise');
  await answerFitCheck(desk.lead, { checkId, answer: 'not-good' });
  expect(await desk.rematches()).toMatchObject([{ source: 'fit-check', outcome: null }]);
  const other = await desk.world.mentor({ expertise: { finance: 5 } });
  await expect(
    offerMatch(desk.adviser, { needId: desk.match.need.id, mentorId: other.id }),
  ).rejects.toThrow(/Say first why it ends/);
});

test('a settled answer is not changed, and the other side’s question is not theirs to answer', async () => {
  const desk = await makeFitDesk(app);
  const checkId = await desk.check('enterprise');
  await answerFitCheck(desk.lead, { checkId, answer: 'undecided' });
  await answerFitCheck(desk.lead, { checkId, answer: 'good' });
  await expect(answerFitCheck(desk.lead, { checkId, answer: 'not-good' })).rejects.toThrow(
    /answered already/,
  );
  const ofMentor = await desk.check('mentor');
  await expect(
    answerFitCheck(desk.lead, { checkId: ofMentor, answer: 'good' }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('staff record what the firm said on the telephone', async () => {
  const desk = await makeFitDesk(app);
  await answerFitCheck(desk.adviser, { checkId: await desk.check('enterprise'), answer: 'good' });
  expect((await desk.checks())[0]).toMatchObject({ side: 'enterprise', answer: 'good' });
});
