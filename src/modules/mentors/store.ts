import { sql } from 'kysely';
import { notFound, precondition } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/database.ts';
import type { Actor } from '../../platform/permission.ts';
import { type Reach, reachOf } from '../programmes/reach/reads.ts';
import { worksWithin } from './reads.ts';

/** The mentor, locked until the transaction ends; "not found" for one who works only beyond the actor's reach. */
export async function mentorForUpdate(tx: Tx, actor: Actor, id: string) {
  const row = await tx
    .selectFrom('mentor')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('mentor');
  const reach = reachOf(actor);
  if (row.id !== actor.mentorId && reach !== null && !(await isReached(tx, id, reach))) {
    throw notFound('mentor');
  }
  return row;
}

/** The same, refusing one who has left. */
export async function presentMentorForUpdate(tx: Tx, actor: Actor, id: string) {
  const mentor = await mentorForUpdate(tx, actor, id);
  if (mentor.state === 'left') throw precondition('This mentor has left the programme.');
  return mentor;
}

async function isReached(tx: Tx, id: string, reach: Reach): Promise<boolean> {
  const found = await sql<{ id: string }>`
    select m.id from mentor m where m.id = ${id}::uuid and ${worksWithin(reach)}`.execute(tx);
  return found.rows.length > 0;
}

/** Whether the person is a mentor of the whole organisation, not of some programmes only. */
export async function isForEverybody(tx: Tx, personId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('role_grant')
    .select('id')
    .where('person_id', '=', personId)
    .where('role', '=', 'mentor')
    .where('programme_id', 'is', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}
