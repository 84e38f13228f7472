import { notFound, precondition } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/database.ts';

/** The mentor, locked until the transaction ends. */
export async function mentorForUpdate(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('mentor')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('mentor');
  return row;
}

/** The same, refusing one who has left. */
export async function presentMentorForUpdate(tx: Tx, id: string) {
  const mentor = await mentorForUpdate(tx, id);
  if (mentor.state === 'left') throw precondition('This mentor has left the programme.');
  return mentor;
}
