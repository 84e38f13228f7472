import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { outlineText } from '../briefing.ts';
import { outlineFactsOf } from '../briefing-rows.ts';
import { feedbackOf } from '../fit/feedback-rows.ts';
import { fitCheckOf } from '../fit/fit-check-rows.ts';
import { askFit, mailFeedback } from '../fit/fit-letter.ts';
import { mailOffer } from '../offer-letter-step.ts';
import { offerById, shortlistById } from '../offers/reads.ts';
import { needInPlace } from '../reads.ts';
import { mailShortlist } from '../shortlist-letter-step.ts';
import type { QuestionInPlace } from './question-rows.ts';

/** Writes the letter of a question once more; false when nobody can be written to. */
export async function sendAgain(
  tx: Tx,
  ctx: Ctx,
  { kind, id }: Pick<QuestionInPlace, 'kind' | 'id'>,
): Promise<boolean> {
  switch (kind) {
    case 'offer': {
      const offer = await offerById(tx, id);
      const outline =
        offer.outline ||
        outlineText(await outlineFactsOf(tx, await needInPlace(tx, offer.needId), offer.remark));
      return mailOffer(tx, ctx, { ...offer, need: offer, outline, isAgain: true });
    }
    case 'shortlist': {
      const list = await shortlistById(tx, id);
      const { enrolmentId } = await needInPlace(tx, list.needId);
      const open = list.mentors.filter(({ isStruck, saidNo }) => !isStruck && !saidNo);
      const mentors = open.map(({ name }) => name);
      return mailShortlist(tx, ctx, { ...list, enrolmentId, mentors, isAgain: true });
    }
    case 'fit': {
      const check = await fitCheckOf(tx, id, { locks: false });
      // One letter of staff is the reminder: the morning's run need not send another.
      await tx
        .updateTable('fit_check')
        .set({ reminded_at: ctx.clock.now() })
        .where('id', '=', id)
        .execute();
      return askFit(tx, ctx, { ...check, checkId: id }, id);
    }
    case 'feedback':
      return mailFeedback(tx, ctx, {
        ...(await feedbackOf(tx, id, { locks: false })),
        isAgain: true,
      });
  }
}
