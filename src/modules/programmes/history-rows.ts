import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { HistoryEntry } from './history.ts';

/** What was changed of a programme's settings, the latest first, with who did it and why. One query. */
export async function historyOf(tx: Tx, programmeId: string): Promise<HistoryEntry[]> {
  const found = await sql<HistoryEntry>`
    select a.seq, a.at, a.action, a.changes, p.name as by,
      coalesce(r.text, a.reason) as reason
    from audit a
    left join audit_reason r on r.org_id = a.org_id and r.seq = a.seq
    left join person p on p.org_id = a.org_id and p.id = a.actor_id
    where a.subject_kind = 'programme' and a.subject_id = ${programmeId}::uuid
    order by a.seq desc
    limit 500`.execute(tx);
  return found.rows;
}
