import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { RematchSource } from '../rematch/rematch.ts';
import type { FitAnswer, FitSide } from './fit-check.ts';

export interface FitLine {
  id: string;
  side: FitSide;
  round: number;
  askedAt: string;
  answer: FitAnswer | null;
  note: string;
  answeredAt: string | null;
}

export interface FeedbackLine {
  id: string;
  occasion: 'third-session' | 'closure';
  askedAt: string;
  relation: number | null;
  outcome: number | null;
  note: string;
  answeredAt: string | null;
}

interface RematchLine {
  source: RematchSource;
  note: string;
  raisedAt: string;
  outcome: 'changed' | 'kept' | null;
  reason: string;
  settledAt: string | null;
}

/** How a match goes, as both sides said it, and whether it is to change; for staff only. */
export async function fitOfMatch(tx: Tx, matchId: string) {
  const found = await sql<{
    checks: FitLine[];
    feedback: FeedbackLine[];
    rematches: RematchLine[];
  }>`
    select
      coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'side', f.side, 'round', f.round,
          'askedAt', f.asked_at, 'answer', f.answer, 'note', f.note, 'answeredAt', f.answered_at)
          order by f.side, f.round desc)
        from fit_check f where f.match_id = ${matchId}::uuid), '[]') as checks,
      coalesce((select jsonb_agg(jsonb_build_object('id', b.id, 'occasion', b.occasion, 'askedAt', b.asked_at,
          'relation', b.relation, 'outcome', b.outcome, 'note', b.note, 'answeredAt', b.answered_at)
          order by b.asked_at)
        from mentor_feedback b where b.match_id = ${matchId}::uuid), '[]') as feedback,
      coalesce((select jsonb_agg(jsonb_build_object('source', r.source, 'note', r.note,
          'raisedAt', r.raised_at, 'outcome', r.outcome, 'reason', r.reason,
          'settledAt', r.settled_at) order by r.raised_at desc)
        from rematch r where r.match_id = ${matchId}::uuid), '[]') as rematches`.execute(tx);
  return found.rows[0] ?? { checks: [], feedback: [], rematches: [] };
}

export type FitOfMatch = Awaited<ReturnType<typeof fitOfMatch>>;

export interface OpenQuestion {
  kind: 'fit' | 'feedback';
  id: string;
  enrolmentId: string;
  other: string;
}

/** Questions that wait for a firm: whether it fits, and how it went. */
export async function questionsForEnterprises(
  tx: Tx,
  enterpriseIds: readonly string[],
): Promise<OpenQuestion[]> {
  const found = await sql<OpenQuestion>`
    select q.kind, q.id, n.id as "enrolmentId", p.name as other
    from (
      select f.org_id, f.match_id, f.id, 'fit' as kind, f.asked_at
      from fit_check f
      join match t on t.org_id = f.org_id and t.id = f.match_id and t.end_cause is null
      where f.side = 'enterprise' and f.answer is null
      union all
      select b.org_id, b.match_id, b.id, 'feedback', b.asked_at
      from mentor_feedback b
      where b.answered_at is null and not exists (select 1 from mentor_feedback c
        where c.org_id = b.org_id and c.match_id = b.match_id and c.asked_at > b.asked_at)) q
    join match t on t.org_id = q.org_id and t.id = q.match_id
    join enrolment n on n.org_id = t.org_id and n.id = t.enrolment_id
    join mentor m on m.org_id = t.org_id and m.id = t.mentor_id
    join person p on p.org_id = m.org_id and p.id = m.person_id
    where n.enterprise_id = any(${[...enterpriseIds]}::uuid[])
    order by q.asked_at, q.id
    limit 20`.execute(tx);
  return found.rows;
}

/** Questions whether it fits that wait for a mentor. */
export async function questionsForMentor(tx: Tx, mentorId: string): Promise<OpenQuestion[]> {
  const found = await sql<OpenQuestion>`
    select 'fit' as kind, f.id, n.id as "enrolmentId", e.name as other
    from fit_check f
    join match t on t.org_id = f.org_id and t.id = f.match_id and t.end_cause is null
    join enrolment n on n.org_id = t.org_id and n.id = t.enrolment_id
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    where t.mentor_id = ${mentorId}::uuid and f.side = 'mentor' and f.answer is null
    order by f.asked_at, f.id
    limit 20`.execute(tx);
  return found.rows;
}
