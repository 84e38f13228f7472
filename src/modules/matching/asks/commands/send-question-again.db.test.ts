import { expect, test } from 'vitest';
import { createTestApp, usualNow } from '../../../../../test/factories/app.ts';
import { makeFitDesk } from '../../../../../test/factories/fit-desk.ts';
import { makeMatchingDesk } from '../../../../../test/factories/matching-desk.ts';
import { expectWalls } from '../../../../../test/factories/walls.ts';
import { answerOffer } from '../../commands/answer-offer.ts';
import { answerFitCheck } from '../../fit/commands/answer-fit-check.ts';
import { giveFeedback } from '../../fit/commands/give-feedback.ts';
import { sendQuestionAgain } from './send-question-again.ts';

const app = await createTestApp();
const nextDay = '2026-11-25T10:00:00.000Z';

test('an offer goes to its mentor once more, with a new link and the words that they read before', async () => {
  app.clock.set(usualNow);
  const desk = await makeMatchingDesk(app);
  const { offerId } = await desk.offer();
  const input = { kind: 'offer' as const, questionId: offerId };
  await expectWalls(desk.world, sendQuestionAgain, input);
  await desk.sent(offerId);
  app.clock.set(nextDay);
  await sendQuestionAgain(desk.adviser, input);
  const [first] = await desk.mails('offer');
  const [again] = await desk.mails('offer-reminder');
  expect(again).toMatchObject({ to_address: desk.best.person.email });
  expect(again?.subject).toMatch(/^Once more: can you help/);
  const link = /\/l\/\S+/g;
  expect(again?.body.replace(link, '')).toBe(first?.body.replace(link, ''));
  expect(again?.body.match(link)?.[0]).not.toBe(first?.body.match(link)?.[0]);
  expect(await desk.audited('send-question-again')).toMatchObject([
    { subject_id: offerId, changes: { question: 'offer', to: desk.best.person.id } },
  ]);
});

test('not twice within four hours, and not while the last letter waits', async () => {
  app.clock.set(usualNow);
  const desk = await makeMatchingDesk(app);
  const { offerId } = await desk.offer();
  const again = () => sendQuestionAgain(desk.adviser, { kind: 'offer', questionId: offerId });
  await expect(again()).rejects.toThrow(/has not left yet/);
  await desk.sent(offerId);
  await expect(again()).rejects.toThrow(/can be sent again from/);
  app.clock.set(nextDay);
  await again();
  await desk.sent(offerId);
  await expect(again()).rejects.toMatchObject({ code: 'precondition' });
});

test('what is answered is not asked again', async () => {
  app.clock.set(usualNow);
  const desk = await makeMatchingDesk(app);
  const { offerId } = await desk.offer();
  await answerOffer(desk.asMentor, { offerId, answer: 'accept' });
  app.clock.set(nextDay);
  await expect(
    sendQuestionAgain(desk.adviser, { kind: 'offer', questionId: offerId }),
  ).rejects.toThrow(/said yes/);
});

test('a shortlist goes to who speaks for the firm now', async () => {
  app.clock.set(usualNow);
  const desk = await makeMatchingDesk(app, { mentorChoice: 'firm-chooses' });
  const { shortlistId } = await desk.shortlist();
  await desk.sent(shortlistId);
  app.clock.set(nextDay);
  await sendQuestionAgain(desk.adviser, { kind: 'shortlist', questionId: shortlistId });
  const [again] = await desk.mails('shortlist-reminder');
  expect(again?.subject).toBe('Once more: mentors for you to choose from');
  expect(again?.person_id).toBe(desk.need.enrolment.enterprise.lead?.id);
});

test('a firm without an address is not written to, and staff are told so', async () => {
  app.clock.set(usualNow);
  const desk = await makeMatchingDesk(app, { mentorChoice: 'firm-chooses' });
  const { shortlistId } = await desk.shortlist();
  await desk.sent(shortlistId);
  await app.database.tenant(desk.world.orgId, (tx) =>
    tx.updateTable('person').set({ email: null }).execute(),
  );
  app.clock.set(nextDay);
  await expect(
    sendQuestionAgain(desk.adviser, { kind: 'shortlist', questionId: shortlistId }),
  ).rejects.toThrow(/nobody of the enterprise has a mail address/);
});

test('each side is asked again whether it fits, and the morning’s run sends no third letter', async () => {
  app.clock.set(usualNow);
  const desk = await makeFitDesk(app);
  const ofFirm = { kind: 'fit' as const, questionId: await desk.check('enterprise') };
  const ofMentor = { kind: 'fit' as const, questionId: await desk.check('mentor') };
  await expectWalls(desk.world, sendQuestionAgain, ofFirm);
  await app.database.tenant(desk.world.orgId, (tx) =>
    tx.updateTable('mail').set({ state: 'sent' }).execute(),
  );
  app.clock.set(nextDay);
  await sendQuestionAgain(desk.adviser, ofFirm);
  await sendQuestionAgain(desk.adviser, ofMentor);
  const letters = await desk.mails('fit-check-reminder');
  expect(new Set(letters.map((one) => one.person_id))).toEqual(
    new Set([desk.lead.actor.personId, desk.mentor.actor.personId]),
  );
  app.clock.set('2026-12-10T10:00:00.000Z');
  await desk.ask();
  expect(await desk.mails('fit-check-reminder')).toHaveLength(2);
  await answerFitCheck(desk.lead, { checkId: ofFirm.questionId, answer: 'good' });
  await expect(sendQuestionAgain(desk.adviser, ofFirm)).rejects.toThrow(/answered already/);
});

test('a firm is asked again how it goes', async () => {
  app.clock.set(usualNow);
  const desk = await makeFitDesk(app, { sessions: 3 });
  const [asked] = await desk.feedback();
  const input = { kind: 'feedback' as const, questionId: asked?.id ?? '' };
  await expectWalls(desk.world, sendQuestionAgain, input);
  await app.database.tenant(desk.world.orgId, (tx) =>
    tx.updateTable('mail').set({ state: 'sent' }).execute(),
  );
  app.clock.set(nextDay);
  await sendQuestionAgain(desk.adviser, input);
  const [again] = await desk.mails('feedback-reminder');
  expect(again?.subject).toMatch(/^Once more: how does it go with/);
  await giveFeedback(desk.lead, { feedbackId: input.questionId, relation: 4, outcome: 4 });
  await expect(sendQuestionAgain(desk.adviser, input)).rejects.toThrow(/answered already/);
});
