import { sql } from 'kysely';
import { newId } from '../../../kernel/ids.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Change } from '../import/enterprise-changes.ts';
import type { ImportCounts } from '../import/preview.ts';
import type { ImportRow } from '../import/import-context.ts';
import type { ImportKind } from '../import/target-field.ts';
import { type Clashes, inBatches, type PlannedRow, type TakenRow } from './planned-row.ts';

/** Keeps the cells of an uploaded list. */
export async function insertRows(
  tx: Tx,
  ctx: Ctx,
  runId: string,
  rows: readonly ImportRow[],
): Promise<void> {
  for (const batch of inBatches(rows, 2000)) {
    await sql`
      insert into import_row (org_id, run_id, row_number, cells)
      select ${ctx.orgId}::uuid, ${runId}::uuid, r.number, r.cells
      from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) as r(number integer, cells jsonb)`.execute(
      tx,
    );
  }
}

export async function rowsOfRun(tx: Tx, runId: string): Promise<ImportRow[]> {
  const rows = await tx
    .selectFrom('import_row')
    .select(['row_number as number', 'cells'])
    .where('run_id', '=', runId)
    .orderBy('row_number')
    .execute();
  return rows.map(({ number, cells }) => ({ number, cells: cells as string[] }));
}

/** Keeps what the check found for each row; choices made before are gone with it. */
export async function saveDecisions(
  tx: Tx,
  runId: string,
  planned: readonly PlannedRow<unknown>[],
): Promise<void> {
  const rows = planned.map(({ row, outcome, draft, subjectId, changes, problems }) => ({
    n: row,
    outcome,
    match_id: subjectId,
    changes: { draft, changes },
    problems,
  }));
  await sql`
    update import_row i
    set outcome = r.outcome, match_id = r.match_id, changes = r.changes, problems = r.problems,
      decision = null
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(n integer, outcome text, match_id uuid, changes jsonb, problems jsonb)
    where i.run_id = ${runId}::uuid and i.row_number = r.n`.execute(tx);
}

const isWaiting = sql`i.taken_at is null and (i.outcome in ('create', 'update')
  or (i.outcome = 'ask' and i.decision in ('merge', 'new')))`;

/** How many rows are to be written. */
export async function countWaiting(tx: Tx, runId: string): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from import_row i
    where i.run_id = ${runId}::uuid and ${isWaiting}`.execute(tx);
  return found.rows[0]?.n ?? 0;
}

/** The next rows to be written, in the file's order. */
export async function nextRows(tx: Tx, runId: string, most: number): Promise<TakenRow<unknown>[]> {
  const found = await sql<{
    row: number;
    outcome: 'create' | 'update' | 'ask';
    decision: string | null;
    matchId: string | null;
    changes: { draft: unknown; changes: Change[] };
  }>`
    select i.row_number as row, i.outcome, i.decision, i.match_id as "matchId", i.changes
    from import_row i
    where i.run_id = ${runId}::uuid and ${isWaiting}
    order by i.row_number
    limit ${most}`.execute(tx);
  return found.rows.map(({ row, outcome, decision, matchId, changes }) => {
    const isNew = outcome === 'create' || decision === 'new';
    return {
      row,
      outcome: isNew ? 'create' : 'update',
      draft: changes.draft,
      subjectId: decision === 'new' || matchId === null ? newId() : matchId,
      changes: changes.changes,
    };
  });
}

const tableOf = { enterprises: 'enterprise', people: 'person', mentors: 'mentor' } as const;

/** Marks rows as done; one that clashed is turned into a bad row with the reason. */
export async function markTaken(
  tx: Tx,
  ctx: Ctx,
  run: { id: string; kind: ImportKind },
  rows: readonly TakenRow<unknown>[],
  clashes: Clashes,
): Promise<void> {
  const marks = rows.map(({ row, subjectId }) => {
    const message = clashes.get(row);
    const problem = { row, column: null, code: 'conflicting-row', message, isRefusal: true };
    return message === undefined
      ? { n: row, subject_id: subjectId, outcome: null, problems: [] }
      : { n: row, subject_id: null, outcome: 'rejected', problems: [problem] };
  });
  await sql`
    update import_row i
    set taken_at = ${ctx.clock.now()}::timestamptz, subject_id = r.subject_id,
      subject_version = (select s.version from ${sql.table(tableOf[run.kind])} s where s.id = r.subject_id),
      outcome = coalesce(r.outcome, i.outcome), problems = i.problems || r.problems
    from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb)
      as r(n integer, subject_id uuid, outcome text, problems jsonb)
    where i.run_id = ${run.id}::uuid and i.row_number = r.n`.execute(tx);
}

/** The figures of a run as its rows stand: choices count as what they lead to. */
export async function countRun(tx: Tx, runId: string): Promise<ImportCounts> {
  const found = await sql<ImportCounts>`
    select count(*)::int as read,
      count(*) filter (where i.outcome = 'create' or (i.outcome = 'ask' and i.decision = 'new'))::int
        as created,
      count(*) filter (where i.outcome = 'update' or (i.outcome = 'ask' and i.decision = 'merge'))::int
        as updated,
      count(*) filter (where i.outcome = 'unchanged')::int as unchanged,
      count(*) filter (where i.outcome = 'not-known')::int as "notKnown",
      count(*) filter (where i.outcome = 'rejected' or (i.outcome = 'ask' and i.decision = 'skip'))::int
        as rejected,
      count(*) filter (where i.outcome = 'ask' and i.decision is null)::int as asked
    from import_row i
    where i.run_id = ${runId}::uuid`.execute(tx);
  const none = {
    read: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    notKnown: 0,
    rejected: 0,
    asked: 0,
  };
  return found.rows[0] ?? none;
}
