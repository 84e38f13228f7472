import { expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { makeNoteDesk } from '../../../../../test/factories/note-desk.ts';
import { expectWalls } from '../../../../../test/factories/walls.ts';
import { confirmNoteOpening } from './confirm-note-opening.ts';
import { readOpenedNotes } from './read-opened-notes.ts';

const app = await createTestApp();

// The state that refuses is the opening's: not confirmed yet, or over.
test('refuses to open anything before a second person confirms, to anybody else, or after a day', async () => {
  const { desk, manager, opening } = await makeNoteDesk(app);
  const { enrolmentId } = desk;
  const notFound = { code: 'not-found' };
  await expect(readOpenedNotes(manager, { enrolmentId })).rejects.toMatchObject(notFound);
  await confirmNoteOpening(desk.adviser, opening);
  await expectWalls(desk.world, readOpenedNotes, { enrolmentId });
  const another = await desk.world.ctxAs('manager');
  await expect(readOpenedNotes(another, { enrolmentId })).rejects.toMatchObject(notFound);
  expect(await readOpenedNotes(manager, { enrolmentId })).toHaveLength(1);
  expect(await desk.audited('read-opened-notes')).toHaveLength(1);
  const before = app.clock.now();
  app.clock.set('2026-11-26T12:00:00.000Z');
  await expect(readOpenedNotes(manager, { enrolmentId })).rejects.toMatchObject(notFound);
  app.clock.set(before);
});
