import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx } from './context.ts';
import type { Tx } from './database.ts';

export interface AuditEntry {
  /** What it was done to: a table's name and the row's id. */
  subject: readonly [kind: string, id: string | null];
  /** Defaults to the command's name. */
  action?: string;
  reason?: string;
  /** Ids and codes only: no names or free text, so that erasure never breaks the chain. */
  changes?: Readonly<Record<string, unknown>>;
}

/** Appends one entry to the organisation's hash chain; locks the chain until the transaction ends. */
export async function appendAudit(
  tx: Tx,
  ctx: Pick<Ctx, 'actor' | 'clock'>,
  action: string,
  entry: AuditEntry,
): Promise<void> {
  const [kind, id] = entry.subject;
  await sql`select audit_append(${ctx.clock.now()}::timestamptz, ${ctx.actor.personId}::uuid,
    ${ctx.actor.kind}, ${entry.action ?? action}, ${kind}, ${id}::uuid,
    ${entry.reason ?? null}, ${JSON.stringify(entry.changes ?? {})}::jsonb)`.execute(tx);
}

export interface ChainFault {
  seq: number;
  why: string;
}

/** Recomputes the chain of the transaction's organisation; null when it is whole. Memory stays flat. */
export async function verifyAuditChain(
  tx: Tx,
): Promise<{ entries: number; fault: ChainFault | null }> {
  let previous = 'start';
  let seq = 0;
  for (;;) {
    const rows = await sql<{ seq: number; hash: string; previous_hash: string; text: string }>`
      select a.seq, a.hash, a.previous_hash,
        audit_text(a.previous_hash, a.org_id, a.seq, a.at, a.actor_id, a.actor_kind, a.action,
          a.subject_kind, a.subject_id, a.reason, a.changes) as text
      from audit a
      where a.seq > ${seq}
      order by a.seq
      limit 2000`.execute(tx);
    for (const row of rows.rows) {
      if (row.seq !== seq + 1)
        return { entries: seq, fault: { seq: seq + 1, why: 'an entry is missing' } };
      const hash = createHash('sha256').update(row.text).digest('hex');
      if (row.previous_hash !== previous || hash !== row.hash) {
        return { entries: seq, fault: { seq: row.seq, why: 'the entry was changed' } };
      }
      previous = row.hash;
      seq = row.seq;
    }
    if (rows.rows.length < 2000) break;
  }
  const head = await sql<{ seq: number; hash: string }>`
    select h.seq, h.hash from audit_head h`.execute(tx);
  const end = head.rows[0] ?? { seq: 0, hash: 'start' };
  const isWhole = end.seq === seq && end.hash === previous;
  return { entries: seq, fault: isWhole ? null : { seq: end.seq, why: 'the end was cut off' } };
}
