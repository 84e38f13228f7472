import { expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { expectWalls } from '../../../../../test/factories/walls.ts';
import { makeDesk } from '../../../../../test/factories/enterprise-desk.ts';
import { askNoteOpening } from './ask-note-opening.ts';

const app = await createTestApp();
const reason = 'The adviser is ill and the firm rings about a complaint.';

test('a manager asks with a reason, and those who could confirm have a letter', async () => {
  const desk = await makeDesk(app);
  const { world, enrolmentId } = desk;
  await expectWalls(world, askNoteOpening, { enrolmentId, reason });
  const manager = await world.ctxAs('manager');
  await expect(askNoteOpening(manager, { enrolmentId, reason: 'Curious' })).rejects.toMatchObject({
    fields: { reason: expect.any(String) },
  });
  await askNoteOpening(manager, { enrolmentId, reason });
  const letters = await desk.read((tx) =>
    tx.selectFrom('mail').select(['kind', 'person_id', 'body']).execute(),
  );
  const recipients = letters.map((letter) => letter.person_id);
  expect(recipients).toContain(desk.adviser.actor.personId);
  expect(recipients).not.toContain(manager.actor.personId);
  expect(letters[0]?.body).toContain(reason);
  expect(await desk.audited('ask-note-opening')).toHaveLength(1);
});

test('asked once is enough, and the reason is not in the audit', async () => {
  const desk = await makeDesk(app);
  const manager = await desk.world.ctxAs('manager');
  await askNoteOpening(manager, { enrolmentId: desk.enrolmentId, reason });
  await expect(
    askNoteOpening(manager, { enrolmentId: desk.enrolmentId, reason }),
  ).rejects.toMatchObject({ code: 'conflict' });
  const [entry] = await desk.audited('ask-note-opening');
  expect(JSON.stringify(entry)).not.toContain('complaint');
});

test('nothing can be asked where nobody else could confirm', async () => {
  const desk = await makeDesk(app);
  const admin = await desk.world.ctxAs('admin');
  await desk.write((tx) =>
    tx
      .updateTable('role_grant')
      .set({ ended_at: app.clock.now() })
      .where('person_id', '<>', admin.actor.personId ?? '')
      .execute(),
  );
  await expect(
    askNoteOpening(admin, { enrolmentId: desk.enrolmentId, reason }),
  ).rejects.toMatchObject({ code: 'precondition' });
});
