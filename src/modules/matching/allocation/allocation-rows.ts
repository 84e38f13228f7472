import { sql } from 'kysely';
import { notFound, precondition } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { checkVersion } from '../../../platform/command.ts';
import { type EditKind, editsInForce, type LogEntry } from './allocation.ts';

/** The allocation, locked until the transaction ends. */
export async function allocationForUpdate(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('allocation')
    .select(['id', 'programme_id', 'state', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('allocation');
  return row;
}

/** Refuses a draft that is none any more, or that somebody else changed since it was looked at. */
export function checkDraft(row: { state: string; version: number }, expected: number): void {
  if (row.state === 'published') throw precondition('The letters of this allocation were sent.');
  if (row.state !== 'draft') throw precondition('This allocation was given up.');
  checkVersion(row, expected, 'allocation');
}

/** Every step of an allocation, oldest first. */
export async function logOf(tx: Tx, allocationId: string): Promise<LogEntry[]> {
  const rows = await sql<LogEntry>`
    select x.number, x.kind, x.need_id as "needId", x.mentor_id as "mentorId", x.amount, x.reason,
      x.made_by as "madeBy", x.made_at as "madeAt"
    from allocation_edit x
    where x.allocation_id = ${allocationId}::uuid
    order by x.number`.execute(tx);
  return rows.rows;
}

interface NewEntry {
  kind: EditKind | 'undo' | 'redo';
  needId?: string | null;
  mentorId?: string | null;
  amount?: number | null;
  reason?: string;
}

/** Adds a step to a locked draft and raises its version. */
export async function addEntry(
  tx: Tx,
  ctx: Ctx,
  allocation: { id: string; version: number },
  entry: NewEntry,
): Promise<{ number: number; version: number }> {
  const last = await tx
    .selectFrom('allocation_edit')
    .select((by) => by.fn.max('number').as('number'))
    .where('allocation_id', '=', allocation.id)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await tx
    .insertInto('allocation_edit')
    .values({
      org_id: ctx.orgId,
      allocation_id: allocation.id,
      number,
      kind: entry.kind,
      need_id: entry.needId ?? null,
      mentor_id: entry.mentorId ?? null,
      amount: entry.amount ?? null,
      reason: entry.reason ?? '',
      made_by: ctx.actor.personId,
      made_at: ctx.clock.now(),
    })
    .execute();
  const version = allocation.version + 1;
  await tx.updateTable('allocation').set({ version }).where('id', '=', allocation.id).execute();
  return { number, version };
}

/** What of an allocation's log holds now. */
export async function editsOf(tx: Tx, allocationId: string) {
  return editsInForce(await logOf(tx, allocationId));
}

/** What a published allocation keeps, locked until the transaction ends. */
export async function frozenForUpdate(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('allocation')
    .select(['id', 'programme_id', 'state', 'input', 'result', 'input_hash'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('allocation');
  return row;
}

/** One of the two files that a published allocation keeps, packed. */
export async function keptFile(
  tx: Tx,
  programmeId: string,
  id: string,
  file: 'input' | 'result',
): Promise<Uint8Array> {
  const row = await tx
    .selectFrom('allocation')
    .select(['input', 'result'])
    .where('id', '=', id)
    .where('programme_id', '=', programmeId)
    .executeTakeFirst();
  const packed = row?.[file];
  if (!packed) throw notFound('file');
  return packed;
}
