import { writeXlsx as writeWorkbook } from 'hucre/xlsx';
import type { ExportCell } from './write-csv.ts';
import { tableLimits } from './table.ts';
import { cutText, storableText } from '../../kernel/text.ts';

/**
 * A workbook with one sheet and its headers frozen. Text is stored as typed text, which no spreadsheet
 * program calculates, whatever it begins with; it therefore needs no apostrophe.
 */
export async function writeXlsx(
  sheet: string,
  headers: readonly string[],
  rows: Iterable<readonly ExportCell[]>,
): Promise<Uint8Array> {
  const all = [headers.map(storable)];
  for (const row of rows) all.push(row.map(storable) as string[]);
  return writeWorkbook({
    sheets: [{ name: sheetName(sheet), rows: all, freezePane: { rows: 1 } }],
    stringMode: 'inline',
  });
}

/** Control characters cannot stand in XML; a cell holds 32,767 characters. */
function storable<T extends ExportCell>(cell: T): T | string {
  return typeof cell === 'string'
    ? cutText(
        storableText(cell).replace(/[\p{Cc}\ufffe\uffff]/gu, (one) =>
          /[\t\n\r]/.test(one) ? one : '',
        ),
        tableLimits.cellCharacters,
      )
    : cell;
}

function sheetName(name: string): string {
  return cutText(name.replace(/[[\]:*?/\\]/g, ' ').trim(), 31) || 'Sheet 1';
}
