import { z } from 'zod';
import { newId } from '../../../../kernel/ids.ts';
import { command } from '../../../../platform/command.ts';
import { matchingPermissions } from '../../permissions.ts';
import { dueFeedback } from '../feedback-rows.ts';
import { dueFits } from '../fit-check-rows.ts';
import { askFeedback, askFit } from '../fit-letter.ts';

/**
 * Run by a job: asks both sides after their first meeting whether they fit, again whoever is undecided, once more
 * whoever did not answer, and a firm about its mentor after some sessions. `only` is the id of one match: the job
 * takes each by itself, so that one that fails keeps nobody else from being asked.
 */
export const askFits = command({
  name: 'ask-fits',
  permission: matchingPermissions.fitCheck.ask,
  input: z.strictObject({ only: z.uuid().nullable().default(null) }),
  async run({ ctx, tx, input: { only }, allow, audit }) {
    allow({});
    const now = ctx.clock.now();
    let asked = 0;
    let reminded = 0;
    for (const due of await dueFits(tx, now, only)) {
      if (due.checkId !== null) {
        await tx
          .updateTable('fit_check')
          .set({ reminded_at: now })
          .where('id', '=', due.checkId)
          .execute();
        await askFit(tx, ctx, due, due.checkId);
        reminded += 1;
        continue;
      }
      const made = await tx
        .insertInto('fit_check')
        .values({
          org_id: ctx.orgId,
          id: newId(),
          match_id: due.matchId,
          side: due.side,
          round: due.round,
          asked_at: now,
        })
        .onConflict((clash) => clash.columns(['org_id', 'match_id', 'side', 'round']).doNothing())
        .returning('id')
        .executeTakeFirst();
      if (!made) continue;
      await askFit(tx, ctx, due, made.id);
      asked += 1;
    }
    const feedback = await dueFeedback(tx, only);
    for (const due of feedback) await askFeedback(tx, ctx, due);
    await audit({
      subject: ['match', null],
      changes: { asked, reminded, feedback: feedback.length },
    });
    return { asked, reminded, feedback: feedback.length };
  },
});
