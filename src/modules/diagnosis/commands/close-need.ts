import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { closeNeed as closed, needResults } from '../need.ts';
import { asNeed } from '../need-of-row.ts';
import { diagnosisPermissions } from '../permissions.ts';
import { needForUpdate } from '../reads.ts';

/** Closes a need with its result. A match that still runs for it must be ended or carried over first. */
export const closeNeed = command({
  name: 'close-need',
  permission: diagnosisPermissions.need.write,
  input: z.strictObject({
    needId: z.uuid(),
    result: z.enum(needResults, 'Choose what came of it.'),
    note: z.string().trim().max(2000).default(''),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const need = await needForUpdate(tx, input.needId);
    allow({ programmeId: need.programme_id, enterpriseId: need.enterprise_id });
    const today = ctx.clock.today(ctx.org.zone);
    const outcome = closed(asNeed(need), today, input.result);
    if (!outcome.ok) throw precondition(outcome.message);
    const running = await tx
      .selectFrom('match')
      .select('id')
      .where('need_id', '=', need.id)
      .where((where) => where(where.fn<boolean>('upper_inf', ['during']), '=', true))
      .executeTakeFirst();
    if (running) {
      throw precondition('A mentor is still matched for this need. End or change the match first.');
    }
    await tx
      .updateTable('need')
      .set({
        state: 'closed',
        closed_on: today,
        result: input.result,
        result_note: input.note || null,
        version: need.version + 1,
      })
      .where('id', '=', need.id)
      .execute();
    await audit({
      subject: ['need', need.id],
      changes: { state: [need.state, 'closed'], result: input.result },
    });
    return { needId: need.id };
  },
});
