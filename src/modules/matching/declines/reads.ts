import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';

export interface SaidConflict {
  offerId: string;
  enrolmentId: string;
  enterprise: string;
  mentor: string;
  saidAt: string;
}

/** Declined offers in which a mentor spoke of a conflict of interest that nobody has confirmed or set aside. */
export async function saidConflicts(
  tx: Tx,
  programmeId: string,
  adviserId: string | null,
): Promise<SaidConflict[]> {
  const found = await sql<SaidConflict>`
    select o.id as "offerId", n.id as "enrolmentId", e.name as enterprise, p.name as mentor,
      o.answered_at as "saidAt"
    from offer o
    join need d on d.org_id = o.org_id and d.id = o.need_id
    join enrolment n on n.org_id = d.org_id and n.id = d.enrolment_id
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    join mentor m on m.org_id = o.org_id and m.id = o.mentor_id
    join person p on p.org_id = m.org_id and p.id = m.person_id
    where o.state = 'declined' and o.decline_reason = 'conflict' and o.decline_set_aside_at is null
      and n.programme_id = ${programmeId}::uuid
      ${adviserId === null ? sql`` : sql`and (n.adviser_id = ${adviserId}::uuid or n.adviser_id is null)`}
      and not exists (select 1 from mentor_conflict c where c.org_id = o.org_id
        and c.mentor_id = o.mentor_id and c.enterprise_id = n.enterprise_id
        and c.ended_at is null)
    order by o.answered_at, o.id
    limit 50`.execute(tx);
  return found.rows;
}
