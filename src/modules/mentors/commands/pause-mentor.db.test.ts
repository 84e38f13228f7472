import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeMentorDesk } from '../../../../test/factories/mentor-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { pauseMentor } from './pause-mentor.ts';

const app = await createTestApp();
const reason = 'On a long journey';

test('a live mentor pauses until a day; the reason is not in the audit log', async () => {
  const { mentorId, ...desk } = await makeMentorDesk(app);
  await pauseMentor(desk.own, { mentorId, until: '2027-01-04', reason });
  expect(await desk.row()).toMatchObject({
    state: 'paused',
    paused_until: '2027-01-04',
    pause_reason: reason,
  });
  const audited = await desk.audited('pause-mentor');
  expect(audited).toMatchObject([{ changes: { state: ['live', 'paused'], until: '2027-01-04' } }]);
  expect(JSON.stringify(audited)).not.toContain(reason);
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
