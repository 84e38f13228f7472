import { dayText, type ExportCell } from './export-cell.ts';
import { safeCell } from './safe-cell.ts';

/**
 * A CSV file for Excel and its peers: UTF-8 with a byte order mark (Excel takes it for Windows-1252
 * otherwise), commas, CRLF, dangerous text made harmless.
 */
export function writeCsv(
  headers: readonly string[],
  rows: Iterable<readonly ExportCell[]>,
): Uint8Array {
  const lines = [`\ufeff${line(headers)}`];
  for (const row of rows) lines.push(line(row));
  return new TextEncoder().encode(`${lines.join('\r\n')}\r\n`);
}

function line(cells: readonly ExportCell[]): string {
  return cells.map((cell) => quoted(plain(cell))).join(',');
}

function plain(cell: ExportCell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return safeCell(cell);
  return typeof cell === 'number' ? String(cell) : dayText(cell);
}

function quoted(text: string): string {
  return /[",;\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
