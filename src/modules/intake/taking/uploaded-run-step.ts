import type { Tx } from '../../../platform/database.ts';
import type { Table } from '../../../platform/spreadsheets/table.ts';
import { guessColumns, isRegisterFile, mappingOf } from '../import/column-map.ts';
import type { ImportKind } from '../import/target-field.ts';
import { likelyMapping, type Reading, type RunFormat } from '../store.ts';
import { cutText } from '../../../kernel/text.ts';

type Sheets = Pick<RunFormat, 'sheets' | 'isSheetChosen'>;

/** The columns of a run whose table was just read: nothing of it is confirmed by anybody. */
export async function uploadedRun(tx: Tx, kind: ImportKind, table: Table, sheets: Sheets) {
  const { headers, headerRow, rows, format, sheet, isTruncated } = table;
  const isRegister = kind === 'enterprises' && isRegisterFile(headers);
  const settings: RunFormat = {
    ...{ format, isTruncated, reading: readingOf(table), ...sheets },
    // A register's file fills in what is known; it makes nobody an applicant.
    enrols: !isRegister,
    source: isRegister ? 'register' : 'list',
    unmatched: isRegister ? 'leave' : 'create',
  };
  return {
    sheet: sheet === undefined ? null : cutText(sheet, 200),
    headers: JSON.stringify(headers),
    format: JSON.stringify(settings),
    mapping: JSON.stringify(
      headerRow === 0
        ? mappingOf(guessColumns(kind, headers, rows.slice(0, 200)))
        : await likelyMapping(tx, kind, headers, rows),
    ),
    total: rows.length,
  };
}

/** How the table was found in its file. */
export function readingOf({
  headerRow,
  upperHeaderRow,
  encoding,
  delimiter,
  hiddenRows,
}: Table): Reading {
  return {
    ...{ headerRow, hiddenRows },
    ...(upperHeaderRow === undefined ? {} : { upperHeaderRow }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
  };
}

/** Why a table cannot be taken in at all; null when it can. */
export function faultOfTable({ rows, isTruncated }: Table): string | null {
  if (isTruncated) return 'This list has more than 100,000 rows. Split it into parts.';
  return rows.length === 0 ? 'There are headers in this list but no rows below them.' : null;
}
