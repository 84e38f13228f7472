import { notFound } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/database.ts';

/** The output, locked until the transaction ends. */
export async function outputForUpdate(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('output')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('output');
  return row;
}
