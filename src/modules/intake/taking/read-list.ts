import { ok, type Result } from '../../../kernel/result.ts';
import { listSheets } from '../../../platform/spreadsheets/list-sheets.ts';
import { readTable } from '../../../platform/spreadsheets/read-table.ts';
import type { Table, TableFailure } from '../../../platform/spreadsheets/table.ts';
import { likelySheet, type SheetChoice, sheetChoices } from '../import/sheet-choice.ts';
import type { ImportKind } from '../import/target-field.ts';

export interface ReadList {
  table: Table;
  /** What there is to choose from; empty where there is no choice. */
  sheets: SheetChoice[];
}

/** A list from a file: of a workbook the sheet that is named, or else the one most likely meant. */
export async function readList(
  kind: ImportKind,
  bytes: Uint8Array,
  fileName: string,
  sheet?: string,
): Promise<Result<ReadList, TableFailure>> {
  const listed = sheet === undefined ? await listSheets(bytes, fileName) : ok([]);
  if (!listed.ok) return listed;
  const sheets = listed.value.length > 1 ? sheetChoices(kind, listed.value) : [];
  const chosen = sheet ?? likelySheet(sheets) ?? sheets[0]?.name;
  const read = await readTable(bytes, fileName, chosen === undefined ? {} : { sheet: chosen });
  return read.ok ? ok({ table: read.value, sheets }) : read;
}
