import { setImmediate } from 'node:timers/promises';

/** A row that cannot be read or kept: a fault of ours, told with the row. */
export class RowFault extends Error {
  readonly row: number;

  constructor(row: number, cause: unknown) {
    super(`row ${row} could not be checked`, { cause });
    this.row = row;
  }
}

/**
 * Works through rows one by one, so that a fault has its row. Every few hundred rows other work gets its turn: a list of
 * 100,000 rows keeps nobody's page waiting.
 */
export async function eachRow<R, T>(
  rows: readonly R[],
  numberOf: (row: R) => number,
  work: (row: R) => T,
): Promise<T[]> {
  const done: T[] = [];
  for (const row of rows) {
    try {
      done.push(work(row));
    } catch (cause) {
      throw new RowFault(numberOf(row), cause);
    }
    if (done.length % rowsATurn === 0) await setImmediate();
  }
  return done;
}

const rowsATurn = 250;

export function numberOf({ number }: { number: number }): number {
  return number;
}

/** What PostgreSQL says of data that it cannot keep, such as a text with half a character. */
export function isDataFault(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^(22|23)/.test(code);
}

/**
 * Whether trying again may help: the connection, a lock or the machine failed, not the list. Classes of PostgreSQL's
 * codes; what has none of them and no row is taken for a passing fault, too.
 */
export function mayPass(error: unknown): boolean {
  return !(error instanceof RowFault) && !isDataFault(error) && !(error instanceof TypeError);
}

/** What somebody reads whose list could not be checked. */
export function wordsOfFault(error: unknown): string {
  const where = error instanceof RowFault ? `Row ${error.row}` : 'A row';
  return `The check broke off. ${where} of this list holds something that cannot be kept. Look at it, mend it in the file and upload the list again, or leave the column out.`;
}
