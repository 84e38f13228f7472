import { sql } from 'kysely';
import { notFound } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/database.ts';

/** One request to correct a frozen figure, with its answer. */
export interface CorrectionRow {
  id: string;
  kind: string;
  before: number;
  amount: number;
  reason: string;
  askedBy: string;
  askedByName: string;
  askedAt: string;
  answeredByName: string | null;
  answeredAt: string | null;
  isAgreed: boolean | null;
  answer: string | null;
}

/** Requests to correct the baseline of an enrolment, newest first. */
export async function correctionsOf(tx: Tx, enrolmentId: string): Promise<CorrectionRow[]> {
  const found = await sql<CorrectionRow>`
    select c.id, c.kind, c.before, c.amount, c.reason, c.asked_by as "askedBy",
      a.name as "askedByName", c.asked_at as "askedAt", b.name as "answeredByName",
      c.answered_at as "answeredAt", c.is_agreed as "isAgreed", c.answer
    from baseline_correction c
    join person a on a.org_id = c.org_id and a.id = c.asked_by
    left join person b on b.org_id = c.org_id and b.id = c.answered_by
    where c.enrolment_id = ${enrolmentId}::uuid
    order by c.asked_at desc, c.id desc`.execute(tx);
  return found.rows;
}

/** The frozen figures with their row locked; "not found" when nothing is frozen. */
export async function frozenForUpdate(tx: Tx, enrolmentId: string) {
  const row = await tx
    .selectFrom('baseline')
    .select('figures')
    .where('enrolment_id', '=', enrolmentId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('baseline');
  return row.figures as { kind: string; amount: number; currency: string | null }[];
}
