import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar.ts';
import type { Tx } from '../../../platform/database.ts';
import { contractNoticeDays, longPauseDays } from './rematch.ts';

/**
 * Running matches whose mentor is paused for long or without end, or whose contract ends soon. What staff decided to
 * keep is not raised again.
 */
export async function matchesOfAwayMentors(
  tx: Tx,
  today: CalendarDate,
  only: string | null = null,
): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select t.id
    from match t
    join mentor m on m.org_id = t.org_id and m.id = t.mentor_id
    where t.end_cause is null and (${only}::uuid is null or t.id = ${only}::uuid)
      and (m.state = 'left'
        or (m.state = 'paused' and (m.paused_until is null
          or m.paused_until > ${today}::date + ${longPauseDays}::int))
        or m.contract_to < ${today}::date + ${contractNoticeDays}::int)
      and not exists (select 1 from rematch r where r.org_id = t.org_id and r.match_id = t.id
        and (r.settled_at is null or r.source = 'mentor-away'))
    order by t.id
    limit 500`.execute(tx);
  return found.rows.map((row) => row.id);
}
