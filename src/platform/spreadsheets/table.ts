export type TableFormat = 'csv' | 'xlsx' | 'ods';
/** As text may be stored; `mixed` is glued together from UTF-8 and Windows-1252. */
export const textEncodings = [
  ...(['utf-8', 'windows-1252', 'windows-1250', 'macintosh', 'utf-16le', 'utf-16be'] as const),
  'mixed',
] as const;
export type TextEncoding = (typeof textEncodings)[number];

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** As they are named where a sign cannot stand: in a form, on the command line. */
export const delimiterNames: Record<string, Delimiter> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  bar: '|',
};

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
  /** The program that shows the file does not show this row: a filter, or somebody's choice. */
  isHidden?: boolean;
}

/** What is known before the rows are read. `encoding` and `delimiter` only for text files. */
export interface TableHead {
  format: TableFormat;
  encoding?: TextEncoding;
  delimiter?: Delimiter;
  sheet?: string;
  /** Names of the visible sheets; empty for text files. */
  sheets: string[];
  /** Row number of the headers; 0 when the list has none, and its columns are called by their place. */
  headerRow: number;
  /** Row number of the upper row of headers that run over two. */
  upperHeaderRow?: number;
  /** Trimmed, never empty, never twice: the second `Name` is `Name (2)`. */
  headers: string[];
}

/** Rows have at least as many cells as there are headers; more when the file's row is longer. */
export interface Table extends TableHead {
  rows: SourceRow[];
  /** True when the file holds more rows than were read. */
  isTruncated: boolean;
  /** How many of the rows are hidden in the file. */
  hiddenRows: number;
}

export interface TableOptions {
  /** A sheet by name; otherwise the first visible one that holds something. */
  sheet?: string;
  /** Row number of the headers, 0 for none; otherwise found by what the rows look like. */
  headerRow?: number;
  /** Of a text file; otherwise found. */
  encoding?: TextEncoding;
  delimiter?: Delimiter;
  /** Stop after this many rows below the headers. */
  maxRows?: number;
  maxBytes?: number;
}

/** Chosen so that any list of firms fits: 100,000 of them with 55 columns each as the register has. */
export const tableLimits = {
  bytes: 25 * 1024 * 1024,
  /** What all parts of a workbook that are read may unpack to. */
  unpackedBytes: 150_000_000,
  rows: 100_000,
  columns: 500,
  cells: 6_000_000,
  /** What a cell of a spreadsheet can hold. */
  cellCharacters: 32_767,
  totalCharacters: 80_000_000,
} as const;
