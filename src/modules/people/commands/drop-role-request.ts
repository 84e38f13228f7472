import { z } from 'zod';
import { notFound } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { peoplePermissions } from '../permissions.ts';
import { requireWaiting, waitingRequestForUpdate } from '../role-request-rows.ts';
import { mayConfirm } from '../role.ts';

/** Ends a request for a role: whoever asked takes it back, whoever could confirm it refuses. */
export const dropRoleRequest = command({
  name: 'drop-role-request',
  permission: peoplePermissions.role.confirm,
  input: z.strictObject({ requestId: z.uuid() }),
  async run({ ctx, tx, input, allow, audit }) {
    const request = await waitingRequestForUpdate(tx, input.requestId);
    const { personId, role, programmeId, requestedBy } = request;
    allow({ programmeId });
    const isOwn = ctx.actor.personId === requestedBy;
    if (!isOwn && !mayConfirm(ctx.actor, { role, programmeId })) throw notFound('role');
    requireWaiting(request);
    const state = isOwn ? 'withdrawn' : 'refused';
    await tx
      .updateTable('role_request')
      .set({ state, answered_by: ctx.actor.personId, answered_at: ctx.clock.now() })
      .where('id', '=', request.id)
      .execute();
    await audit({
      subject: ['person', personId],
      changes: { request: request.id, state, role, programme: programmeId },
    });
    return { state };
  },
});
