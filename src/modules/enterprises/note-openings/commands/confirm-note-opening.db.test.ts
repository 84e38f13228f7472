import { expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { makeNoteDesk } from '../../../../../test/factories/note-desk.ts';
import { expectWalls } from '../../../../../test/factories/walls.ts';
import { confirmNoteOpening } from './confirm-note-opening.ts';
import { readOpenedNotes } from './read-opened-notes.ts';

const app = await createTestApp();

test('notes open to whoever asked when a second person confirms, and their author is told why', async () => {
  const { desk, manager, opening, reason } = await makeNoteDesk(app);
  const { enrolmentId } = desk;
  await expectWalls(desk.world, confirmNoteOpening, opening);
  await expect(confirmNoteOpening(manager, opening)).rejects.toThrow('yourself');
  await confirmNoteOpening(await desk.world.ctxAs('admin'), opening);
  expect(await readOpenedNotes(manager, { enrolmentId })).toMatchObject([
    { text: 'They may close in May' },
  ]);
  const told = await desk.read((tx) =>
    tx
      .selectFrom('mail')
      .select(['person_id', 'body'])
      .where('kind', '=', 'notes-opened')
      .execute(),
  );
  expect(told).toEqual([
    { person_id: desk.adviser.actor.personId, body: expect.stringContaining(reason) },
  ]);
  expect(await desk.audited('confirm-note-opening')).toHaveLength(1);
});

test('a request is answered once, and never past the command by whoever asked', async () => {
  const { desk, manager, opening } = await makeNoteDesk(app);
  const forced = desk.write((tx) =>
    tx
      .updateTable('note_opening')
      .set({ state: 'confirmed', answered_by: manager.actor.personId, open_until: app.clock.now() })
      .where('id', '=', opening.openingId)
      .execute(),
  );
  await expect(forced).rejects.toThrow('note_opening_second_person');
  await confirmNoteOpening(desk.adviser, opening);
  await expect(confirmNoteOpening(desk.adviser, opening)).rejects.toMatchObject({
    code: 'precondition',
  });
});
