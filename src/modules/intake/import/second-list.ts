import { fieldsOf, foldHeader } from './column-map.ts';
import type { ImportRow } from './import-context.ts';
import type { ImportKind } from './target-field.ts';

/** The headers of the list, as they stand once more above a printed page. */
export function isHeadersAgain(headers: readonly string[], cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return (
    filled.length > 1 &&
    cells.every(
      (cell, at) => cell.trim() === '' || foldHeader(cell) === foldHeader(headers[at] ?? ''),
    )
  );
}

/**
 * Tells the headers of a second list below the first on the same sheet: most of its cells are called exactly as a
 * column is, and not as this list's own columns.
 */
export function headersOfAnother(
  kind: ImportKind,
  headers: readonly string[],
): (row: ImportRow) => boolean {
  const aliases = new Set(fieldsOf(kind).flatMap((field) => field.aliases));
  return ({ cells }) => {
    const filled = cells.filter((cell) => cell.trim() !== '');
    if (filled.length < 2 || filled.some((cell) => cell.length > 60)) return false;
    const known = filled.filter((cell) => aliases.has(foldHeader(cell))).length;
    return known >= 2 && known >= filled.length * 0.6 && !isHeadersAgain(headers, cells);
  };
}
