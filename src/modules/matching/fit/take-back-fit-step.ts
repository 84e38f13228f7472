import { precondition } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { cancelMail } from '../../../platform/mail/outbox.ts';
import { mayTakeBack } from '../taking-back.ts';
import { notGoodKind } from './not-good-letter.ts';
import type { FitCheckRow } from './fit-check-rows.ts';

/**
 * Takes the answer to a locked question back: it waits again. What "not good" had opened goes with it, unless
 * somebody has acted on it by then.
 */
export async function takeBackFit(tx: Tx, ctx: Ctx, check: FitCheckRow): Promise<void> {
  if (check.answer === null || check.answeredAt === null) {
    throw precondition('There is no answer to take back.');
  }
  if (check.isEnded) throw precondition('This match has ended meanwhile. Ring your adviser.');
  if (!mayTakeBack(check.answeredAt, ctx.clock.now())) {
    throw precondition('The ten minutes are over. Ring your adviser when it has changed.');
  }
  await tx
    .updateTable('fit_check')
    .set({ answer: null, note: '', answered_by: null, answered_at: null })
    .where('id', '=', check.id)
    .execute();
  if (check.answer !== 'not-good') return;
  await cancelMail(tx, check.matchId, notGoodKind);
  await tx
    .deleteFrom('rematch')
    .where('match_id', '=', check.matchId)
    .where('source', '=', 'fit-check')
    .where('raised_at', '=', check.answeredAt)
    .where('settled_at', 'is', null)
    .execute();
}
