import type { RowDecision } from './duplicates.ts';
import type { Problem } from './problem.ts';

/**
 * The figures of a preview or a finished import. `notKnown` rows are about firms that are not on record and
 * were not to be added; `asked` rows wait for a person's choice. All but `read` add up to it.
 */
export interface ImportCounts {
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  notKnown: number;
  rejected: number;
  asked: number;
}

export interface ImportPreview extends ImportCounts {
  problems: Problem[];
}

const countOf = {
  create: 'created',
  update: 'updated',
  unchanged: 'unchanged',
  'not-known': 'notKnown',
  rejected: 'rejected',
  ask: 'asked',
} as const;

/** Counts what taking the rows would do and gathers their problems in the file's order. */
export function previewOf(decisions: readonly RowDecision<unknown>[]): ImportPreview {
  const preview: ImportPreview = {
    ...{ read: decisions.length, created: 0, updated: 0, unchanged: 0 },
    ...{ notKnown: 0, rejected: 0, asked: 0 },
    problems: [],
  };
  for (const { outcome, problems } of decisions) {
    preview[countOf[outcome]] += 1;
    preview.problems.push(...problems);
  }
  preview.problems.sort((a, b) => a.row - b.row);
  return preview;
}

export interface ProblemGroup extends Omit<Problem, 'row'> {
  rows: number[];
}

/**
 * Problems of one kind in one column together, refusals first and then by how many rows they touch: a column
 * of years is one line on a screen, not a thousand. The message is the first row's.
 */
export function groupProblems(problems: readonly Problem[]): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>();
  for (const { row, ...problem } of problems) {
    const key = JSON.stringify([problem.column, problem.code, problem.isRefusal]);
    const group = groups.get(key);
    if (group) group.rows.push(row);
    else groups.set(key, { ...problem, rows: [row] });
  }
  return [...groups.values()].toSorted(
    (a, b) => Number(b.isRefusal) - Number(a.isRefusal) || b.rows.length - a.rows.length,
  );
}

/**
 * The rows that were not taken, as they came, with what is wrong behind them: to be mended and uploaded
 * again. Row numbers are the source's.
 */
export function rejectedTable(
  headers: readonly string[],
  rows: readonly { number: number; cells: readonly string[] }[],
  decisions: readonly Pick<RowDecision<unknown>, 'row' | 'outcome' | 'problems'>[],
): { headers: string[]; rows: string[][] } {
  const rejected = decisions
    .filter(({ outcome }) => outcome === 'rejected')
    .toSorted((a, b) => a.row - b.row);
  const wanted = new Set(rejected.map(({ row }) => row));
  const cellsOf = new Map<number, readonly string[]>();
  let width = headers.length;
  for (const { number, cells } of rows) {
    if (!wanted.has(number)) continue;
    cellsOf.set(number, cells);
    width = Math.max(width, cells.length);
  }
  const wide = Array.from({ length: width }, (_, index) => headers[index] ?? `Column ${index + 1}`);
  return {
    headers: [...wide, 'Row in your file', 'What is wrong'],
    rows: rejected.map(({ row, problems }) => {
      const cells = cellsOf.get(row) ?? [];
      return [...wide.map((_, index) => cells[index] ?? ''), String(row), reasons(problems)];
    }),
  };
}

function reasons(problems: readonly Problem[]): string {
  const refusals = problems.filter((problem) => problem.isRefusal);
  return (refusals.length > 0 ? refusals : problems)
    .map(({ column, message }) => (column === null ? message : `${column}: ${message}`))
    .join(' ');
}
