import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Change } from '../import/enterprise-changes.ts';
import type { UndoRefusal } from '../import/undo-rule.ts';

/** A record that a run made or changed, with all its rows of the run together. */
export interface UndoSubject {
  id: string;
  isMade: boolean;
  /** The record's version when the run had last written it. */
  version: number | null;
  /** What its rows changed, the latest first. */
  changes: Change[];
}

/** Why records stay, by id; a record that is not named was undone. */
export type Refusals = Map<string, UndoRefusal>;

/**
 * Whether the row `x` was made by the run. All that a batch writes bears the moment at which its rows were
 * taken, and nothing else does.
 */
export function madeByRun(
  column: 'created_at' | 'recorded_at' | 'granted_at',
  runId: string,
): RawBuilder<boolean> {
  return sql<boolean>`x.${sql.ref(column)} in (select i.taken_at from import_row i
    where i.run_id = ${runId}::uuid and i.taken_at is not null)`;
}

/** How many records a run made or changed. */
export async function countSubjects(tx: Tx, runId: string): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(distinct i.subject_id)::int as n from import_row i
    where i.run_id = ${runId}::uuid and i.taken_at is not null`.execute(tx);
  return found.rows[0]?.n ?? 0;
}

/** The next records of a run that nobody has looked at yet. */
export async function nextSubjects(tx: Tx, runId: string, most: number): Promise<UndoSubject[]> {
  const found = await sql<Omit<UndoSubject, 'changes'> & { changes: (Change[] | null)[] }>`
    select i.subject_id as id,
      bool_or(i.outcome = 'create' or i.decision = 'new') as "isMade",
      max(i.subject_version) as version,
      jsonb_agg(i.changes->'changes' order by i.taken_at desc, i.row_number desc) as changes
    from import_row i
    where i.run_id = ${runId}::uuid and i.subject_id is not null and i.taken_at is not null
      and i.undone_at is null and i.undo_refusal is null
    group by i.subject_id
    order by i.subject_id
    limit ${most}`.execute(tx);
  return found.rows.map((row) => ({ ...row, changes: row.changes.flatMap((one) => one ?? []) }));
}

/** Marks all rows of the records as undone, or as kept with the reason. */
export async function markUndone(
  tx: Tx,
  ctx: Ctx,
  runId: string,
  subjects: readonly UndoSubject[],
  refusals: Refusals,
): Promise<void> {
  const marks = subjects.map(({ id }) => ({ id, refusal: refusals.get(id) ?? null }));
  await sql`
    update import_row i
    set undo_refusal = r.refusal,
      undone_at = case when r.refusal is null then ${ctx.clock.now()}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) as r(id uuid, refusal text)
    where i.run_id = ${runId}::uuid and i.subject_id = r.id and i.taken_at is not null`.execute(tx);
}

/** How many rows were undone and how many stay. */
export async function countUndone(tx: Tx, runId: string) {
  const found = await sql<{ undone: number; kept: number }>`
    select count(*) filter (where i.undone_at is not null)::int as undone,
      count(*) filter (where i.undo_refusal is not null)::int as kept
    from import_row i
    where i.run_id = ${runId}::uuid`.execute(tx);
  return found.rows[0] ?? { undone: 0, kept: 0 };
}

/** Those whose record is as the run left it; the others get their reason. Locks the records. */
export async function untouched(
  tx: Tx,
  table: 'enterprise' | 'person' | 'mentor',
  subjects: readonly UndoSubject[],
  refusals: Refusals,
): Promise<UndoSubject[]> {
  const ids = subjects.map(({ id }) => id);
  const found = await sql<{ id: string; version: number }>`
    select x.id, x.version from ${sql.table(table)} x
    where x.id = any(${ids}::uuid[])
    order by x.id
    for update`.execute(tx);
  const versions = new Map(found.rows.map(({ id, version }) => [id, version]));
  return subjects.filter(({ id, version }) => {
    const now = versions.get(id);
    if (now === version) return true;
    refusals.set(id, now === undefined ? 'no-longer-there' : 'changed-since');
    return false;
  });
}
