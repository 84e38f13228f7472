import { fail, ok, type Result } from '../../kernel/result.ts';
import { openTable } from './read-table.ts';
import { type SourceRow, type TableFailure, tableLimits } from './table.ts';

/** A sheet that holds something, as far as is needed to choose one. */
export interface SheetHead {
  name: string;
  headers: string[];
  /** Rows below the headers; one more than an import takes when there are too many. */
  rows: number;
  /** The first of them. */
  sample: SourceRow[];
}

const sampleRows = 50;
/** A workbook with more sheets than this is a report, not a list; the rest is not looked at. */
const mostSheets = 40;

/**
 * The visible sheets of a workbook that hold something, in their order; none where there is no choice: in a
 * text file and in a workbook of one sheet.
 */
export async function listSheets(
  bytes: Uint8Array,
  fileName: string,
): Promise<Result<SheetHead[], TableFailure>> {
  const first = await openTable(bytes, fileName);
  if (!first.ok) return first;
  if (first.value.sheets.length < 2) return ok([]);
  const heads: SheetHead[] = [];
  for (const name of first.value.sheets.slice(0, mostSheets)) {
    const opened = await openTable(bytes, fileName, { sheet: name });
    if (!opened.ok) {
      if (opened.reason === 'empty') continue;
      return opened;
    }
    const head: SheetHead = { name, headers: opened.value.headers, rows: 0, sample: [] };
    try {
      for await (const row of opened.value.rows) {
        head.rows += 1;
        if (head.sample.length < sampleRows) head.sample.push(row);
        if (head.rows > tableLimits.rows) break;
      }
    } catch {
      // Half-way through a broken file, as when a table is read.
      return fail('damaged', `The sheet “${name}” is damaged. Save the file again and upload it.`);
    }
    heads.push(head);
  }
  return ok(heads);
}
