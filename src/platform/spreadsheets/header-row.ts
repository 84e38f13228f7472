import { cutText, squash } from '../../kernel/text.ts';
import type { SourceRow } from './table.ts';

/**
 * Index of the headers among the first rows: the first row about as wide as the rows below it, made of short
 * texts that are not numbers, dates or addresses, and hardly twice the same. Titles above are narrower.
 * When no row looks like that, the first wide one, or `none` when that already is about a firm or a person.
 * -1 when all are empty.
 */
export function findHeaderRow(rows: readonly SourceRow[]): number | 'none' {
  const widths = rows.map(({ cells }) => cells.filter((cell) => cell.trim() !== '').length);
  const usual = usualWidth(widths);
  if (usual === 0) return -1;
  const isWide = (index: number) => (widths[index] ?? 0) >= Math.max(1, usual * 0.6);
  const looksRight = rows.findIndex(({ cells }, index) => isWide(index) && looksLikeHeaders(cells));
  if (looksRight !== -1) return looksRight;
  const first = rows.findIndex((_, index) => isWide(index));
  return rows[first]?.cells.some(isAboutSomebody) === true ? 'none' : first;
}

/** The width that most rows reach: the median of the rows that hold anything, the widest of few. */
function usualWidth(widths: readonly number[]): number {
  const filled = widths.filter((width) => width > 0).toSorted((a, b) => a - b);
  return filled.length < 4 ? (filled.at(-1) ?? 0) : (filled[Math.floor(filled.length / 2)] ?? 0);
}

function looksLikeHeaders(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const names = filled.filter((cell) => cell.length <= 120 && !looksLikeValue(cell));
  const distinct = new Set(filled.map((cell) => cell.toLowerCase()));
  return names.length >= filled.length * 0.8 && distinct.size >= filled.length * 0.6;
}

/** A number, a date, an address: what a header is not. */
export function looksLikeValue(cell: string): boolean {
  return !/\p{L}/u.test(cell) || /^\d{5,}/.test(cell) || isAboutSomebody(cell);
}

/** What no header is: an address, a postcode, a long number, the name of a company. */
function isAboutSomebody(cell: string): boolean {
  const text = cell.slice(0, 200).trim();
  return (
    /^[^\s@]+@[^\s@]+$/.test(text) ||
    /^https?:/i.test(text) ||
    /^[A-Z]{0,2}\d{6,12}$/.test(text) ||
    /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i.test(text) ||
    /^\+?\d[\d ()-]{8,20}$/.test(text) ||
    /\S\s(ltd|limited|plc|llp|cic)\.?$/i.test(text)
  );
}

/**
 * Headers as shown and mapped: trimmed (the register's begin with a space), an empty one named by its place,
 * a repeated one numbered.
 */
export function headerNames(cells: readonly string[]): string[] {
  const taken = new Set<string>();
  return cells.map((cell, index) => {
    const plain = cutText(squash(cell), 200) || `Column ${index + 1}`;
    let name = plain;
    for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${plain} (${n})`;
    taken.add(name.toLowerCase());
    return name;
  });
}
