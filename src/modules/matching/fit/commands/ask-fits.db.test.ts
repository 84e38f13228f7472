import { expect, test } from 'vitest';
import { createTestApp, usualNow } from '../../../../../test/factories/app.ts';
import { makeFitDesk } from '../../../../../test/factories/fit-desk.ts';
import { expectWalls } from '../../../../../test/factories/walls.ts';
import { careForMatchesJob } from '../../jobs.ts';
import { answerFitCheck } from './answer-fit-check.ts';
import { askFits } from './ask-fits.ts';

const app = await createTestApp();

test('asks nobody before the first meeting, and both sides once after it', async () => {
  const before = await makeFitDesk(app, { sessions: 0 });
  await before.ask();
  expect(await before.checks()).toEqual([]);
  const desk = await makeFitDesk(app);
  await desk.ask();
  expect(await desk.checks()).toMatchObject([
    { side: 'enterprise', round: 1, answer: null },
    { side: 'mentor', round: 1, answer: null },
  ]);
  expect(await desk.mails('fit-check')).toHaveLength(2);
  expect(await desk.mails('feedback')).toHaveLength(0);
});

test('an appointment that one side missed is no meeting', async () => {
  const desk = await makeFitDesk(app, { sessions: 0 });
  await desk.log({ enterprise: { attendance: 'no-show', reason: 'Ill.' } });
  await desk.ask();
  expect(await desk.checks()).toEqual([]);
});

test('reminds once of a question without an answer', async () => {
  app.clock.set(usualNow);
  const desk = await makeFitDesk(app);
  app.clock.set('2026-12-01T10:00:00.000Z');
  await desk.ask();
  await desk.ask();
  expect(await desk.mails('fit-check-reminder')).toHaveLength(2);
  app.clock.set('2026-12-20T10:00:00.000Z');
  await desk.ask();
  expect(await desk.mails('fit-check-reminder')).toHaveLength(2);
  app.clock.set(usualNow);
});

test('asks again, after three weeks, only whoever is still deciding', async () => {
  const desk = await makeFitDesk(app);
  await answerFitCheck(desk.lead, { checkId: await desk.check('enterprise'), answer: 'undecided' });
  app.clock.set('2026-12-14T10:00:00.000Z');
  await desk.ask();
  expect((await desk.checks()).filter((each) => each.round === 2)).toEqual([]);
  app.clock.set('2026-12-15T10:00:00.000Z');
  await desk.ask();
  expect((await desk.checks()).filter((each) => each.round === 2)).toMatchObject([
    { side: 'enterprise', answer: null },
  ]);
  app.clock.set(usualNow);
});

test('asks a firm about its mentor after the third session, once', async () => {
  const desk = await makeFitDesk(app, { sessions: 3 });
  await desk.ask();
  expect(await desk.feedback()).toMatchObject([{ occasion: 'third-session', relation: null }]);
  expect(await desk.mails('feedback')).toHaveLength(1);
});

test('the job writes nothing where nobody is to be asked', async () => {
  const desk = await makeFitDesk(app);
  await careForMatchesJob.run(app, {});
  expect(await desk.audited('ask-fits')).toHaveLength(1);
});

test('is for nobody who signs in, has no state to be refused by, and is audited', async () => {
  const desk = await makeFitDesk(app);
  await expectWalls(desk.world, askFits, {});
  expect(await desk.audited('ask-fits')).toMatchObject([{ changes: { asked: 2, reminded: 0 } }]);
});
