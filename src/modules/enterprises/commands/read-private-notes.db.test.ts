import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { readPrivateNotes } from './read-private-notes.ts';
import { writePrivateNote } from './write-private-note.ts';

const app = await createTestApp();

// Reading has no state that could refuse it.
test('notes of one enterprise only, the newest first', async () => {
  const desk = await makeDesk(app);
  const { enrolmentId } = desk;
  const other = await desk.world.enrolment();
  await writePrivateNote(desk.adviser, { enrolmentId: other.id, body: 'About another firm' });
  await writePrivateNote(desk.adviser, { enrolmentId, body: 'First' });
  app.clock.set('2026-11-25T10:00:00.000Z');
  await writePrivateNote(desk.adviser, { enrolmentId, body: 'Second' });
  app.clock.set('2026-11-24T10:00:00.000Z');
  const notes = await readPrivateNotes(desk.adviser, { enrolmentId });
  expect(notes.map((note) => note.text)).toEqual(['Second', 'First']);
  expect(await desk.audited('read-private-notes')).toHaveLength(1);
  await expectWalls(desk, readPrivateNotes, { enrolmentId });
});
