import { fail, ok, type Result } from '../../kernel/result.ts';
import { cutText } from '../../kernel/text.ts';
import { csvRows, detectDelimiter } from './csv-rows.ts';
import { decodeText } from './decode-text.ts';
import { findHeaderRow, headerNames } from './header-row.ts';
import { odsRows, odsSheets } from './ods-rows.ts';
import { countRow, ReadingBudget, TooMuch } from './reading-budget.ts';
import { stackedHeaders } from './stacked-headers.ts';
import { type Sniffed, sniffFormat } from './sniff-format.ts';
import {
  type SourceRow,
  type Table,
  type TableFailure,
  type TableHead,
  tableLimits,
  type TableOptions,
} from './table.ts';
import { xlsxPackage } from './xlsx-package.ts';
import { xlsxRows, xlsxShared } from './xlsx-rows.ts';
import { ZipParts } from './zip-part.ts';

/** A table whose rows have not been read yet. */
export interface OpenTable extends TableHead {
  rows: Generator<SourceRow>;
}

type Grid = Pick<TableHead, 'format' | 'encoding' | 'delimiter' | 'sheets'> & {
  rowsOf(sheet: string | undefined): Generator<SourceRow>;
};

/** A file whose sheets can be read one after the other. */
export type OpenFile = Pick<Grid, 'sheets'> & {
  table(options?: TableOptions): Result<OpenTable, TableFailure>;
};

/** Rows looked at to find the headers. */
const lookAhead = 40;

/**
 * Reads a whole table from a file's bytes: CSV in its usual encodings, XLSX or ODS, told apart by content.
 * A file that cannot be read gives a reason and what to do about it; it never throws for bad input. It keeps the
 * thread busy: requests read through `TableReader`.
 */
export function readTable(
  bytes: Uint8Array,
  fileName: string,
  options: TableOptions = {},
): Result<Table, TableFailure> {
  return guarded(fileName, () => {
    const opened = openFile(bytes, fileName, options);
    if (!opened.ok) return opened;
    const table = opened.value.table(options);
    if (!table.ok) return table;
    const { rows: source, ...head } = table.value;
    const most = options.maxRows ?? tableLimits.rows;
    const found: Table = { ...head, rows: [], isTruncated: false, hiddenRows: 0 };
    for (const { number, cells, isHidden } of source) {
      if (found.rows.length === most) {
        found.isTruncated = true;
        break;
      }
      found.rows.push({ number, cells });
      if (isHidden === true) found.hiddenRows += 1;
    }
    return ok(found);
  });
}

/** Whatever is thrown half-way means the same to the person: the file is broken, or holds too much. */
export function guarded<T>(
  fileName: string,
  work: () => Result<T, TableFailure>,
): Result<T, TableFailure> {
  try {
    return work();
  } catch (error) {
    if (error instanceof TooMuch) return fail('too-large', error.message);
    const name = cutText(fileName, 100);
    return fail('damaged', `“${name}” is damaged. Open it, save it again and upload the new copy.`);
  }
}

/** The file up to its sheets; a broken one throws while it is read. */
export function openFile(
  bytes: Uint8Array,
  fileName: string,
  options: TableOptions = {},
): Result<OpenFile, TableFailure> {
  const most = options.maxBytes ?? tableLimits.bytes;
  if (bytes.length > most) return tooLarge(most);
  if (isLockFile(bytes, fileName)) return fail('not-a-table', lockFile);
  const sniffed = sniffFormat(bytes);
  if (!sniffed.ok) return sniffed;
  const grid = openGrid(bytes, sniffed.value, options);
  return ok({ sheets: grid.sheets, table: (wanted = {}) => openTable(grid, wanted) });
}

function openTable(grid: Grid, options: TableOptions): Result<OpenTable, TableFailure> {
  if (options.sheet !== undefined && !grid.sheets.includes(options.sheet)) {
    const names = grid.sheets.map((name) => `“${name}”`).join(', ') || 'none';
    return fail('no-such-sheet', `There is no sheet “${options.sheet}”. Sheets here: ${names}.`);
  }
  const candidates = options.sheet === undefined ? grid.sheets : [options.sheet];
  for (const sheet of candidates.length === 0 ? [undefined] : candidates) {
    const table = startTable(grid, sheet, options.headerRow);
    if (table) return ok(table);
  }
  return fail('empty', 'There is nothing in this file. Check that you chose the right one.');
}

