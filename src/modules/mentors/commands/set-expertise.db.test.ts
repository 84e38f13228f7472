import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeMentorDesk } from '../../../../test/factories/mentor-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { setExpertise } from './set-expertise.ts';

const app = await createTestApp();

async function makeExpert() {
  const desk = await makeMentorDesk(app, { expertise: { finance: 4 } });
  const stored = () =>
    desk.read((tx) =>
      tx
        .selectFrom('mentor_expertise')
        .select(['area', 'level', 'evidence', 'topics'])
        .orderBy('area')
        .execute(),
    );
  return { ...desk, stored };
}

test('only staff can say that a strength is verified', async () => {
  const { mentorId, ...desk } = await makeExpert();
  const expertise = [
    { area: 'export', level: 3, evidence: 'verified', topics: ['customs'] },
  ] as const;
  const input = { mentorId, expertise: expertise.map((one) => ({ ...one, topics: ['customs'] })) };
  await setExpertise(desk.own, input);
  expect(await desk.stored()).toMatchObject([{ area: 'export', evidence: 'self-stated' }]);
  await setExpertise(desk.manager, input);
  expect(await desk.stored()).toMatchObject([{ evidence: 'verified', topics: ['customs'] }]);
  expect(await desk.audited('set-expertise')).toMatchObject([
    { changes: { expertise: [['export', 3]] } },
    { subject_id: mentorId },
  ]);
});

test('a mentor keeps the mark at the same level and loses it at another', async () => {
  const { mentorId, ...desk } = await makeExpert();
  await setExpertise(desk.own, { mentorId, expertise: [{ area: 'finance', level: 4 }] });
  expect(await desk.stored()).toMatchObject([{ level: 4, evidence: 'verified' }]);
  await setExpertise(desk.own, { mentorId, expertise: [{ area: 'finance', level: 5 }] });
  expect(await desk.stored()).toMatchObject([{ level: 5, evidence: 'self-stated' }]);
  await setExpertise(desk.own, { mentorId, expertise: [] });
  expect(await desk.stored()).toEqual([]);
});

test('refuses outsiders, an area that nobody knows, and a mentor who has left', async () => {
  const { mentorId, ...desk } = await makeExpert();
  const input = { mentorId, expertise: [{ area: 'legal' as const, level: 2 }] };
  await expectWalls(desk.world, setExpertise, input);
  await expect(
    setExpertise(desk.own, { mentorId, expertise: [{ area: 'astrology' as 'legal', level: 2 }] }),
  ).rejects.toMatchObject({ code: 'invalid' });
  await desk.set({ state: 'left' });
  await expect(setExpertise(desk.own, input)).rejects.toMatchObject({ code: 'precondition' });
});
