import { z } from 'zod';
import { notFound, precondition } from '../../../../kernel/errors.ts';
import { command } from '../../../../platform/command.ts';
import { needForUpdate } from '../../../diagnosis/reads.ts';
import { matchingPermissions } from '../../permissions.ts';

/** Staff set a firm's no to a mentor aside, so that the mentor may be proposed to it again. */
export const setRefusalAside = command({
  name: 'set-refusal-aside',
  permission: matchingPermissions.offer.settle,
  input: z.strictObject({
    shortlistId: z.uuid(),
    mentorId: z.uuid(),
    asideReason: z
      .string()
      .trim()
      .min(1, 'Say why the enterprise’s no does not hold any more.')
      .max(500),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const list = await tx
      .selectFrom('shortlist')
      .select('need_id')
      .where('id', '=', input.shortlistId)
      .executeTakeFirst();
    if (!list) throw notFound('shortlist');
    const need = await needForUpdate(tx, list.need_id);
    allow({ programmeId: need.programme_id, enterpriseId: need.enterprise_id });
    const done = await tx
      .updateTable('shortlist_mentor')
      .set({ refusal_set_aside_at: ctx.clock.now() })
      .where('shortlist_id', '=', input.shortlistId)
      .where('mentor_id', '=', input.mentorId)
      .where('refused_for', 'is not', null)
      .where('refusal_set_aside_at', 'is', null)
      .returning('mentor_id')
      .executeTakeFirst();
    if (!done) throw precondition('There is no such answer to set aside any more.');
    await audit({
      subject: ['shortlist', input.shortlistId],
      reason: input.asideReason,
      changes: { mentorId: input.mentorId, refusal: 'set-aside' },
    });
    return { needId: need.id, mentorId: input.mentorId };
  },
});
