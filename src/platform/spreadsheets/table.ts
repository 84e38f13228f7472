export type TableFormat = 'csv' | 'xlsx' | 'ods';
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'mixed';

/** Why a file cannot be read as a table; the message beside it says what to do. */
export type TableFailure =
  | 'empty'
  | 'too-large'
  | 'not-a-table'
  | 'old-format'
  | 'encrypted'
  | 'macros'
  | 'unsafe'
  | 'damaged'
  | 'no-such-sheet';

/** A row as it stands in the file: `number` is the row number that a spreadsheet program shows, from 1. */
export interface SourceRow {
  number: number;
  cells: string[];
}

/** What is known before the rows are read. `encoding` and `delimiter` only for text files. */
export interface TableHead {
  format: TableFormat;
  encoding?: TextEncoding;
  delimiter?: string;
  sheet?: string;
  /** Names of the visible sheets; empty for text files. */
  sheets: string[];
  /** Row number of the headers. */
  headerRow: number;
  /** Trimmed, never empty, never twice: the second `Name` is `Name (2)`. */
  headers: string[];
}

/** Rows have at least as many cells as there are headers; more when the file's row is longer. */
export interface Table extends TableHead {
  rows: SourceRow[];
  /** True when the file holds more rows than were read. */
  isTruncated: boolean;
}

export interface TableOptions {
  /** A sheet by name; otherwise the first visible one that holds something. */
  sheet?: string;
  /** Row number of the headers; otherwise found by what the rows look like. */
  headerRow?: number;
  /** Stop after this many rows below the headers. */
  maxRows?: number;
  maxBytes?: number;
}

/** Chosen so that any list of firms fits and one import stays under 400 MB of memory. */
export const tableLimits = {
  bytes: 25 * 1024 * 1024,
  rows: 100_000,
  columns: 500,
  /** What a cell of a spreadsheet can hold. */
  cellCharacters: 32_767,
  totalCharacters: 150_000_000,
} as const;
