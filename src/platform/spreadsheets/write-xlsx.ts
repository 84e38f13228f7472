import { writeXlsx as writeWorkbook } from 'hucre/xlsx';
import { cutText, storableText } from '../../kernel/text.ts';
import { type DayCell, dayText, type ExportCell } from './export-cell.ts';
import { tableLimits } from './table.ts';

/**
 * A workbook with one sheet and its headers frozen. Text is stored as typed text, which no spreadsheet
 * program calculates, whatever it begins with; it therefore needs no apostrophe. Days are real dates, shown
 * as CSV writes them.
 */
export async function writeXlsx(
  sheet: string,
  headers: readonly string[],
  rows: Iterable<readonly ExportCell[]>,
): Promise<Uint8Array> {
  const columns: { numFmt?: string; width: number }[] = headers.map((header) => ({
    width: widthOf(header.length),
  }));
  const all: (string | number | Date | null)[][] = [headers.map(storable)];
  for (const row of rows) {
    all.push(
      row.map((cell, at) => {
        const column = columns[at];
        if (column) shape(column, cell);
        return valueOf(cell);
      }),
    );
  }
  return writeWorkbook({
    sheets: [{ name: sheetName(sheet), rows: all, columns, freezePane: { rows: 1 } }],
    stringMode: 'inline',
  });
}

/** A column with days shows them as days; it is as wide as what stands in it, within reason. */
function shape(column: { numFmt?: string; width: number }, cell: ExportCell): void {
  if (cell !== null && typeof cell === 'object') {
    if (column.numFmt !== dayAndTime) {
      column.numFmt = cell.time === undefined ? 'yyyy-mm-dd' : dayAndTime;
    }
    column.width = Math.max(column.width, widthOf(dayText(cell).length));
  } else if (cell !== null) column.width = Math.max(column.width, widthOf(String(cell).length));
}

const dayAndTime = 'yyyy-mm-dd hh:mm';

function widthOf(characters: number): number {
  return Math.min(50, characters + 2);
}

function valueOf(cell: ExportCell): string | number | Date | null {
  if (cell === null || typeof cell === 'number') return cell;
  return typeof cell === 'string' ? storable(cell) : dateOf(cell);
}

/** Workbooks count days from 1900, and count its first two months wrongly: what is before stays text. */
function dateOf(cell: DayCell): Date | string {
  if (cell.day < '1900-03-01') return dayText(cell);
  return new Date(`${cell.day}T${cell.time ?? '00:00'}:00Z`);
}

/** Control characters cannot stand in XML; a cell holds 32,767 characters. */
function storable(cell: string): string {
  return cutText(
    storableText(cell).replace(/[\p{Cc}\ufffe\uffff]/gu, (one) =>
      /[\t\n\r]/.test(one) ? one : '',
    ),
    tableLimits.cellCharacters,
  );
}

function sheetName(name: string): string {
  const plain = cutText(name.replace(/[[\]:*?/\\]|^'+|'+$/g, ' ').trim(), 31);
  // Excel keeps this name for itself, and does not open a workbook that uses it.
  return plain.toLowerCase() === 'history' ? 'Changes' : plain || 'Sheet 1';
}
