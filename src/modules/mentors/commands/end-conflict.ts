import { z } from 'zod';
import { notFound, precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { requireWithinReach } from '../../programmes/reach/reads.ts';
import { mentorPermissions } from '../permissions.ts';

/** Ends a declared conflict of interest; the declaration itself is kept. */
export const endConflict = command({
  name: 'end-conflict',
  permission: mentorPermissions.mentorConflict.declare,
  input: z.strictObject({
    conflictId: z.uuid(),
    reason: z.string().trim().min(1, 'Say why it is over.').max(500),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const conflict = await tx
      .selectFrom('mentor_conflict')
      .select(['id', 'mentor_id', 'enterprise_id', 'ended_at'])
      .where('id', '=', input.conflictId)
      .forUpdate()
      .executeTakeFirst();
    if (!conflict) throw notFound('conflict');
    allow({ mentorId: conflict.mentor_id });
    await requireWithinReach(tx, ctx.actor, conflict.enterprise_id);
    if (conflict.ended_at !== null) throw precondition('This conflict has ended already.');
    await tx
      .updateTable('mentor_conflict')
      .set({ ended_at: ctx.clock.now() })
      .where('id', '=', conflict.id)
      .execute();
    await audit({
      subject: ['mentor', conflict.mentor_id],
      reason: input.reason,
      changes: { conflictEnded: conflict.id },
    });
    return { conflictId: conflict.id };
  },
});
