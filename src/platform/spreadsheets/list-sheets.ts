import { ok, type Result } from '../../kernel/result.ts';
import { TooMuch } from './reading-budget.ts';
import { guarded, openFile } from './read-table.ts';
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
 * text file and in a workbook of one sheet. Keeps the thread busy, as `readTable` does.
 */
export function listSheets(bytes: Uint8Array, fileName: string): Result<SheetHead[], TableFailure> {
  return guarded(fileName, () => {
    const opened = openFile(bytes, fileName);
    if (!opened.ok) return opened;
    const { sheets, table } = opened.value;
    if (sheets.length < 2) return ok([]);
    const heads: SheetHead[] = [];
    for (const name of sheets.slice(0, mostSheets)) {
      const found = table({ sheet: name });
      if (!found.ok) {
        if (found.reason === 'empty') continue;
        return found;
      }
      const head: SheetHead = { name, headers: found.value.headers, rows: 0, sample: [] };
      countRows(head, found.value.rows);
      heads.push(head);
    }
    return ok(heads);
  });
}

/** A sheet that holds too much is one that cannot be taken in; the others can. */
function countRows(head: SheetHead, rows: Iterable<SourceRow>): void {
  try {
    for (const row of rows) {
      head.rows += 1;
      if (head.sample.length < sampleRows) head.sample.push(row);
      if (head.rows > tableLimits.rows) return;
    }
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    head.rows = tableLimits.rows + 1;
  }
}
