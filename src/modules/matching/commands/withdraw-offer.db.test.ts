import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeMatchingDesk } from '../../../../test/factories/matching-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { queueMail } from '../../../platform/mail/outbox.ts';
import { answerOffer } from './answer-offer.ts';
import { withdrawOffer } from './withdraw-offer.ts';

const app = await createTestApp();

test('frees the place; a letter that has not left is taken back', async () => {
  const desk = await makeMatchingDesk(app);
  const { offerId } = await desk.offer();
  await expectWalls(desk.world, withdrawOffer, { offerId, reason: 'The firm has closed.' });
  await withdrawOffer(desk.adviser, { offerId, reason: 'The firm has closed.' });
  expect(await desk.stateOf('offer', offerId)).toBe('withdrawn');
  expect(await desk.mails('offer')).toMatchObject([{ state: 'cancelled' }]);
  expect(await desk.mails('offer-withdrawn')).toEqual([]);
  expect(await desk.audited('withdraw-offer')).toMatchObject([
    { subject_id: offerId, reason: 'The firm has closed.' },
  ]);
  await expect(desk.offer()).resolves.toBeDefined();
});

test('a mentor who has the letter is told', async () => {
  const desk = await makeMatchingDesk(app);
  const { offerId } = await desk.offer();
  await app.database.tenant(desk.world.orgId, (tx) =>
    tx.updateTable('mail').set({ state: 'sent' }).where('about_id', '=', offerId).execute(),
  );
  await withdrawOffer(desk.adviser, { offerId, reason: 'Found nearer help.' });
  expect(await desk.mails('offer-withdrawn')).toMatchObject([
    { to_address: desk.best.person.email },
  ]);
});

test('a mentor who has the letter is told, though the reminder still waits', async () => {
  const desk = await makeMatchingDesk(app);
  const { offerId } = await desk.offer();
  await app.database.tenant(desk.world.orgId, async (tx) => {
    await tx.updateTable('mail').set({ state: 'sent' }).where('about_id', '=', offerId).execute();
    await queueMail(tx, desk.adviser, {
      to: { address: desk.best.person.email ?? '', name: desk.best.person.name },
      ...{ kind: 'offer-reminder', subject: 'A reminder', body: 'Please answer.' },
      about: ['offer', offerId],
    });
  });
  await withdrawOffer(desk.adviser, { offerId, reason: 'Found nearer help.' });
  expect(await desk.mails('offer-reminder')).toMatchObject([{ state: 'cancelled' }]);
  expect(await desk.mails('offer-withdrawn')).toMatchObject([
    { to_address: desk.best.person.email, state: 'queued' },
  ]);
});

test('an answered offer cannot be withdrawn', async () => {
  const desk = await makeMatchingDesk(app);
  const { offerId } = await desk.offer();
  await answerOffer(desk.asMentor, { offerId, answer: 'accept' });
  await expect(withdrawOffer(desk.adviser, { offerId, reason: 'Late' })).rejects.toMatchObject({
    code: 'precondition',
  });
});
