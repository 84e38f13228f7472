import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { readPrivateNotes } from './read-private-notes.ts';
import { writePrivateNote } from './write-private-note.ts';

const app = await createTestApp();

// A note has no state; one may be written at any time.
test('a note is stored sealed, and each reading by an adviser is recorded', async () => {
  const desk = await makeDesk(app);
  const { enrolmentId } = desk;
  const secret = 'The founders are about to part';
  const { noteId } = await writePrivateNote(desk.adviser, { enrolmentId, body: secret });
  const stored = await desk.read((tx) =>
    tx.selectFrom('private_note').select('body').where('id', '=', noteId).executeTakeFirstOrThrow(),
  );
  expect(stored.body).not.toContain('founders');
  const colleague = await desk.world.ctxAs('adviser');
  expect(await readPrivateNotes(colleague, { enrolmentId })).toMatchObject([
    { id: noteId, text: secret, author: desk.adviser.actor.name },
  ]);
  expect(await desk.audited('read-private-notes')).toMatchObject([
    { actor_id: colleague.actor.personId, changes: { notes: [noteId] } },
  ]);
});

test('managers, auditors, participants and outsiders neither read nor write them', async () => {
  const desk = await makeDesk(app);
  const { enrolmentId } = desk;
  const participant = await desk.world.ctxFor({ id: desk.enrolment.enterprise.lead?.id ?? '' });
  const others = [
    participant,
    await desk.world.ctxAs('manager'),
    await desk.world.ctxAs('auditor'),
    await desk.world.ctxAs('admin'),
  ];
  for (const other of others) {
    await expect(readPrivateNotes(other, { enrolmentId })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(writePrivateNote(other, { enrolmentId, body: 'x' })).rejects.toMatchObject({
      code: 'not-found',
    });
  }
  await expectWalls(desk, readPrivateNotes, { enrolmentId });
});
