import { expect, test } from 'vitest';
import { createTestApp, usualNow } from '../../../../test/factories/app.ts';
import { makeMatchingDesk } from '../../../../test/factories/matching-desk.ts';
import { answerOffer } from '../commands/answer-offer.ts';
import { offerMatch } from '../commands/offer-match.ts';
import { needsQueue } from '../queue/reads.ts';
import { offersOf } from './reads.ts';

const app = await createTestApp();
const page = { search: '', direction: 'desc' as const, page: 1, pageSize: 50, filters: {} };

test('open offers come first, the most urgent on top', async () => {
  const desk = await makeMatchingDesk(app, { places: 5 });
  const { offerId: answered } = await desk.offer();
  await answerOffer(desk.asMentor, { offerId: answered, answer: 'decline', reason: 'no-time' });
  const ask = async () => {
    const need = await desk.world.need({ area: 'finance' });
    const made = await offerMatch(desk.adviser, { needId: need.id, mentorId: desk.best.id });
    return made.offerId;
  };
  const urgent = await ask();
  app.clock.set('2026-11-26T10:00:00.000Z');
  const later = await ask();
  app.clock.set(usualNow);
  const { rows, total } = await desk.read((tx) =>
    offersOf(tx, desk.world.programme.id, { ...page, sort: 'due' }),
  );
  expect(rows.map((row) => row.id)).toEqual([urgent, later, answered]);
  expect(total).toBe(3);
});

test('a need leaves the queue with a match and says how far it has come before', async () => {
  const desk = await makeMatchingDesk(app);
  const queue = async () => {
    const { rows } = await desk.read((tx) =>
      needsQueue(
        tx,
        { id: desk.world.programme.id, introduction_days: 7 },
        { ...page, sort: 'age' },
        '2026-11-24',
      ),
    );
    return rows.map((row) => row.step);
  };
  expect(await queue()).toEqual(['waiting']);
  const { offerId } = await desk.offer();
  expect(await queue()).toEqual(['asked']);
  await answerOffer(desk.asMentor, { offerId, answer: 'accept' });
  expect(await queue()).toEqual([]);
});
