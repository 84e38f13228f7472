import { createHash, createHmac, hkdfSync } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx } from './context.ts';
import type { Tx } from './database.ts';

export interface AuditEntry {
  /** What it was done to: a table's name and the row's id. */
  subject: readonly [kind: string, id: string | null];
  /** Defaults to the command's name. */
  action?: string;
  /** What somebody wrote: kept beside the chain, which holds only its hash. */
  reason?: string;
  /** Ids and codes only: no names or free text, so that erasure never breaks the chain. */
  changes?: Readonly<Record<string, unknown>>;
}

interface Keeper {
  readonly orgId: string;
  readonly app: Pick<Ctx['app'], 'secret'>;
}

/** Appends one entry to the organisation's chain, sealed with its key; locks the chain until the transaction ends. */
export async function appendAudit(
  tx: Tx,
  ctx: Pick<Ctx, 'actor' | 'clock'> & Keeper,
  action: string,
  entry: AuditEntry,
): Promise<void> {
  const [kind, id] = entry.subject;
  const reasonHash = entry.reason === undefined ? null : hashOf(entry.reason);
  const values = sql`${ctx.clock.now()}::timestamptz, ${ctx.actor.personId}::uuid, ${ctx.actor.kind},
    ${entry.action ?? action}, ${kind}, ${id}::uuid`;
  const changes = JSON.stringify(entry.changes ?? {});
  const begun = await sql<{ seq: number; keyedFrom: number; text: string }>`
    select b.seq, b.keyed_from as "keyedFrom", b.text
    from audit_begin(${values}, ${reasonHash}, ${changes}::jsonb) b`.execute(tx);
  const [next] = begun.rows;
  if (next === undefined) throw new Error('the audit chain could not be opened');
  const hash = sealOf(ctx, next.text);
  const mac = headSeal(ctx, { ...next, hash });
  await sql`select audit_append_keyed(${next.seq}, ${values}, ${entry.reason ?? null}, ${reasonHash},
    ${changes}::jsonb, ${hash}, ${next.keyedFrom}, ${mac})`.execute(tx);
}

export interface ChainFault {
  seq: number;
  why: string;
}

interface Row {
  seq: number;
  form: number;
  hash: string;
  previousHash: string;
  plain: string;
  keyed: string;
  reason: string | null;
  reasonHash: string | null;
}

interface Head {
  seq: number;
  hash: string;
  keyedFrom: number | null;
  mac: string | null;
}

export interface ChainEnd {
  readonly seq: number;
  readonly hash: string;
}

interface Verdict {
  entries: number;
  fault: ChainFault | null;
  /** The last entry, to be kept outside: a chain that was cut and sealed anew does not pass through it. */
  end: ChainEnd;
}

/**
 * Recomputes the chain of the transaction's organisation; no fault when it is whole. With `witness`, an end that was
 * kept outside, the chain must also pass through it. Read in parts, so that memory stays flat.
 */
export async function verifyAuditChain(
  tx: Tx,
  keeper: Keeper,
  { witness, partSize = 2000 }: { witness?: ChainEnd | undefined; partSize?: number } = {},
): Promise<Verdict> {
  const head = await headOf(tx);
  let end: ChainEnd = { seq: 0, hash: 'start' };
  const fault = (seq: number, why: string): Verdict => ({
    ...{ entries: end.seq, fault: { seq, why }, end },
  });
  for (;;) {
    const rows = await rowsAfter(tx, end.seq, partSize);
    for (const row of rows) {
      if (row.seq !== end.seq + 1) return fault(end.seq + 1, 'an entry is missing');
      if (!isUntouched(keeper, row, end, head)) return fault(row.seq, 'the entry was changed');
      end = { seq: row.seq, hash: row.hash };
      if (witness?.seq === end.seq && witness.hash !== end.hash) {
        return fault(end.seq, 'the chain was written anew after its end was noted');
      }
    }
    if (rows.length < partSize) break;
  }
  if (head.seq !== end.seq || head.hash !== end.hash) return fault(head.seq, 'the end was cut off');
  if (end.seq > 0 && head.mac === null) return fault(end.seq, 'the end is not sealed');
  if (head.mac !== null && head.mac !== headSeal(keeper, head)) {
    return fault(end.seq, 'the end was sealed with another key, or put back');
  }
  if (witness !== undefined && witness.seq > end.seq) {
    return fault(witness.seq, 'the end was cut off');
  }
  return { entries: end.seq, fault: null, end };
}

/**
 * Seals the end of a chain that was made before there was a key, once; called when the server starts. From then on an
 * end without a seal is a fault.
 */
export async function sealOldChain(tx: Tx, keeper: Keeper): Promise<boolean> {
  const head = await headOf(tx);
  if (head.seq === 0 || head.mac !== null) return false;
  const keyedFrom = head.seq + 1;
  const mac = headSeal(keeper, { ...head, keyedFrom });
  const done = await sql<{ sealed: boolean | null }>`
    select audit_seal_head(${head.seq}, ${keyedFrom}, ${mac}) as sealed`.execute(tx);
  return done.rows[0]?.sealed === true;
}

async function rowsAfter(tx: Tx, seq: number, partSize: number): Promise<Row[]> {
  const found = await sql<Row>`
    select a.seq, a.form, a.hash, a.previous_hash as "previousHash", a.reason_hash as "reasonHash",
      r.text as reason,
      audit_text(a.previous_hash, a.org_id, a.seq, a.at, a.actor_id, a.actor_kind, a.action,
        a.subject_kind, a.subject_id, a.reason, a.changes) as plain,
      audit_text_keyed(a.previous_hash, a.org_id, a.seq, a.at, a.actor_id, a.actor_kind, a.action,
        a.subject_kind, a.subject_id, a.reason_hash, a.changes) as keyed
    from audit a
    left join audit_reason r on r.org_id = a.org_id and r.seq = a.seq
    where a.seq > ${seq}
    order by a.seq
    limit ${partSize}`.execute(tx);
  return found.rows;
}

async function headOf(tx: Tx): Promise<Head> {
  const found = await sql<Head>`
    select h.seq, h.hash, h.keyed_from as "keyedFrom", h.mac from audit_head h`.execute(tx);
  return found.rows[0] ?? { seq: 0, hash: 'start', keyedFrom: null, mac: null };
}

function isUntouched(keeper: Keeper, row: Row, before: ChainEnd, head: Head): boolean {
  if (row.previousHash !== before.hash) return false;
  const isKeyed = head.keyedFrom !== null && row.seq >= head.keyedFrom;
  if (!isKeyed) return row.form === 1 && row.hash === hashOf(row.plain);
  // A text that was erased is no fault; one that says something else is.
  if (row.reason !== null && hashOf(row.reason) !== row.reasonHash) return false;
  return row.form === 2 && row.hash === sealOf(keeper, row.keyed);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function sealOf(keeper: Keeper, text: string): string {
  return createHmac('sha256', keyOf(keeper)).update(text).digest('hex');
}

function headSeal(
  keeper: Keeper,
  head: { seq: number; hash: string; keyedFrom: number | null },
): string {
  return sealOf(
    keeper,
    JSON.stringify(['head', keeper.orgId, head.seq, head.hash, head.keyedFrom]),
  );
}

const keys = new Map<string, Buffer>();

function keyOf({ app, orgId }: Keeper): Buffer {
  const name = `${app.secret}|${orgId}`;
  let key = keys.get(name);
  if (!key) {
    key = Buffer.from(hkdfSync('sha256', app.secret, orgId, 'espalier audit chain', 32));
    keys.set(name, key);
  }
  return key;
}
