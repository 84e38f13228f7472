import { plural } from '../kernel/text.ts';

/** What taking a list in, or trying to, came to. */
export interface ImportOutcome {
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  /** About firms that are not on record and were not to be added; a part of nothing else. */
  notKnown: number;
  rejected: number;
  problems: readonly { row: number; column: string | null; code: string; message: string }[];
}

/**
 * The one object of `--json`: `read` is the sum of the four others. A row about a firm that was not to be
 * added changes nothing, so it counts as unchanged; its problem `enterprise-not-on-record` tells it apart.
 */
export function summaryJson(outcome: ImportOutcome) {
  const { read, created, updated, unchanged, notKnown, rejected, problems } = outcome;
  return {
    ...{ read, created, updated, unchanged: unchanged + notKnown, rejected },
    problems: problems.map(({ row, column, code, message }) => ({ row, column, code, message })),
  };
}

/** The same for a person: a line for each problem, and the sum. Firms not to be added are only counted. */
export function summaryLines(outcome: ImportOutcome, isDryRun: boolean): string[] {
  const { read, created, updated, unchanged, notKnown, rejected, problems } = outcome;
  const told = problems.filter(({ code }) => code !== 'enterprise-not-on-record');
  const parts = [
    `${count(created)} created`,
    `${count(updated)} updated`,
    `${count(unchanged)} unchanged`,
    ...(notKnown > 0 ? [`${count(notKnown)} not on record and not added`] : []),
    `${count(rejected)} left out`,
  ];
  const would = isDryRun ? ' (nothing was written)' : '';
  return [
    ...told.map(
      ({ row, column, message }) => `row ${row}${column === null ? '' : `, ${column}`}: ${message}`,
    ),
    `${plural(read, 'row')} read: ${parts.join(', ')}${would}.`,
  ];
}

/** What a person should know of how the file was read: only what was a guess, or is easily overlooked. */
export function readingLines({ reading }: { reading: Reading }): string[] {
  const { headerRow, encoding, hiddenRows } = reading;
  return [
    ...(headerRow > 1 ? [`The headers were found in row ${headerRow}.`] : []),
    ...(encoding !== undefined && encoding !== 'utf-8'
      ? [`Letters were read as ${encoding}. If they look wrong, say --encoding.`]
      : []),
    ...(hiddenRows > 0
      ? [
          `${plural(hiddenRows, 'row')} hidden in the file, by a filter or by hand, read like the others.`,
        ]
      : []),
  ];
}

interface Reading {
  headerRow: number;
  encoding?: string;
  hiddenRows: number;
}

function count(n: number): string {
  return n.toLocaleString('en-GB');
}
