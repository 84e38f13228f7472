import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import { referencedIds } from './reference-rows.ts';
import { removeUnusedPeople } from './undo-people-step.ts';
import { madeByRun, type Refusals, type UndoSubject, untouched } from './undo-rows.ts';

/** Takes back mentors whom a run made and nobody has put to work; what it changed of others stays. */
export async function undoMentors(
  tx: Tx,
  runId: string,
  subjects: readonly UndoSubject[],
): Promise<Refusals> {
  const refusals: Refusals = new Map();
  for (const { id, isMade } of subjects) if (!isMade) refusals.set(id, 'mentor-updated');
  const made = subjects.filter(({ isMade }) => isMade);
  const mine = await untouched(tx, 'mentor', made, refusals);
  const used = await referencedIds(
    tx,
    'mentor',
    mine.map(({ id }) => id),
    { mentor_expertise: sql<boolean>`true` },
  );
  for (const id of used) refusals.set(id, 'in-use');
  const free = mine.filter(({ id }) => !used.has(id)).map(({ id }) => id);
  const people = await sql<{ id: string }>`
    delete from mentor m where m.id = any(${free}::uuid[])
    returning m.person_id as id`.execute(tx);
  const personIds = people.rows.map(({ id }) => id);
  await sql`delete from role_grant x where x.person_id = any(${personIds}::uuid[])
    and x.role = 'mentor' and ${madeByRun('granted_at', runId)}`.execute(tx);
  await removeUnusedPeople(tx, runId, personIds);
  return refusals;
}
