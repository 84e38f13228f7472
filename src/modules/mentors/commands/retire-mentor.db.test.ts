import { expect, test } from 'vitest';
import { newId } from '../../../kernel/ids.ts';
import { createTestApp } from '../../../../test/factories/app.ts';
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

test('refuses while an offer waits for an answer', async () => {
  const { mentorId, ...desk } = await makeMentorDesk(app);
  const need = await desk.world.need();
  await app.database.tenant(desk.world.orgId, async (tx) => {
    await tx
      .insertInto('offer')
      .values({
        org_id: desk.world.orgId,
        id: newId(),
        need_id: need.id,
        mentor_id: mentorId,
        role: 'specialist',
        state: 'pending',
        offered_at: app.clock.now(),
        answer_by: '2026-12-01T17:00:00.000Z',
      })
      .execute();
  });
  await expect(retireMentor(desk.manager, { mentorId, reason })).rejects.toThrow('An offer waits');
});

test('refuses outsiders and an empty reason', async () => {
  const { mentorId, ...desk } = await makeMentorDesk(app);
  await expectWalls(desk.world, retireMentor, { mentorId, reason });
  await expect(retireMentor(desk.own, { mentorId, reason: '' })).rejects.toMatchObject({
    fields: { reason: 'Say why, in a few words.' },
  });
});
