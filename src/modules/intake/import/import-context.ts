import type { CalendarDate } from '../../../kernel/calendar.ts';
import { cutText } from '../../../kernel/text.ts';
import { isMonthFirst } from '../../../kernel/typed-date.ts';
import { type DecimalSign, decimalSignOf } from '../../../kernel/typed-number.ts';
import type { ColumnMapping } from './column-map.ts';

/** What holds for every row of one file. Make it once with `importContext`. */
export interface ImportContext {
  /** Columns by field, in the file's order. */
  columns: ReadonlyMap<string, readonly Column[]>;
  width: number;
  /** A register's file may correct what a partner's list may not. */
  source: 'list' | 'register';
  /** For money without a sign. */
  currency: string;
  /** Codes of the programme's own area by name in small letters. */
  area: ReadonlyMap<string, string>;
  /** In which an instant that a cell names has its day. */
  zone: string | undefined;
  /** Dates behind this day are refused; null skips the check. */
  today: CalendarDate | null;
  headers: readonly string[];
  /** Row number of the headers of another list below; from there on no row is of this one. */
  secondListAt: number | null;
  /** The programme's advisers by name, in small letters. */
  advisers: ReadonlyMap<string, Adviser>;
}

export interface Adviser {
  id: string;
  name: string;
}

export interface Column {
  header: string;
  index: number;
  decimalSign: DecimalSign;
  isMonthFirst: boolean;
}

export interface ImportRow {
  number: number;
  cells: readonly string[];
}

export interface ImportSettings {
  source?: 'list' | 'register';
  currency?: string;
  today?: CalendarDate | null;
  area?: ReadonlyMap<string, string>;
  secondListAt?: number | null;
  advisers?: ReadonlyMap<string, Adviser>;
  zone?: string;
  /** Numbers of a workbook come with a decimal point, whatever the user's Excel shows. */
  format?: 'csv' | 'xlsx' | 'ods';
}

/** Prepares the reading of rows; `samples` (some hundred rows) show how each column writes its decimals. */
export function importContext(
  headers: readonly string[],
  mapping: ColumnMapping,
  samples: readonly ImportRow[],
  settings: ImportSettings = {},
): ImportContext {
  const columns = new Map<string, Column[]>();
  headers.forEach((header, index) => {
    const field = mapping[header];
    if (field === null || field === undefined) return;
    const values = samples.slice(0, 500).map(({ cells }) => cutText(cells[index] ?? '', 100));
    const fallback = settings.format === undefined || settings.format === 'csv' ? null : 'point';
    const column = {
      header,
      index,
      decimalSign: decimalSignOf(values) ?? fallback,
      isMonthFirst: isMonthFirst(values),
    };
    columns.set(field, [...(columns.get(field) ?? []), column]);
  });
  return {
    columns,
    width: headers.length,
    source: settings.source ?? 'list',
    currency: settings.currency ?? 'GBP',
    area: settings.area ?? new Map(),
    zone: settings.zone,
    today: settings.today ?? null,
    headers,
    secondListAt: settings.secondListAt ?? null,
    advisers: settings.advisers ?? new Map(),
  };
}
