import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { ImportKind } from '../import/target-field.ts';

/** The people whom a list brought: its people or mentors themselves, or who belongs to its firms. */
export async function peopleOfRun(tx: Tx, runId: string, kind: ImportKind): Promise<string[]> {
  const person = {
    enterprises: sql`select x.person_id from enterprise_person x
      where x.org_id = i.org_id and x.enterprise_id = i.subject_id and x.to_on is null`,
    people: sql`select i.subject_id`,
    mentors: sql`select m.person_id from mentor m where m.org_id = i.org_id and m.id = i.subject_id`,
  }[kind];
  const found = await sql<{ id: string }>`
    select distinct x.person_id as id
    from import_row i
    cross join lateral (${person}) as x(person_id)
    where i.run_id = ${runId}::uuid and i.taken_at is not null and i.undone_at is null
      and i.subject_id is not null`.execute(tx);
  return found.rows.map(({ id }) => id);
}
