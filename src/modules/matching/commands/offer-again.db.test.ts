import { expect, test } from 'vitest';
import { createTestApp, usualNow } from '../../../../test/factories/app.ts';
import { makeMatchingDesk } from '../../../../test/factories/matching-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { answerOffer } from './answer-offer.ts';
import { expireOffers } from './expire-offers.ts';
import { offerAgain } from './offer-again.ts';
import { offerMatch } from './offer-match.ts';

const app = await createTestApp();

test('asks with one button whoever let the time pass, with the words and the reason of the first time', async () => {
  app.clock.set(usualNow);
  const desk = await makeMatchingDesk(app);
  const first = await offerMatch(desk.adviser, {
    ...{ needId: desk.needId, mentorId: desk.second.id, remark: 'They are quick.' },
    overrideReason: 'Knows the trade.',
  });
  await expect(offerAgain(desk.adviser, { offerId: first.offerId })).rejects.toMatchObject({
    code: 'precondition',
  });
  app.clock.set('2026-12-02T10:00:00.000Z');
  await expireOffers(desk.world.systemCtx(), {});
  await expectWalls(desk.world, offerAgain, { offerId: first.offerId });
  const { offerId, answerBy } = await offerAgain(desk.adviser, { offerId: first.offerId });
  expect(answerBy > '2026-12-02').toBe(true);
  const rows = await desk.read((tx) =>
    tx
      .selectFrom('offer')
      .select(['id', 'state', 'remark', 'outline', 'override_reason', 'role'])
      .where('mentor_id', '=', desk.second.id)
      .orderBy('offered_at')
      .execute(),
  );
  const [before, again] = rows;
  expect(again).toEqual({ ...before, id: offerId, state: 'pending' });
  expect(await desk.audited('offer-again')).toMatchObject([
    { subject_id: offerId, changes: { again: first.offerId } },
  ]);
  await expect(offerAgain(desk.adviser, { offerId: first.offerId })).rejects.toThrow(
    /open offer for this need/,
  );
});

test('a no is settled with a reason, and not asked over with one button', async () => {
  app.clock.set(usualNow);
  const desk = await makeMatchingDesk(app);
  const { offerId } = await desk.offer();
  await answerOffer(desk.asMentor, { offerId, answer: 'decline', reason: 'too-far' });
  await expect(offerAgain(desk.adviser, { offerId })).rejects.toMatchObject({
    code: 'precondition',
  });
});
