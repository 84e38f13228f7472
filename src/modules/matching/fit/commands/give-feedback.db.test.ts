import { expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { makeFitDesk } from '../../../../../test/factories/fit-desk.ts';
import { expectWalls } from '../../../../../test/factories/walls.ts';
import { endMatch } from '../../commands/end-match.ts';
import { rankMentorsForNeed } from '../../reads.ts';
import { answerMentorFitCheck } from './answer-mentor-fit-check.ts';
import { giveFeedback } from './give-feedback.ts';

const app = await createTestApp();

async function asked() {
  const desk = await makeFitDesk(app, { sessions: 3 });
  const [first] = await desk.feedback();
  const other = await desk.world.mentor({ expertise: { finance: 4 } });
  const need = await desk.world.need({ area: 'finance' });
  const part = async (mentorId: string) => {
    const ctx = desk.world.systemCtx();
    const { ranking } = await desk.read((tx) => rankMentorsForNeed(tx, ctx, need.id));
    const own = ranking.ranked.find((each) => each.mentorId === mentorId);
    return own?.parts.find((each) => each.part === 'feedback');
  };
  return { ...desk, feedbackId: first?.id ?? '', other, part };
}

test('marks reach the score drawn to the mean, and without any the part is flagged', async () => {
  const desk = await asked();
  expect(await desk.part(desk.mentorId)).toMatchObject({ value: 50, known: false });
  const input = { feedbackId: desk.feedbackId, relation: 5, outcome: 2 };
  await expectWalls(desk.world, giveFeedback, input);
  await giveFeedback(desk.lead, input);
  expect(await desk.part(desk.mentorId)).toMatchObject({ value: 100, known: true });
  expect(await desk.part(desk.other.id)).toMatchObject({ value: 100, known: false });
  expect(await desk.audited('give-feedback')).toMatchObject([
    { subject_id: desk.matchId, changes: { occasion: 'third-session' } },
  ]);
  await expect(giveFeedback(desk.lead, input)).rejects.toThrow(/answered already/);
});

test('a low mark after the mentor’s refusal is kept and counts nothing', async () => {
  const desk = await asked();
  await answerMentorFitCheck(desk.mentor, {
    checkId: await desk.check('mentor'),
    answer: 'not-good',
  });
  app.clock.set('2026-11-25T10:00:00.000Z');
  await giveFeedback(desk.lead, { feedbackId: desk.feedbackId, relation: 1, outcome: 1 });
  app.clock.set('2026-11-24T10:00:00.000Z');
  expect(await desk.part(desk.mentorId)).toMatchObject({ value: 50, known: false });
  expect(await desk.feedback()).toMatchObject([{ relation: 1 }]);
});

test('the end of a match asks once more, in the closing letter, and the newest answer counts', async () => {
  const desk = await asked();
  await giveFeedback(desk.lead, { feedbackId: desk.feedbackId, relation: 3, outcome: 3 });
  await endMatch(desk.adviser, { matchId: desk.matchId, cause: 'finished' });
  const closing = (await desk.feedback()).find((each) => each.occasion === 'closure');
  app.clock.set('2026-11-26T10:00:00.000Z');
  await giveFeedback(desk.lead, { feedbackId: closing?.id ?? '', relation: 5, outcome: 4 });
  app.clock.set('2026-11-24T10:00:00.000Z');
  expect(await desk.part(desk.mentorId)).toMatchObject({ value: 100, known: true });
});

test('a mark is one of five', async () => {
  const desk = await asked();
  await expect(
    giveFeedback(desk.lead, { feedbackId: desk.feedbackId, relation: 6, outcome: 0 }),
  ).rejects.toMatchObject({
    fields: { relation: expect.any(String), outcome: expect.any(String) },
  });
});
