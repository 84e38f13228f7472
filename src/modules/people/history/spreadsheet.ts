import { formatDate, formatInstant, isCalendarDate } from '../../../kernel/calendar.ts';
import { type ExportCell, instantCell } from '../../../platform/spreadsheets/export-cell.ts';
import type { KeptChange } from './reads.ts';
import { settingKindOf } from './setting-change.ts';

/** Who is named where a change was made by no person. */
const byItself = 'Espalier';

/** What came from the log of earlier days holds its days as they are stored. */
const dayInWords = (text: string) => (isCalendarDate(text) ? formatDate(text) : text);

/** The changes as the screen shows them. */
export function shownChanges(rows: readonly KeptChange[], zone: string) {
  return rows.map(({ id, at, kind, reason, by, lines }) => ({
    ...{ id, reason },
    lines: lines.map(({ field, before, after }) => ({
      ...{ field, before: dayInWords(before), after: dayInWords(after) },
    })),
    when: formatInstant(at, zone),
    what: settingKindOf(kind),
    by: by ?? byItself,
  }));
}

export const changeHeaders = ['When', 'Setting', 'Field', 'Before', 'After', 'Reason', 'By'];

/** A row for each field that was changed. */
export function changeCells(rows: readonly KeptChange[], zone: string): ExportCell[][] {
  return rows.flatMap(({ at, kind, reason, by, lines }) =>
    (lines.length === 0 ? [{ field: '', before: '', after: '' }] : lines).map((line) => [
      instantCell(at, zone),
      ...[settingKindOf(kind), line.field, line.before, line.after, reason, by ?? byItself],
    ]),
  );
}
