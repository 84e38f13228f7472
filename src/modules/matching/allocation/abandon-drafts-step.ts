import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';

/** Gives up what is being worked on at a programme's match desk; its steps stay on record. Gives the drafts. */
export async function abandonDrafts(
  tx: Tx,
  ctx: Ctx,
  programmeId: string,
  reason: string,
): Promise<string[]> {
  const given = await tx
    .updateTable('allocation')
    .set({
      state: 'abandoned',
      closed_by: ctx.actor.personId,
      closed_at: ctx.clock.now(),
      close_reason: reason,
      version: sql<number>`version + 1`,
    })
    .where('programme_id', '=', programmeId)
    .where('state', '=', 'draft')
    .returning('id')
    .execute();
  return given.map(({ id }) => id);
}
