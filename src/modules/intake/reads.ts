import { sql } from 'kysely';
import { notFound } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/database.ts';
import type { ColumnMapping } from './import/column-map.ts';
import type { Change } from './import/enterprise-changes.ts';
import type { ImportCounts } from './import/preview.ts';
import type { Problem } from './import/problem.ts';
import type { UndoRefusal } from './import/undo-rule.ts';
import type { ImportKind } from './import/target-field.ts';
import type { RunFormat } from './store.ts';

export type RunState =
  | 'uploaded'
  | 'mapped'
  | 'checking'
  | 'checked'
  | 'taking'
  | 'done'
  | 'failed'
  | 'abandoned'
  | 'undoing'
  | 'undone';

/** The imports of a programme, newest first. */
export async function importRuns(tx: Tx, programmeId: string) {
  const rows = await sql<{
    id: string;
    kind: ImportKind;
    fileName: string;
    state: RunState;
    total: number;
    counts: Partial<ImportCounts>;
    startedBy: string | null;
    createdAt: string;
  }>`
    select r.id, r.kind, r.file_name as "fileName", r.state, r.total, r.counts,
      p.name as "startedBy", r.created_at as "createdAt"
    from import_run r
    left join person p on p.org_id = r.org_id and p.id = r.started_by
    where r.programme_id = ${programmeId}::uuid and r.state <> 'abandoned'
    order by r.created_at desc, r.id
    limit 200`.execute(tx);
  return rows.rows;
}

/** One import of a programme. */
export async function importRun(tx: Tx, programmeId: string, id: string) {
  const row = await tx
    .selectFrom('import_run')
    .select([
      'id',
      'file_id as fileId',
      'kind',
      'file_name as fileName',
      'sheet',
      'headers',
      'format',
      'mapping',
      'state',
      'total',
      'progress',
      'counts',
      'failure',
      'version',
      'created_at as createdAt',
      'finished_at as finishedAt',
    ])
    .where('id', '=', id)
    .where('programme_id', '=', programmeId)
    .executeTakeFirst();
  if (!row) throw notFound('import');
  return {
    ...row,
    kind: row.kind as ImportKind,
    state: row.state as RunState,
    headers: row.headers as string[],
    mapping: row.mapping as ColumnMapping,
    format: row.format as unknown as RunFormat,
    counts: row.counts as Partial<ImportCounts & { undone: number; kept: number }>,
  };
}

export type ImportRunView = Awaited<ReturnType<typeof importRun>>;

/** The first rows of a list as they came, for guessing and for sample values. */
export async function sampleRows(tx: Tx, runId: string, most = 50) {
  const rows = await tx
    .selectFrom('import_row')
    .select(['row_number as number', 'cells'])
    .where('run_id', '=', runId)
    .orderBy('row_number')
    .limit(most)
    .execute();
  return rows.map(({ number, cells }) => ({ number, cells: cells as string[] }));
}

/** Whether the run kept what became of its rows; one from the command line did not. */
export async function keptRows(tx: Tx, runId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('import_row')
    .select('row_number')
    .where('run_id', '=', runId)
    .where('subject_version', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export interface PreviewLine {
  row: number;
  outcome: string | null;
  decision: string | null;
  name: string | null;
  firstCell: string | null;
  changes: Change[];
  /** What a new record would hold. */
  draft: Record<string, unknown> | null;
  problems: Problem[];
  isUndone: boolean;
  undoRefusal: UndoRefusal | null;
}

export interface PreviewQuery {
  search: string;
  page: number;
  pageSize: number;
  filters: Readonly<Record<string, string>>;
}

function narrowed(runId: string, query: PreviewQuery) {
  const { outcome = null, problem = null, undo = null } = query.filters;
  return sql`i.run_id = ${runId}::uuid
    and (${outcome}::text is null or i.outcome = ${outcome})
    and (${undo}::text is null or ${undo} = case when i.undo_refusal is not null then 'kept'
      when i.undone_at is not null then 'undone' else 'none' end)
    and (${problem}::text is null or i.problems @> jsonb_build_array(jsonb_build_object('code', ${problem}::text)))
    and (${query.search} = '' or position(lower(${query.search}) in lower(i.cells::text)) > 0)`;
}

/** One page of a checked list: what each row would do and what is wrong with it. */
export async function previewLines(tx: Tx, runId: string, query: PreviewQuery) {
  const where = narrowed(runId, query);
  const rows = await sql<PreviewLine>`
    select i.row_number as row, i.outcome, i.decision, i.changes->'draft'->>'name' as name,
      i.cells->>0 as "firstCell", coalesce(i.changes->'changes', '[]') as changes,
      case when i.outcome in ('create', 'ask') then i.changes->'draft' end as draft, i.problems,
      i.undone_at is not null as "isUndone", i.undo_refusal as "undoRefusal"
    from import_row i
    where ${where}
    order by i.row_number
    limit ${query.pageSize} offset ${(query.page - 1) * query.pageSize}`.execute(tx);
  const total = await sql<{ n: number }>`
    select count(*)::int as n from import_row i where ${where}`.execute(tx);
  return { rows: rows.rows, total: total.rows[0]?.n ?? 0 };
}

/** How often each problem occurs in a list, the most frequent first. */
export async function problemCounts(tx: Tx, runId: string) {
  const rows = await sql<{ code: string; column: string | null; n: number }>`
    select p->>'code' as code, min(p->>'column') as column, count(*)::int as n
    from import_row i cross join lateral jsonb_array_elements(i.problems) p
    where i.run_id = ${runId}::uuid
    group by p->>'code'
    order by count(*) desc, code`.execute(tx);
  return rows.rows;
}

/** The rows that are not taken, as they came, with their problems. */
export async function badRows(tx: Tx, runId: string) {
  const rows = await sql<{ row: number; cells: string[]; problems: Problem[] }>`
    select i.row_number as row, i.cells, i.problems
    from import_row i
    where i.run_id = ${runId}::uuid
      and (i.outcome = 'rejected' or (i.outcome = 'ask' and coalesce(i.decision, 'skip') = 'skip'))
    order by i.row_number`.execute(tx);
  return rows.rows;
}
