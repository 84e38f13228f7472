import { expect, test } from 'vitest';
import { createTestApp, usualNow } from '../../../../test/factories/app.ts';
import { makeMatchingDesk } from '../../../../test/factories/matching-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { lateYesesOf } from '../asks/reads.ts';
import { expireOffers } from './expire-offers.ts';
import { offerAgain } from './offer-again.ts';
import { sayLateYes } from './say-late-yes.ts';

const app = await createTestApp();

async function passed() {
  app.clock.set(usualNow);
  const desk = await makeMatchingDesk(app);
  const { offerId } = await desk.offer();
  app.clock.set('2026-12-02T10:00:00.000Z');
  await expireOffers(desk.world.systemCtx(), {});
  const waiting = () => desk.read((tx) => lateYesesOf(tx, desk.world.programme.id, null));
  return { ...desk, offerId, waiting };
}

test('the adviser is told, and it stands in Today until the mentor is asked again', async () => {
  const desk = await passed();
  await expectWalls(desk.world, sayLateYes, { offerId: desk.offerId });
  expect(await desk.waiting()).toEqual([]);
  await sayLateYes(desk.asMentor, { offerId: desk.offerId });
  const [letter] = await desk.mails('late-yes');
  expect(letter).toMatchObject({ person_id: desk.need.enrolment.adviserId });
  expect(letter?.body).toContain(`/offers/${desk.offerId}`);
  expect(await desk.waiting()).toMatchObject([{ offerId: desk.offerId }]);
  expect(await desk.audited('say-late-yes')).toMatchObject([
    { subject_id: desk.offerId, changes: { lateYes: true } },
  ]);
  await expect(sayLateYes(desk.asMentor, { offerId: desk.offerId })).rejects.toMatchObject({
    code: 'precondition',
  });
  await offerAgain(desk.adviser, { offerId: desk.offerId });
  expect(await desk.waiting()).toEqual([]);
});

test('an offer that still waits is answered and not wished for', async () => {
  app.clock.set(usualNow);
  const desk = await makeMatchingDesk(app);
  const { offerId } = await desk.offer();
  await expect(sayLateYes(desk.asMentor, { offerId })).rejects.toMatchObject({
    code: 'precondition',
  });
});

test('a need that is closed by then takes nobody', async () => {
  const desk = await passed();
  await app.database.tenant(desk.world.orgId, (tx) =>
    tx
      .updateTable('need')
      .set({ state: 'closed', closed_on: '2026-12-01', result: 'met' })
      .where('id', '=', desk.needId)
      .execute(),
  );
  await expect(sayLateYes(desk.asMentor, { offerId: desk.offerId })).rejects.toThrow(
    /settled itself/,
  );
});
