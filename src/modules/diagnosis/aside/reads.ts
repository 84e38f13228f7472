import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { Aside } from './aside.ts';

/** What of a programme's Today is put aside, by row. */
export async function asidesOf(tx: Tx, programmeId: string): Promise<Map<string, Aside>> {
  const found = await sql<Aside>`
    select a.id, a.row_key as "rowKey", a.cause, a.until, a.reason, p.name as by, a.put_at as at
    from aside a
    left join person p on p.org_id = a.org_id and p.id = a.put_by
    where a.programme_id = ${programmeId}::uuid and a.ended_at is null
    order by a.until nulls last, a.put_at`.execute(tx);
  return new Map(found.rows.map((row) => [row.rowKey, row]));
}
