import { precondition } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import type { RematchSource } from './rematch.ts';

interface Opening {
  matchId: string;
  source: RematchSource;
  /** For staff only. */
  note: string;
}

/** Notes that a match is to change; null when that is noted already. */
export async function openRematch(tx: Tx, ctx: Ctx, opening: Opening): Promise<string | null> {
  const row = await tx
    .insertInto('rematch')
    .values({
      org_id: ctx.orgId,
      id: newId(),
      match_id: opening.matchId,
      source: opening.source,
      note: opening.note,
      raised_by: ctx.actor.personId,
      raised_at: ctx.clock.now(),
    })
    .onConflict((clash) =>
      clash.columns(['org_id', 'match_id']).where('settled_at', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Closes what was noted about a match; gives how many there were, none or one. */
export async function settleRematch(
  tx: Tx,
  ctx: Ctx,
  matchId: string,
  settled: { outcome: 'changed' | 'kept'; reason: string },
): Promise<number> {
  const done = await tx
    .updateTable('rematch')
    .set({
      outcome: settled.outcome,
      reason: settled.reason,
      settled_by: ctx.actor.personId,
      settled_at: ctx.clock.now(),
    })
    .where('match_id', '=', matchId)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}

/** Before somebody else is asked, staff have said why the present mentor changes, or that they stay. */
export async function refuseUnsettledRematch(
  tx: Tx,
  needId: string,
  words = 'The present match is to change. Say first why it ends, or that the two go on together.',
): Promise<void> {
  const open = await tx
    .selectFrom('rematch as r')
    .innerJoin('match as t', (on) =>
      on.onRef('t.org_id', '=', 'r.org_id').onRef('t.id', '=', 'r.match_id'),
    )
    .select('r.id')
    .where('t.need_id', '=', needId)
    .where('r.settled_at', 'is', null)
    .executeTakeFirst();
  if (open) throw precondition(words);
}
