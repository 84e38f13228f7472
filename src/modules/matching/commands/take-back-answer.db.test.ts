import { expect, test } from 'vitest';
import { createTestApp, drainJobs } from '../../../../test/factories/app.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { addMinutes } from '../../../kernel/calendar.ts';
import { sweepMail } from '../../../platform/mail/deliver.ts';
import { answerOffer } from './answer-offer.ts';
import { chooseFromShortlist } from './choose-from-shortlist.ts';
import { offerMatch } from './offer-match.ts';
import { sendShortlist } from './send-shortlist.ts';
import { takeBackAnswer } from './take-back-answer.ts';

const start = '2026-11-24T10:00:00.000Z';
const app = await createTestApp();

async function offered() {
  app.clock.set(start);
  const world = await makeWorld(app);
  const adviser = await world.ctxAs('adviser');
  const need = await world.need({ area: 'finance' });
  const mentor = await world.mentor({ expertise: { finance: 5, customers: 5 } });
  const { offerId } = await offerMatch(adviser, { needId: need.id, mentorId: mentor.id });
  const asMentor = await world.ctxFor(mentor.person);
  const read = <T>(work: Parameters<typeof app.database.read<T>>[1]) =>
    app.database.read(world.orgId, work);
  const offer = () =>
    read((tx) =>
      tx.selectFrom('offer').selectAll().where('id', '=', offerId).executeTakeFirstOrThrow(),
    );
  const mails = (kind: string) =>
    read((tx) => tx.selectFrom('mail').selectAll().where('kind', '=', kind).execute());
  return { world, adviser, need, mentor, offerId, asMentor, read, offer, mails };
}

async function letAllLettersGo(at: string) {
  app.clock.set(at);
  await sweepMail(app);
  await drainJobs(app);
}

test('a yes taken back leaves no match, no letter and an offer that waits', async () => {
  const { world, need, offerId, asMentor, read, offer, mails } = await offered();
  await answerOffer(asMentor, { offerId, answer: 'accept' });
  await letAllLettersGo(addMinutes(start, 9));
  expect((await mails('introduction')).map(({ state }) => state)).toEqual(['queued', 'queued']);
  await expectWalls(world, takeBackAnswer, { offerId });
  await takeBackAnswer(asMentor, { offerId });
  expect(await offer()).toMatchObject({ state: 'pending', answered_at: null, briefing: '' });
  expect(await read((tx) => tx.selectFrom('match').select('id').execute())).toEqual([]);
  const row = await read((tx) =>
    tx.selectFrom('need').selectAll().where('id', '=', need.id).executeTakeFirstOrThrow(),
  );
  expect(row).toMatchObject({ state: 'open', introduced_on: null });
  await letAllLettersGo(addMinutes(start, 60));
  expect((await mails('introduction')).map(({ state }) => state)).toEqual([
    'cancelled',
    'cancelled',
  ]);
  const audit = await read((tx) =>
    tx.selectFrom('audit').selectAll().where('action', '=', 'take-back-answer').execute(),
  );
  expect(audit).toMatchObject([
    { subject_id: offerId, changes: { state: ['accepted', 'pending'] } },
  ]);
  await answerOffer(asMentor, { offerId, answer: 'accept' });
  expect(await offer()).toMatchObject({ state: 'accepted' });
});

test('the letters leave after ten minutes, and then the answer stands', async () => {
  const { offerId, asMentor, offer, mails } = await offered();
  await answerOffer(asMentor, { offerId, answer: 'accept' });
  await letAllLettersGo(addMinutes(start, 10));
  expect((await mails('introduction')).map(({ state }) => state)).toEqual(['kept', 'kept']);
  await expect(takeBackAnswer(asMentor, { offerId })).rejects.toThrow(/ten minutes are over/);
  expect(await offer()).toMatchObject({ state: 'accepted' });
});

