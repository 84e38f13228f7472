import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeMatchingDesk } from '../../../../test/factories/matching-desk.ts';
import { makeMentorDesk } from '../../../../test/factories/mentor-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { pauseMentor } from './pause-mentor.ts';

const app = await createTestApp();
const reason = 'On a long journey';

test('a live mentor pauses until a day; the reason is kept beside the audit chain, never in it', async () => {
  const { mentorId, ...desk } = await makeMentorDesk(app);
  await pauseMentor(desk.own, { mentorId, until: '2027-01-04', reason });
  expect(await desk.row()).toMatchObject({
    state: 'paused',
    paused_until: '2027-01-04',
  });
  const audited = await desk.audited('pause-mentor');
  expect(audited).toMatchObject([
    { reason, changes: { state: ['live', 'paused'], until: '2027-01-04' } },
  ]);
  expect(JSON.stringify(audited[0]?.changes)).not.toContain(reason);
});

test('what they were asked is taken back; a long pause brings up their matches', async () => {
  const desk = await makeMatchingDesk(app, { places: 3 });
  const { offerId } = await desk.offer();
  const match = await desk.world.match({ mentor: desk.best });
  await desk.sent(offerId);
  await pauseMentor(await desk.world.ctxAs('manager'), { mentorId: desk.best.id, reason });
  expect(await desk.stateOf('offer', offerId)).toBe('withdrawn');
  expect(await desk.mails('offer-withdrawn')).toHaveLength(1);
  expect(await desk.mails('ask-ended')).toHaveLength(1);
  const raised = await desk.read((tx) => tx.selectFrom('rematch').selectAll().execute());
  expect(raised).toMatchObject([{ match_id: match.id, source: 'mentor-away', outcome: null }]);
});

test('refuses outsiders, a pause that ends today, and whoever is not live', async () => {
  const { mentorId, ...desk } = await makeMentorDesk(app);
  await expectWalls(desk.world, pauseMentor, { mentorId, reason });
  await expect(
    pauseMentor(desk.own, { mentorId, until: '2026-11-24', reason }),
  ).rejects.toMatchObject({ fields: { until: 'The pause must end after today.' } });
  for (const state of ['appointed', 'inducted', 'paused', 'left']) {
    await desk.set({ state });
    await expect(pauseMentor(desk.own, { mentorId, reason }), state).rejects.toMatchObject({
      code: 'precondition',
    });
  }
});
