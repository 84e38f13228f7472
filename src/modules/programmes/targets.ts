import { fail, ok, type Result } from '../../kernel/result.ts';

/**
 * Shares a total over quarters in whole numbers that differ by one at most; a total that is not whole is
 * shared in hundredths. The shares always sum to the total.
 */
export function spreadEvenly(total: number, quarters: number): number[] {
  if (quarters <= 0 || total < 0) return [];
  const unit = Number.isInteger(total) ? 1 : 100;
  const units = Math.round(total * unit);
  return Array.from({ length: quarters }, (_, at) => {
    const until = Math.floor((units * (at + 1)) / quarters);
    const before = Math.floor((units * at) / quarters);
    return (until - before) / unit;
  });
}

/** One indicator's line of the form as numbers; null for an empty field. */
export interface TargetLine {
  total: number | null;
  /** The sum that stood in the total's field when the page was loaded. */
  storedTotal: number;
  quarters: readonly (number | null)[];
}

/**
 * The quarters that a line means. A total without quarters is spread; a total that was changed and does not
 * fit its quarters is a question, since either may be meant.
 */
export function quartersMeant(line: TargetLine): Result<number[], 'total-differs'> {
  const { total, storedTotal, quarters } = line;
  if (total !== null && total > 0 && quarters.every((value) => value === null)) {
    return ok(spreadEvenly(total, quarters.length));
  }
  const values = quarters.map((value) => value ?? 0);
  const sum = values.reduce((added, value) => added + Math.round(value * 100), 0) / 100;
  if (total === null || total === storedTotal || total === sum) return ok(values);
  return fail(
    'total-differs',
    `The quarters add up to ${sum}, not ${total}. Spread the totals, or correct one of them.`,
  );
}
