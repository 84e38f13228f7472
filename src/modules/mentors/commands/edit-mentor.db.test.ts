import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeMentorDesk } from '../../../../test/factories/mentor-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { editMentor } from './edit-mentor.ts';

const app = await createTestApp();
const profile: Omit<Parameters<typeof editMentor>[1], 'mentorId'> = {
  version: 1,
  headline: 'Has built two factories',
  story: '',
  roles: ['lead'],
  places: 2,
  minutesPerMonth: 480,
  languages: ['English', 'Punjabi'],
  meets: ['video'],
  authorityCodes: ['E08000026'],
  sectors: ['machines'],
  stages: ['growth'],
  sizes: ['small'],
  style: { T1: 4 },
  availability: [{ weekday: 1, from: '09:00', to: '12:00' }],
};

test('a mentor edits the own profile; staff see it', async () => {
  const { mentorId, ...desk } = await makeMentorDesk(app);
  await editMentor(desk.own, { mentorId, ...profile });
  expect(await desk.row()).toMatchObject({
    headline: 'Has built two factories',
    places: 2,
    meets: ['video'],
    style: { T1: 4 },
    availability: profile.availability,
    version: 2,
  });
  expect(await desk.audited('edit-mentor')).toMatchObject([
    { actor_id: desk.own.actor.personId, changes: { places: [4, 2] } },
  ]);
});

test('the second of two people who edit is shown what is stored', async () => {
  const { mentorId, ...desk } = await makeMentorDesk(app);
  await editMentor(desk.own, { mentorId, ...profile });
  await expect(editMentor(desk.manager, { mentorId, ...profile })).rejects.toMatchObject({
    code: 'conflict',
    details: { version: 2 },
  });
});

test('refuses outsiders, times that run backwards, no way to meet, and one who has left', async () => {
  const { mentorId, ...desk } = await makeMentorDesk(app);
  const input = { mentorId, ...profile };
  await expectWalls(desk.world, editMentor, input);
  await expect(
    editMentor(desk.own, {
      ...input,
      meets: [],
      availability: [{ weekday: 1, from: '12:00', to: '09:00' }],
    }),
  ).rejects.toMatchObject({
    fields: { meets: 'Choose at least one way to meet.', 'availability.0': expect.any(String) },
  });
  await desk.set({ state: 'left' });
  await expect(editMentor(desk.manager, input)).rejects.toMatchObject({ code: 'precondition' });
});
