import { z } from 'zod';
import { precondition } from '../../../../kernel/errors.ts';
import { command } from '../../../../platform/command.ts';
import { matchingPermissions } from '../../permissions.ts';
import { feedbackOf } from '../feedback-rows.ts';

const mark = z.int('Choose one of the five.').min(1).max(5);

/** A firm says, once, how it goes with its mentor and what came of it. The marks stay with staff. */
export const giveFeedback = command({
  name: 'give-feedback',
  permission: matchingPermissions.feedback.give,
  input: z.strictObject({
    feedbackId: z.uuid(),
    /** How the two worked together, 1 to 5. */
    relation: mark,
    /** How far the need was met, 1 to 5. */
    outcome: mark,
    /** For staff only. */
    note: z.string().trim().max(2000).default(''),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const seen = await feedbackOf(tx, input.feedbackId, { locks: true });
    allow({ programmeId: seen.programmeId, enterpriseId: seen.enterpriseId });
    if (seen.isAnswered) throw precondition('You have answered already. Thank you.');
    await tx
      .updateTable('mentor_feedback')
      .set({
        relation: input.relation,
        outcome: input.outcome,
        note: input.note,
        answered_by: ctx.actor.personId,
        answered_at: ctx.clock.now(),
      })
      .where('id', '=', seen.id)
      .execute();
    await audit({ subject: ['match', seen.matchId], changes: { occasion: seen.occasion } });
    return { matchId: seen.matchId };
  },
});
