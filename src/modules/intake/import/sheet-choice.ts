import type { SheetHead } from '../../../platform/spreadsheets/list-sheets.ts';
import { guessColumns, mappingOf, missingFields } from './column-map.ts';
import type { ImportKind } from './target-field.ts';

/** A sheet of a workbook as it is offered. */
export interface SheetChoice {
  name: string;
  rows: number;
  /** How many of its columns would be taken. */
  known: number;
  columns: number;
}

/** Each sheet with how much of it is understood as a list of this kind. */
export function sheetChoices(kind: ImportKind, sheets: readonly SheetHead[]): SheetChoice[] {
  return sheets.map(({ name, rows, headers, sample }) => {
    const mapping = mappingOf(guessColumns(kind, headers, sample));
    const isList = rows > 0 && missingFields(kind, mapping).length === 0;
    const known = Object.values(mapping).filter((field) => field !== null).length;
    return { name, rows, columns: headers.length, known: isList ? known : 0 };
  });
}

/** The sheet that is most likely meant: understood best, then longest, then first; null when none is a list. */
export function likelySheet(choices: readonly SheetChoice[]): string | null {
  const [best] = choices
    .filter(({ known }) => known > 0)
    .toSorted((a, b) => b.known - a.known || b.rows - a.rows);
  return best?.name ?? null;
}
