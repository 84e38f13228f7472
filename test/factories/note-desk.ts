import { writePrivateNote } from '../../src/modules/enterprises/commands/write-private-note.ts';
import { askNoteOpening } from '../../src/modules/enterprises/note-openings/commands/ask-note-opening.ts';
import type { TestApp } from './app.ts';
import { makeDesk } from './enterprise-desk.ts';

/** A firm with one private note of its adviser, which a manager has asked to read. */
export async function makeNoteDesk(app: TestApp) {
  const desk = await makeDesk(app);
  const { enrolmentId } = desk;
  await writePrivateNote(desk.adviser, { enrolmentId, body: 'They may close in May' });
  const manager = await desk.world.ctxAs('manager');
  const reason = 'The adviser is ill and the firm rings about a complaint.';
  const opening = await askNoteOpening(manager, { enrolmentId, reason });
  return { desk, manager, reason, opening };
}