function openGrid(bytes: Uint8Array, sniffed: Sniffed, options: TableOptions): Grid {
  const budget = new ReadingBudget();
  if (sniffed.kind === 'text') {
    const { text, encoding } = decodeText(bytes, options.encoding);
    const delimiter = options.delimiter ?? detectDelimiter(text);
    return {
      ...{ format: 'csv', encoding, delimiter, sheets: [] },
      rowsOf: () => counted(csvRows(text, delimiter), budget),
    };
  }
  const parts = new ZipParts(bytes, sniffed.entries, budget);
  if (sniffed.kind === 'ods') {
    const content = () => {
      const chunks = parts.chunks('content.xml');
      if (chunks === null) throw new Error('no content.xml');
      return chunks;
    };
    return {
      ...{ format: 'ods', sheets: odsSheets(content()) },
      rowsOf: (sheet) => odsRows(content(), sheet ?? '', budget),
    };
  }
  const found = xlsxPackage(parts);
  if (found === null) throw new Error('no workbook');
  let shared: ReturnType<typeof xlsxShared> | undefined;
  return {
    ...{ format: 'xlsx', sheets: found.sheets.map(({ name }) => name) },
    rowsOf(name) {
      const sheet = found.sheets.find((one) => one.name === name);
      if (!sheet) return nothing();
      shared ??= xlsxShared(parts, found, budget);
      return xlsxRows(parts, sheet, shared, budget);
    },
  };
}

function* nothing(): Generator<SourceRow> {}

function* counted(rows: Iterable<SourceRow>, budget: ReadingBudget): Generator<SourceRow> {
  for (const row of rows) {
    countRow(budget, row.cells);
    yield row;
  }
}

function startTable(
  grid: Grid,
  sheet: string | undefined,
  headerRow: number | undefined,
): OpenTable | null {
  const { rowsOf, ...known } = grid;
  const source = rowsOf(sheet);
  const first: SourceRow[] = [];
  while (first.length < lookAhead || (first.at(-1)?.number ?? 0) < (headerRow ?? 0)) {
    const next = source.next();
    if (next.done === true) break;
    if (!isBlank(next.value)) first.push(next.value);
  }
  const found =
    headerRow === undefined
      ? findHeaderRow(first)
      : headerRow === 0
        ? 'none'
        : first.findIndex((row) => row.number === headerRow);
  const at = found === 'none' ? -1 : found;
  const stacked = stackedHeaders(first, at);
  const header = first[stacked.at];
  const names = header ? trimmed(stacked.cells) : widest(first);
  if (first.length === 0 || (found !== 'none' && !header)) return null;
  const headers = headerNames(names.map(keptText));
  return {
    ...known,
    ...(sheet === undefined ? {} : { sheet }),
    headerRow: header?.number ?? 0,
    ...(stacked.upper === undefined ? {} : { upperHeaderRow: stacked.upper }),
    headers,
    rows: rest(first.slice(stacked.at + 1), source, headers.length),
  };
}

/** Columns without names, as many as the widest of the first rows has. */
function widest(rows: readonly SourceRow[]): string[] {
  const width = Math.max(0, ...rows.map(({ cells }) => trimmed(cells).length));
  return Array.from({ length: width }, () => '');
}

function* rest(
  first: readonly SourceRow[],
  source: Iterable<SourceRow>,
  width: number,
): Generator<SourceRow> {
  for (const row of first) yield fitted(row, width);
  for (const row of source) if (!isBlank(row)) yield fitted(row, width);
}

/** Short rows are filled up; what stands beyond the headers stays, for the import to complain about. */
function fitted({ number, cells, isHidden }: SourceRow, width: number): SourceRow {
  const kept = (cells.length > width ? trimmed(cells, width) : cells).map(keptText);
  while (kept.length < width) kept.push('');
  return isHidden === true ? { number, cells: kept, isHidden } : { number, cells: kept };
}

/** A cell that a database can keep. Another control character stands for NUL: the import tells of both alike. */
function keptText(cell: string): string {
  const whole = cell.isWellFormed() ? cell : cell.toWellFormed();
  return whole.includes('\0') ? whole.replaceAll('\0', '\u0001') : whole;
}

function trimmed(cells: readonly string[], atLeast = 0): string[] {
  let length = Math.min(cells.length, tableLimits.columns);
  while (length > atLeast && cells[length - 1]?.trim() === '') length -= 1;
  return cells.slice(0, length);
}

function isBlank({ cells }: SourceRow): boolean {
  return cells.every((cell) => cell.trim() === '');
}

function tooLarge(most: number): { ok: false; reason: 'too-large'; message: string } {
  const megabytes = Math.floor(most / 1024 / 1024);
  return fail(
    'too-large',
    `This file holds too much: the most is ${megabytes} MB. Split the list and upload the parts.`,
  );
}

/** Excel keeps the name of who has a workbook open in a small file beside it. */
function isLockFile(bytes: Uint8Array, fileName: string): boolean {
  return bytes.length < 1000 && /^(~\$|\.~lock\.)/.test(fileName.split(/[/\\]/).at(-1) ?? '');
}

const lockFile =
  'This is not the list but the small file that marks it as open. Close the list in its program and upload the file whose name does not begin with such a sign.';
