import { z } from 'zod';
import { notFound } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { command } from '../../../platform/command.ts';
import { requireWithinReach } from '../../programmes/reach/reads.ts';
import { mentorPermissions } from '../permissions.ts';
import { presentMentorForUpdate } from '../store.ts';

/** Notes a conflict of interest between a mentor and an enterprise; it blocks matching until ended. */
export const declareConflict = command({
  name: 'declare-conflict',
  permission: mentorPermissions.mentorConflict.declare,
  input: z.strictObject({
    mentorId: z.uuid(),
    enterpriseId: z.uuid(),
    kind: z.enum(['shareholding', 'client', 'competitor', 'family', 'other']),
    note: z.string().trim().max(2000).default(''),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({ mentorId: input.mentorId });
    const mentor = await presentMentorForUpdate(tx, ctx.actor, input.mentorId);
    const enterprise = await tx
      .selectFrom('enterprise')
      .select('id')
      .where('id', '=', input.enterpriseId)
      .executeTakeFirst();
    if (!enterprise) throw notFound('enterprise');
    await requireWithinReach(tx, ctx.actor, enterprise.id);
    const id = newId();
    await tx
      .insertInto('mentor_conflict')
      .values({
        org_id: ctx.orgId,
        id,
        mentor_id: mentor.id,
        enterprise_id: input.enterpriseId,
        kind: input.kind,
        note: input.note,
        declared_at: ctx.clock.now(),
      })
      .execute();
    await audit({
      subject: ['mentor', mentor.id],
      changes: { conflict: id, enterpriseId: input.enterpriseId, kind: input.kind },
    });
    return { conflictId: id };
  },
});
