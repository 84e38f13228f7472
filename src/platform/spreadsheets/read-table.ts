import { fail, ok, type Result } from '../../kernel/result.ts';
import { csvRows, detectDelimiter } from './csv-rows.ts';
import { decodeText } from './decode-text.ts';
import { findHeaderRow, headerNames } from './header-row.ts';
import { odsRows, odsSheets } from './ods-rows.ts';
import { type Sniffed, sniffFormat } from './sniff-format.ts';
import {
  type SourceRow,
  type Table,
  type TableFailure,
  type TableHead,
  tableLimits,
  type TableOptions,
} from './table.ts';
import { xlsxRows, xlsxSheets } from './xlsx-rows.ts';
import { zipText } from './zip-directory.ts';
import { cutText } from '../../kernel/text.ts';

/** A table whose rows have not been read yet. */
export interface OpenTable extends TableHead {
  rows: AsyncIterable<SourceRow>;
}

type Rows = AsyncIterable<SourceRow> | Iterable<SourceRow>;
type Grid = Pick<TableHead, 'format' | 'encoding' | 'delimiter' | 'sheets'> & {
  rowsOf(sheet: string | undefined): Rows;
};

/** Rows looked at to find the headers. */
const lookAhead = 40;

/**
 * Reads a whole table from a file's bytes: CSV in its usual encodings, XLSX or ODS, told apart by content.
 * A file that cannot be read gives a reason and what to do about it; it never throws for bad input.
 */
export async function readTable(
  bytes: Uint8Array,
  fileName: string,
  options: TableOptions = {},
): Promise<Result<Table, TableFailure>> {
  const opened = await openTable(bytes, fileName, options);
  if (!opened.ok) return opened;
  const { rows: source, ...head } = opened.value;
  const most = options.maxRows ?? tableLimits.rows;
  const rows: SourceRow[] = [];
  let isTruncated = false;
  let characters = 0;
  try {
    for await (const row of source) {
      if (rows.length === most) {
        isTruncated = true;
        break;
      }
      for (const cell of row.cells) characters += cell.length;
      if (characters > tableLimits.totalCharacters) return tooLarge();
      rows.push(row);
    }
  } catch {
    // Whatever the library throws half-way means the same to the person: the file is broken.
    return damaged(fileName);
  }
  return ok({ ...head, rows, isTruncated });
}

/** The same up to the headers; the rows then come one by one, and a broken file throws while they do. */
export async function openTable(
  bytes: Uint8Array,
  fileName: string,
  options: TableOptions = {},
): Promise<Result<OpenTable, TableFailure>> {
  if (bytes.length > (options.maxBytes ?? tableLimits.bytes)) return tooLarge(options.maxBytes);
  const sniffed = sniffFormat(bytes);
  if (!sniffed.ok) return sniffed;
  try {
    const grid = await openGrid(bytes, sniffed.value);
    if (options.sheet !== undefined && !grid.sheets.includes(options.sheet)) {
      const names = grid.sheets.map((name) => `“${name}”`).join(', ') || 'none';
      return fail('no-such-sheet', `There is no sheet “${options.sheet}”. Sheets here: ${names}.`);
    }
    const candidates = options.sheet === undefined ? grid.sheets : [options.sheet];
    for (const sheet of candidates.length === 0 ? [undefined] : candidates) {
      const table = await startTable(grid, sheet, options.headerRow);
      if (table) return ok(table);
    }
  } catch {
    // See above: the library's own messages speak of parts and offsets.
    return damaged(fileName);
  }
  return fail('empty', 'There is nothing in this file. Check that you chose the right one.');
}

async function openGrid(bytes: Uint8Array, sniffed: Sniffed): Promise<Grid> {
  if (sniffed.kind === 'text') {
    const { text, encoding } = decodeText(bytes);
    const delimiter = detectDelimiter(text);
    return {
      format: 'csv',
      encoding,
      delimiter,
      sheets: [],
      rowsOf: () => csvRows(text, delimiter),
    };
  }
  if (sniffed.kind === 'ods') {
    const content = zipText(bytes, sniffed.entries, 'content.xml');
    if (content === null) throw new Error('no content.xml');
    const rowsOf = (sheet?: string) => odsRows(content, sheet ?? '');
    return { format: 'ods', sheets: odsSheets(content), rowsOf };
  }
  const rowsOf = (sheet?: string) => xlsxRows(bytes, sheet ?? '');
  return { format: 'xlsx', sheets: await xlsxSheets(bytes), rowsOf };
}

async function startTable(
  grid: Grid,
  sheet: string | undefined,
  headerRow: number | undefined,
): Promise<OpenTable | null> {
  const { rowsOf, ...known } = grid;
  const source = iterate(rowsOf(sheet));
  const first: SourceRow[] = [];
  while (first.length < lookAhead || (first.at(-1)?.number ?? 0) < (headerRow ?? 0)) {
    const next = await source.next();
    if (next.done === true) break;
    if (!isBlank(next.value)) first.push(next.value);
  }
  const found =
    headerRow === undefined
      ? findHeaderRow(first)
      : first.findIndex((row) => row.number === headerRow);
  const header = first[found];
  if (!header) {
    await source.return(undefined);
    return null;
  }
  const headers = headerNames(trimmed(header.cells));
  return {
    ...known,
    ...(sheet === undefined ? {} : { sheet }),
    headerRow: header.number,
    headers,
    rows: rest(first.slice(found + 1), source, headers.length),
  };
}

async function* rest(
  first: readonly SourceRow[],
  source: AsyncGenerator<SourceRow>,
  width: number,
): AsyncGenerator<SourceRow> {
  try {
    for (const row of first) yield fitted(row, width);
    for (let next = await source.next(); next.done !== true; next = await source.next()) {
      if (!isBlank(next.value)) yield fitted(next.value, width);
    }
  } finally {
    await source.return(undefined);
  }
}

async function* iterate(rows: Rows): AsyncGenerator<SourceRow> {
  yield* rows;
}

/** Short rows are filled up; what stands beyond the headers stays, for the import to complain about. */
function fitted({ number, cells }: SourceRow, width: number): SourceRow {
  const kept = cells.length > width ? trimmed(cells, width) : cells;
  while (kept.length < width) kept.push('');
  return { number, cells: kept };
}

function trimmed(cells: readonly string[], atLeast = 0): string[] {
  let length = Math.min(cells.length, tableLimits.columns);
  while (length > atLeast && cells[length - 1]?.trim() === '') length -= 1;
  return cells.slice(0, length);
}

function isBlank({ cells }: SourceRow): boolean {
  return cells.every((cell) => cell.trim() === '');
}

function tooLarge(most: number = tableLimits.bytes): {
  ok: false;
  reason: 'too-large';
  message: string;
} {
  const megabytes = Math.floor(most / 1024 / 1024);
  return fail(
    'too-large',
    `This file holds too much: the most is ${megabytes} MB. Split the list and upload the parts.`,
  );
}

function damaged(fileName: string): { ok: false; reason: 'damaged'; message: string } {
  const name = cutText(fileName, 100);
  return fail('damaged', `“${name}” is damaged. Open it, save it again and upload the new copy.`);
}
