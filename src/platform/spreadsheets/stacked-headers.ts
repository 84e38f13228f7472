import { looksLikeValue } from './header-row.ts';
import type { SourceRow } from './table.ts';

interface StackedHeaders {
  /** Index of the last row of the headers. */
  at: number;
  cells: readonly string[];
  /** Row number of the upper one of two. */
  upper?: number;
}

/**
 * Headers that run over two rows, as one: groups above them (`Contact` over `Name` and `Email` gives `Contact: Name`
 * and `Contact: Email`), or names of which some stand a row lower. `at` is the row that was found.
 */
export function stackedHeaders(rows: readonly SourceRow[], at: number): StackedHeaders {
  const [above, found, below] = [rows[at - 1], rows[at], rows[at + 1]];
  if (found === undefined) return { at, cells: [] };
  if (below && isNext(found, below) && goesOn(found, below, rows.slice(at + 2, at + 7))) {
    return { at: at + 1, cells: joined(found, below), upper: found.number };
  }
  if (above && isNext(above, found) && groups(above, found)) {
    return { at, cells: joined(above, found), upper: above.number };
  }
  return { at, cells: found.cells };
}

function isNext(one: SourceRow, other: SourceRow): boolean {
  return other.number === one.number + 1;
}

/** Titles stand alone at the left; groups are several, or begin further right, and are fewer than what they group. */
function groups(above: SourceRow, lower: SourceRow): boolean {
  const filled = placesOf(above);
  const [first = 0] = filled;
  const isSeveral = filled.length > 1 || first > (placesOf(lower)[0] ?? 0);
  const distinct = new Set(filled.map((at) => textOf(above, at).toLowerCase())).size;
  return (
    filled.length > 0 &&
    isSeveral &&
    distinct < placesOf(lower).length &&
    filled.every((at) => isName(textOf(above, at)))
  );
}

/** The second row fills gaps of the first, holds names only, and is unlike every row below it, which hold values. */
function goesOn(upper: SourceRow, lower: SourceRow, next: readonly SourceRow[]): boolean {
  const filled = placesOf(lower);
  const gaps = filled.filter((at) => textOf(upper, at) === '');
  const isWhole = placesOf(upper).some((at) => textOf(lower, at) === '') || gaps.length > 1;
  return (
    filled.length > 1 &&
    gaps.length > 0 &&
    isWhole &&
    filled.every((at) => isName(textOf(lower, at))) &&
    next.length > 0 &&
    next.every(({ cells }) => cells.some((cell) => /\d|@/.test(cell)))
  );
}

function isName(text: string): boolean {
  return text.length <= 60 && !/[\d@]/.test(text) && !looksLikeValue(text);
}

function joined(upper: SourceRow, lower: SourceRow): string[] {
  const width = Math.max(upper.cells.length, lower.cells.length);
  let group = '';
  return Array.from({ length: width }, (_, at) => {
    const [above, below] = [textOf(upper, at), textOf(lower, at)];
    if (above !== '') group = above;
    if (below === '') return above;
    return group === '' || group.toLowerCase() === below.toLowerCase()
      ? below
      : `${group}: ${below}`;
  });
}

function placesOf({ cells }: SourceRow): number[] {
  return cells.flatMap((cell, at) => (cell.trim() === '' ? [] : [at]));
}

function textOf({ cells }: SourceRow, at: number): string {
  return (cells[at] ?? '').trim();
}
