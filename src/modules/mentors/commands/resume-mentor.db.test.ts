import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeMentorDesk } from '../../../../test/factories/mentor-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { endings } from '../../../../test/factories/endings.ts';
import { resumeMentor } from './resume-mentor.ts';

const app = await createTestApp();

test('a paused mentor comes back before the day that was named', async () => {
  const { mentorId, ...desk } = await makeMentorDesk(app);
  await endings.pauseMentor(desk.own, { mentorId, until: '2027-01-04', reason: 'Ill' });
  await resumeMentor(desk.own, { mentorId });
  expect(await desk.row()).toMatchObject({
    state: 'live',
    paused_until: null,
    version: 3,
  });
  expect(await desk.audited('resume-mentor')).toMatchObject([
    { changes: { state: ['paused', 'live'] } },
  ]);
});

test('refuses outsiders and whoever is not paused', async () => {
  const { mentorId, ...desk } = await makeMentorDesk(app);
  await expect(resumeMentor(desk.own, { mentorId })).rejects.toMatchObject({
    code: 'precondition',
  });
  await endings.pauseMentor(desk.own, { mentorId, reason: 'Ill' });
  await expectWalls(desk.world, resumeMentor, { mentorId });
});
