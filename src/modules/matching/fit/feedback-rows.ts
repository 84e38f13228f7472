import { sql } from 'kysely';
import { notFound } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/database.ts';
import { heldSessions } from './fit-check-rows.ts';

/** From the third session on a firm can say how it goes; before, it is an impression. */
const sessionsBeforeFeedback = 3;

export interface DueFeedback {
  matchId: string;
  mentorName: string;
  enrolmentId: string;
  enterpriseId: string;
}

/** Running matches with enough sessions whose enterprise was not asked yet. */
export async function dueFeedback(tx: Tx, only: string | null = null): Promise<DueFeedback[]> {
  const found = await sql<DueFeedback>`
    select t.id as "matchId", p.name as "mentorName", n.id as "enrolmentId",
      n.enterprise_id as "enterpriseId"
    from match t
    join enrolment n on n.org_id = t.org_id and n.id = t.enrolment_id
    join mentor m on m.org_id = t.org_id and m.id = t.mentor_id
    join person p on p.org_id = m.org_id and p.id = m.person_id
    where t.end_cause is null and (${only}::uuid is null or t.id = ${only}::uuid)
      and ${heldSessions} >= ${sessionsBeforeFeedback}
      and not exists (select 1 from mentor_feedback b
        where b.org_id = t.org_id and b.match_id = t.id)
    order by t.id
    limit 500`.execute(tx);
  return found.rows;
}

/** Whether the two of a match have met at all; without it there is nothing to ask about. */
export async function haveMet(tx: Tx, matchId: string): Promise<boolean> {
  const found = await sql<{ met: boolean }>`
    select ${heldSessions} >= 1 as met from match t where t.id = ${matchId}::uuid`.execute(tx);
  return found.rows[0]?.met ?? false;
}

/** A question about a mentor with its match; with `locks` it is held until the transaction ends. */
export async function feedbackOf(tx: Tx, id: string, { locks }: { locks: boolean }) {
  const found = await sql<{
    id: string;
    matchId: string;
    occasion: 'third-session' | 'closure';
    isAnswered: boolean;
    programmeId: string;
    enrolmentId: string;
    enterpriseId: string;
    enterpriseName: string;
    mentorName: string;
  }>`
    select b.id, b.match_id as "matchId", b.occasion, b.answered_at is not null as "isAnswered",
      n.programme_id as "programmeId", n.id as "enrolmentId", n.enterprise_id as "enterpriseId",
      e.name as "enterpriseName", p.name as "mentorName"
    from mentor_feedback b
    join match t on t.org_id = b.org_id and t.id = b.match_id
    join enrolment n on n.org_id = t.org_id and n.id = t.enrolment_id
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    join mentor m on m.org_id = t.org_id and m.id = t.mentor_id
    join person p on p.org_id = m.org_id and p.id = m.person_id
    where b.id = ${id}::uuid
    ${locks ? sql`for update of b` : sql``}`.execute(tx);
  const row = found.rows[0];
  if (!row) throw notFound('feedback');
  return row;
}
