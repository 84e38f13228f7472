import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/factories/app.ts';
import { makeMentorDesk } from '../../../test/factories/mentor-desk.ts';
import { endings } from '../../../test/factories/endings.ts';
import { endPausesJob } from './jobs.ts';

const app = await createTestApp();

test('a pause ends by itself on the day it was to end, and one without a day does not', async () => {
  const named = await makeMentorDesk(app);
  const open = await makeMentorDesk(app);
  const reason = 'Holiday';
  await endings.pauseMentor(named.own, { mentorId: named.mentorId, reason, until: '2026-12-10' });
  await endings.pauseMentor(open.own, { mentorId: open.mentorId, reason });
  app.clock.set('2026-12-09T09:00:00.000Z');
  await endPausesJob.run(app, {});
  expect((await named.row()).state).toBe('paused');
  app.clock.set('2026-12-10T05:20:00.000Z');
  await endPausesJob.run(app, {});
  expect((await named.row()).state).toBe('live');
  expect((await open.row()).state).toBe('paused');
});
