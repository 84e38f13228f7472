import type { CalendarDate } from '../../../kernel/calendar.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';

type Told =
  | { state: 'waiting'; seed: number }
  | { state: 'telling'; reached: CalendarDate; percent: number }
  | { state: 'failed'; failure: string }
  | { state: 'told' };

const longest = 2000;

/** Keeps how far the story is, with the real time as its sign of life. */
export async function keepStory(
  tx: Tx,
  ctx: Pick<Ctx, 'orgId' | 'clock'>,
  told: Told,
): Promise<void> {
  const row = {
    state: told.state,
    heard_at: ctx.clock.now(),
    failure: told.state === 'failed' ? told.failure.slice(0, longest) || 'unknown' : null,
    ...(told.state === 'waiting' ? { seed: told.seed } : {}),
    ...(told.state === 'telling' ? { reached_on: told.reached, percent: told.percent } : {}),
    ...(told.state === 'told' ? { percent: 100 } : {}),
  };
  await tx
    .insertInto('demonstration_story')
    .values({ org_id: ctx.orgId, ...row })
    .onConflict((at) => at.column('org_id').doUpdateSet(row))
    .execute();
}
