import type { Insertable, Updateable } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../../../schema/tables.ts';
import { notFound } from '../../kernel/errors.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { readFile, removeFile } from '../../platform/files/store-file.ts';
import type { TableFormat, TableHead } from '../../platform/spreadsheets/table.ts';
import {
  type ColumnMapping,
  guessColumns,
  headerSignature,
  mappingOf,
  withoutStates,
  parseColumnMapping,
} from './import/column-map.ts';
import type { ImportRow } from './import/import-context.ts';
import type { SheetChoice } from './import/sheet-choice.ts';
import type { ImportKind } from './import/target-field.ts';
import { type ImportTarget, targetSchema } from './taking/target.ts';

/** The mapping used last for a file with the same headers; null when there was none. */
export async function rememberedMapping(
  tx: Tx,
  kind: ImportKind,
  headers: readonly string[],
): Promise<ColumnMapping | null> {
  const row = await tx
    .selectFrom('import_mapping')
    .select('mapping')
    .where('kind', '=', kind)
    .where('signature', '=', headerSignature(kind, headers))
    .executeTakeFirst();
  const parsed = row ? parseColumnMapping(kind, headers, row.mapping) : null;
  return parsed?.ok === true ? parsed.value : null;
}

/** Keeps the mapping for the next file with the same headers. */
export async function rememberMapping(
  tx: Tx,
  ctx: Ctx,
  kind: ImportKind,
  mapping: ColumnMapping,
): Promise<void> {
  const signature = headerSignature(kind, Object.keys(mapping));
  const values = { mapping: JSON.stringify(mapping), used_at: ctx.clock.now() };
  await tx
    .insertInto('import_mapping')
    .values({ org_id: ctx.orgId, kind, signature, ...values })
    .onConflict((clash) => clash.columns(['org_id', 'kind', 'signature']).doUpdateSet(values))
    .execute();
}

/** The remembered mapping, or else the guess. */
export async function likelyMapping(
  tx: Tx,
  kind: ImportKind,
  headers: readonly string[],
  rows: readonly ImportRow[],
): Promise<ColumnMapping> {
  const first = rows.slice(0, 200);
  const remembered = await rememberedMapping(tx, kind, headers);
  return remembered === null
    ? mappingOf(guessColumns(kind, headers, first))
    : withoutStates(kind, remembered, headers, first);
}

/** How a file was read, to be shown and changed. */
export type Reading = Pick<TableHead, 'headerRow' | 'upperHeaderRow' | 'encoding' | 'delimiter'> & {
  hiddenRows: number;
};

export interface RunFormat {
  /** Sheets of the workbook that hold something; none where there is no choice. */
  sheets?: SheetChoice[];
  /** Somebody has said which; before that it is a guess. */
  isSheetChosen?: boolean;
  format: TableFormat;
  isTruncated: boolean;
  /** How the rows were found in the file; an earlier release did not keep it. */
  reading?: Reading;
  enrols: boolean;
  source: ImportTarget['source'];
  unmatched: ImportTarget['unmatched'];
}

/** A run's row, locked until the transaction ends. */
export async function runForUpdate(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('import_run')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('import');
  return {
    ...row,
    kind: row.kind as ImportKind,
    headers: row.headers as string[],
    mapping: row.mapping as ColumnMapping,
    format: row.format as unknown as RunFormat,
  };
}

export type Run = Awaited<ReturnType<typeof runForUpdate>>;

export async function insertRun(tx: Tx, row: Insertable<DB['import_run']>): Promise<void> {
  await tx.insertInto('import_run').values(row).execute();
}

/** Writes the changes and counts the version up. */
export async function updateRun(
  tx: Tx,
  id: string,
  changes: Updateable<DB['import_run']>,
): Promise<void> {
  await tx
    .updateTable('import_run')
    .set({ ...changes, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
}

/** The file of a run that is still open; null when it is gone. */
export async function fileOfRun(tx: Tx, runId: string) {
  const run = await tx
    .selectFrom('import_run')
    .select(['file_id', 'file_name', 'kind'])
    .where('id', '=', runId)
    .executeTakeFirst();
  if (!run?.file_id) return null;
  const { bytes } = await readFile(tx, run.file_id);
  return { bytes, fileName: run.file_name, kind: run.kind as ImportKind };
}

/** Lets the file go: it can no longer be read in another way. */
export async function dropFile(tx: Tx, run: Pick<Run, 'file_id'>): Promise<void> {
  if (run.file_id !== null) await removeFile(tx, run.file_id);
}

/** Where the run's rows go. */
export function targetOf(run: Run): ImportTarget {
  const { enrols, source, unmatched } = run.format;
  return targetSchema.parse({
    kind: run.kind,
    programmeId: run.programme_id,
    enrols,
    source,
    unmatched,
  });
}