test('of two taps one takes it back; a letter in a sender’s hands keeps everything', async () => {
  const { world, offerId, asMentor, offer, mails } = await offered();
  await answerOffer(asMentor, { offerId, answer: 'accept' });
  await app.database.tenant(world.orgId, async (tx) => {
    await tx
      .updateTable('mail')
      .set({ state: 'sending' })
      .where('kind', '=', 'introduction')
      .execute();
  });
  await expect(takeBackAnswer(asMentor, { offerId })).rejects.toThrow(/left already/);
  expect(await offer()).toMatchObject({ state: 'accepted' });
  await app.database.tenant(world.orgId, async (tx) => {
    await tx
      .updateTable('mail')
      .set({ state: 'queued' })
      .where('kind', '=', 'introduction')
      .execute();
  });
  const taps = await Promise.allSettled([
    takeBackAnswer(asMentor, { offerId }),
    takeBackAnswer(asMentor, { offerId }),
  ]);
  expect(taps.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect((await mails('introduction')).map(({ state }) => state)).toEqual([
    'cancelled',
    'cancelled',
  ]);
});

test('a no taken back leaves the adviser unbothered, unless somebody else was asked', async () => {
  const { world, adviser, need, offerId, asMentor, offer, mails } = await offered();
  await answerOffer(asMentor, { offerId, answer: 'decline', reason: 'no-time' });
  await takeBackAnswer(asMentor, { offerId });
  expect(await offer()).toMatchObject({ state: 'pending', decline_reason: null });
  expect((await mails('offer-declined')).every(({ state }) => state === 'cancelled')).toBe(true);
  await answerOffer(asMentor, { offerId, answer: 'decline', reason: 'no-time' });
  const other = await world.mentor({ expertise: { finance: 4 } });
  await offerMatch(adviser, { needId: need.id, mentorId: other.id, overrideReason: 'Is free.' });
  await expect(takeBackAnswer(asMentor, { offerId })).rejects.toThrow(/somebody else is asked/);
});

test('the firm that chose hears of the no, who looks now, and may choose from what is left', async () => {
  const { world, adviser, need, mentor, read } = await offered();
  const second = await world.mentor({ expertise: { customers: 4 } });
  const firm = need.enrolment.enterprise.lead;
  const asked = await world.need({ enrolment: need.enrolment, area: 'customers' });
  const { shortlistId } = await sendShortlist(adviser, {
    needId: asked.id,
    mentorIds: [mentor.id, second.id],
  });
  const asFirm = await world.ctxFor({ id: firm?.id ?? '' });
  const chosen = await chooseFromShortlist(asFirm, { shortlistId, choice: mentor.id });
  const asMentor = await world.ctxFor(mentor.person);
  const no = {
    offerId: chosen.offerId ?? '',
    answer: 'decline' as const,
    reason: 'no-time' as const,
  };
  await answerOffer(asMentor, no);
  const list = () =>
    read((tx) =>
      tx
        .selectFrom('shortlist')
        .selectAll()
        .where('id', '=', shortlistId)
        .executeTakeFirstOrThrow(),
    );
  expect((await list()).state).toBe('sent');
  const told = () =>
    read((tx) => tx.selectFrom('mail').selectAll().where('kind', '=', 'mentor-said-no').execute());
  expect(await told()).toMatchObject([
    { to_address: firm?.email, not_before: addMinutes(start, 10), state: 'queued' },
  ]);
  const [letter] = await told();
  expect(letter?.body).toMatch(/cannot take this on at present.+is looking again/s);
  expect(letter?.body).toMatch(/choose another mentor from the same list by .+\/shortlist/s);
  await takeBackAnswer(asMentor, { offerId: no.offerId });
  expect((await list()).state).toBe('chosen');
  expect((await told()).map(({ state }) => state)).toEqual(['cancelled']);
  await answerOffer(asMentor, no);
  await expect(
    chooseFromShortlist(asFirm, { shortlistId, choice: mentor.id }),
  ).rejects.toMatchObject({ fields: { choice: expect.stringContaining('cannot') } });
  await chooseFromShortlist(asFirm, { shortlistId, choice: second.id });
  expect((await list()).state).toBe('chosen');
});
