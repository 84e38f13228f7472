import { precondition } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { openRematch } from '../rematch/open-rematch-step.ts';
import { type FitAnswer, fitCheckRefusal } from './fit-check.ts';
import { tellOfMisfit } from './not-good-letter.ts';
import type { FitCheckRow } from './fit-check-rows.ts';

/** Keeps the answer to a locked question; "not good" opens a re-match. Gives that re-match's id. */
export async function takeFitAnswer(
  tx: Tx,
  ctx: Ctx,
  check: FitCheckRow,
  { answer, note }: { answer: FitAnswer; note: string },
): Promise<string | null> {
  const refusal = fitCheckRefusal(check);
  if (refusal !== null) throw precondition(refusal);
  await tx
    .updateTable('fit_check')
    .set({ answer, note, answered_by: ctx.actor.personId, answered_at: ctx.clock.now() })
    .where('id', '=', check.id)
    .execute();
  if (answer !== 'not-good') return null;
  await tellOfMisfit(tx, ctx, check, note);
  return openRematch(tx, ctx, { matchId: check.matchId, source: 'fit-check', note: '' });
}
