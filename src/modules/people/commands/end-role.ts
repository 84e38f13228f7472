import { z } from 'zod';
import { notFound, precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { peoplePermissions } from '../permissions.ts';
import { mayGrant } from '../role.ts';
import { grantForUpdate, keepAnAdmin } from '../store.ts';

/** Takes a role from a person, with the reason; they are out at their next click. */
export const endRole = command({
  name: 'end-role',
  permission: peoplePermissions.role.end,
  input: z.strictObject({
    grantId: z.uuid(),
    reason: z
      .string()
      .trim()
      .min(1, 'Say why, in a few words.')
      .max(500, 'Use at most 500 characters.'),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const grant = await grantForUpdate(tx, input.grantId);
    allow({ programmeId: grant.programme_id });
    const scope = { role: grant.role, programmeId: grant.programme_id };
    if (!mayGrant(ctx.actor, scope)) throw notFound('role');
    if (grant.ended_at !== null) throw precondition('This role has ended already.');
    const now = ctx.clock.now();
    if (grant.role === 'admin') await keepAnAdmin(tx, grant.person_id, now);
    await tx
      .updateTable('role_grant')
      .set({ ended_at: now, ended_by: ctx.actor.personId, reason: input.reason })
      .where('id', '=', grant.id)
      .execute();
    await audit({
      subject: ['person', grant.person_id],
      reason: input.reason,
      changes: { grant: grant.id, ...scope },
    });
    return { personId: grant.person_id };
  },
});
