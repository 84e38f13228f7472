import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';

/**
 * Lets the connection plan its checks of foreign keys anew after many rows. Plans made while a table was
 * almost empty read the whole of it for each row, which makes a first import quadratic.
 */
export async function planAnew(tx: Tx, rowsAdded: number): Promise<void> {
  if (rowsAdded >= 100) await sql`discard plans`.execute(tx);
}
