import { z } from 'zod';
import { ok, type Result } from '../../../kernel/result.ts';
import {
  delimiters,
  type Table,
  type TableFailure,
  type TableOptions,
  textEncodings,
} from '../../../platform/spreadsheets/table.ts';
import type { TableReader } from '../../../platform/spreadsheets/table-reader.ts';
import { likelySheet, type SheetChoice, sheetChoices } from '../import/sheet-choice.ts';
import type { ImportKind } from '../import/target-field.ts';

/** How a file is to be read; what is left out is found by itself. */
export const readingSchema = z.strictObject({
  sheet: z.string().min(1, 'Choose a sheet.').max(200).optional(),
  /** 0 when the list has no headers. */
  headerRow: z
    .int('Give the number of the row.')
    .min(0, 'Give the number of the row, or 0 when there are no headers.')
    .max(1000, 'Headers are looked for in the first 1,000 rows.')
    .optional(),
  encoding: z.enum(textEncodings, 'Choose an encoding.').optional(),
  delimiter: z.enum(delimiters, 'Choose a separator.').optional(),
});

export interface ReadList {
  table: Table;
  /** What there is to choose from; empty where there is no choice. */
  sheets: SheetChoice[];
}

type Wanted = z.output<typeof readingSchema>;

/** A list from a file: of a workbook the sheet that is named, or else the one most likely meant. */
export async function readList(
  reader: TableReader,
  kind: ImportKind,
  { bytes, fileName, ...given }: { bytes: Uint8Array; fileName: string } & Wanted,
): Promise<Result<ReadList, TableFailure>> {
  const wanted = given as TableOptions;
  const listed = wanted.sheet === undefined ? await reader.sheets(bytes, fileName) : ok([]);
  if (!listed.ok) return listed;
  const sheets = listed.value.length > 1 ? sheetChoices(kind, listed.value) : [];
  const chosen = wanted.sheet ?? likelySheet(sheets) ?? sheets[0]?.name;
  const options = chosen === undefined ? wanted : { ...wanted, sheet: chosen };
  const read = await reader.read(bytes, fileName, options);
  return read.ok ? ok({ table: read.value, sheets }) : read;
}
