import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeMatchingDesk } from '../../../../test/factories/matching-desk.ts';
import { makeMentorDesk } from '../../../../test/factories/mentor-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { makeMatch } from '../../../../test/factories/matches.ts';
import { retireMentor } from './retire-mentor.ts';

const app = await createTestApp();
const reason = 'Moves abroad';

test('a mentor without matches leaves, and does nothing afterwards', async () => {
  const { mentorId, ...desk } = await makeMentorDesk(app);
  await retireMentor(desk.own, { mentorId, reason });
  expect(await desk.row()).toMatchObject({ state: 'left' });
  expect(await desk.audited('retire-mentor')).toMatchObject([
    { subject_id: mentorId, changes: { state: ['live', 'left'] } },
  ]);
  await expect(retireMentor(desk.own, { mentorId, reason })).rejects.toMatchObject({
    code: 'precondition',
  });
});

test('refuses while an enterprise counts on the mentor, not after the match has ended', async () => {
  const { mentorId, ...desk } = await makeMentorDesk(app);
  await makeMatch(desk.world, { mentor: desk.mentor, from: '2026-01-19', to: '2026-06-01' });
  const running = await makeMatch(desk.world, { mentor: desk.mentor });
  await expect(retireMentor(desk.own, { mentorId, reason })).rejects.toThrow('1 match.');
  await app.database.tenant(desk.world.orgId, async (tx) => {
    await tx
      .updateTable('match')
      .set({ during: '[2026-11-09,2026-11-24)', end_cause: 'finished' })
      .where('id', '=', running.id)
      .execute();
  });
  await retireMentor(desk.own, { mentorId, reason });
});

test('takes back what they were asked, and tells the adviser', async () => {
  const desk = await makeMatchingDesk(app);
  const { offerId } = await desk.offer();
  await desk.sent(offerId);
  await retireMentor(desk.asMentor, { mentorId: desk.best.id, reason });
  expect(await desk.stateOf('offer', offerId)).toBe('withdrawn');
  expect(await desk.mails('offer-withdrawn')).toEqual([]);
  expect(await desk.mails('ask-ended')).toMatchObject([
    { person_id: desk.need.enrolment.adviserId },
  ]);
});

test('refuses outsiders and an empty reason', async () => {
  const { mentorId, ...desk } = await makeMentorDesk(app);
  await expectWalls(desk.world, retireMentor, { mentorId, reason });
  await expect(retireMentor(desk.own, { mentorId, reason: '' })).rejects.toMatchObject({
    fields: { reason: 'Say why the mentor leaves the panel.' },
  });
});
