import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

interface Ranked {
  needId: string;
  priority: number;
}

/**
 * Says anew how pressing the firm's open needs are, and tells which changed. A need that was closed meanwhile, or is
 * another firm's, is passed over.
 */
export async function rankOpenNeeds(
  tx: Tx,
  enrolmentId: string,
  wanted: readonly Ranked[],
): Promise<{ need: string; priority: [number, number] }[]> {
  if (wanted.length === 0) return [];
  const open = await tx
    .selectFrom('need')
    .select(['id', 'priority'])
    .where('enrolment_id', '=', enrolmentId)
    .where('state', '<>', 'closed')
    .where(
      'id',
      'in',
      wanted.map(({ needId }) => needId),
    )
    .orderBy('id')
    .forUpdate()
    .execute();
  const changes = open.flatMap(({ id, priority }) => {
    const next = wanted.find(({ needId }) => needId === id)?.priority ?? priority;
    return next === priority ? [] : [{ id, from: priority, to: next }];
  });
  for (const to of new Set(changes.map((change) => change.to))) {
    await tx
      .updateTable('need')
      .set({ priority: to, version: sql<number>`version + 1` })
      .where(
        'id',
        'in',
        changes.filter((change) => change.to === to).map(({ id }) => id),
      )
      .execute();
  }
  return changes.map(({ id, from, to }) => ({ need: id, priority: [from, to] }));
}
