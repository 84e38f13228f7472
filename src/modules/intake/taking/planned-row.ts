import { newId } from '../../../kernel/ids.ts';
import type { RowDecision } from '../import/duplicates.ts';

/** A decided row with the record that it makes or changes; null when it makes and changes none. */
export type PlannedRow<D> = RowDecision<D> & { subjectId: string | null };

/** Gives each row its record: new ones get their id now, so that later rows of the file can name it. */
export function planRows<D>(decisions: readonly RowDecision<D>[]): PlannedRow<D>[] {
  const idOfRow = new Map<number, string>();
  return decisions.map((decision) => {
    const { row, outcome, matchId, sameAsRow } = decision;
    const known = matchId ?? (sameAsRow === null ? null : (idOfRow.get(sameAsRow) ?? null));
    const subjectId = outcome === 'create' ? newId() : outcome === 'rejected' ? null : known;
    if (subjectId !== null && outcome !== 'ask') idOfRow.set(row, subjectId);
    return { ...decision, subjectId };
  });
}

/** A row to be written: a record that is made, or changes of one that is there. */
export interface TakenRow<D> {
  row: number;
  outcome: 'create' | 'update';
  draft: D;
  subjectId: string;
  changes: RowDecision<D>['changes'];
}

/** The rows that need nobody's choice. */
export function clearRows<D>(planned: readonly PlannedRow<D>[]): TakenRow<D>[] {
  return planned.flatMap(({ row, outcome, draft, subjectId, changes }) =>
    draft !== null && subjectId !== null && (outcome === 'create' || outcome === 'update')
      ? [{ row, outcome, draft, subjectId, changes }]
      : [],
  );
}

/** Rows that could not be written after all, by number, with the reason. */
export type Clashes = Map<number, string>;

/** Rows in groups of at most `size`. */
export function inBatches<R>(rows: readonly R[], size: number): R[][] {
  const batches: R[][] = [];
  for (let at = 0; at < rows.length; at += size) batches.push(rows.slice(at, at + size));
  return batches;
}
