import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Hundredths } from './quantity.ts';

/**
 * Shares a total over quarters in whole units that differ by one at most; what is not whole comes in the last
 * quarter. The shares always add up to the total.
 */
export function spreadEvenly(total: Hundredths, quarters: number): Hundredths[] {
  if (quarters <= 0 || total < 0) return [];
  const units = Math.floor(total / 100);
  return Array.from({ length: quarters }, (_, at) => {
    const until = Math.floor((units * (at + 1)) / quarters);
    const before = Math.floor((units * at) / quarters);
    return (until - before) * 100 + (at === quarters - 1 ? total % 100 : 0);
  });
}

/** One indicator's line of the form; null for an empty field. */
export interface TargetLine {
  total: Hundredths | null;
  /** The sum that stood in the total's field when the page was loaded. */
  storedTotal: Hundredths;
  quarters: readonly (Hundredths | null)[];
}

/**
 * The quarters that a line means. A total without quarters is spread; a total that was changed and does not
 * fit its quarters is a question, since either may be meant.
 */
export function quartersMeant(
  line: TargetLine,
  show: (amount: Hundredths) => string,
): Result<Hundredths[], 'total-differs'> {
  const { total, storedTotal, quarters } = line;
  if (total !== null && total > 0 && quarters.every((value) => value === null)) {
    return ok(spreadEvenly(total, quarters.length));
  }
  const values = quarters.map((value) => value ?? 0);
  const sum = values.reduce((added, value) => added + value, 0);
  if (total === null || total === storedTotal || total === sum) return ok(values);
  return fail(
    'total-differs',
    `The quarters add up to ${show(sum)}, not ${show(total)}. Spread the totals, or correct one of them.`,
  );
}
