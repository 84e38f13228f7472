import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeMatchingDesk } from '../../../../test/factories/matching-desk.ts';
import { answerOffer } from '../commands/answer-offer.ts';
import { chooseFromShortlist } from '../commands/choose-from-shortlist.ts';
import { endMatch } from '../commands/end-match.ts';
import { unservedNeeds } from './reads.ts';

const app = await createTestApp();

async function openDesk() {
  const desk = await makeMatchingDesk(app);
  const { world } = desk;
  const programme = { id: world.programme.id, introduction_days: 7, zone: 'Europe/London' };
  const unserved = (today = '2026-11-03', adviserId: string | null = null) =>
    desk.read((tx) => unservedNeeds(tx, programme, adviserId, today));
  return { ...desk, unserved };
}

test('a need is told on the day after the target, not on the day itself', async () => {
  const { needId, unserved } = await openDesk();
  expect(await unserved('2026-11-08')).toEqual([]);
  expect(await unserved('2026-11-09')).toEqual([]);
  expect(await unserved('2026-11-10')).toMatchObject([{ needId, lostOn: null, refusedOn: null }]);
});

test('a need that lost its mentor is told at once, until somebody is asked', async () => {
  const desk = await openDesk();
  const { adviser, asMentor, unserved } = desk;
  const { offerId } = await desk.offer();
  expect(await unserved('2026-12-24')).toEqual([]);
  const { matchId } = await answerOffer(asMentor, { offerId, answer: 'accept' });
  expect(await unserved('2026-12-24')).toEqual([]);
  await endMatch(adviser, { matchId: matchId ?? '', cause: 'misfit', handover: 'Nothing yet.' });
  const today = adviser.clock.today('Europe/London');
  expect(await unserved()).toMatchObject([
    { needId: desk.needId, lostOn: today, lostMentor: desk.best.person.name },
  ]);

  expect(await unserved(today, desk.need.enrolment.adviserId ?? null)).toHaveLength(1);
  expect(await unserved(today, asMentor.actor.personId)).toEqual([]);
});

test('a mentor’s no and a firm’s no are told at once, within the target too', async () => {
  const desk = await openDesk();
  const { offerId } = await desk.offer();
  await answerOffer(desk.asMentor, { offerId, answer: 'decline', reason: 'no-time' });
  expect(await desk.unserved()).toMatchObject([
    { refusedBy: desk.best.person.name, isExpired: false },
  ]);
  const other = await openDesk();
  const { shortlistId } = await other.shortlist();
  expect(await other.unserved('2026-12-24')).toEqual([]);
  await chooseFromShortlist(other.firm, { shortlistId, choice: 'none', words: 'Too far away.' });
  expect(await other.unserved()).toMatchObject([{ refusedBy: null, isExpired: false }]);
});
