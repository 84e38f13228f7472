import { z } from 'zod';
import { command } from '../../../../platform/command.ts';
import { matchingPermissions } from '../../permissions.ts';
import { allocationForUpdate, checkDraft } from '../allocation-rows.ts';

/** Gives a proposal up without sending anything; its steps stay on record. */
export const abandonAllocation = command({
  name: 'abandon-allocation',
  permission: matchingPermissions.allocation.abandon,
  input: z.strictObject({
    allocationId: z.uuid(),
    version: z.int(),
    reason: z.string().trim().max(2000).default(''),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const draft = await allocationForUpdate(tx, input.allocationId);
    allow({ programmeId: draft.programme_id });
    checkDraft(draft, input.version);
    await tx
      .updateTable('allocation')
      .set({
        state: 'abandoned',
        closed_by: ctx.actor.personId,
        closed_at: ctx.clock.now(),
        close_reason: input.reason,
        version: draft.version + 1,
      })
      .where('id', '=', draft.id)
      .execute();
    await audit({ subject: ['allocation', draft.id], changes: { state: 'abandoned' } });
    return { state: 'abandoned' };
  },
});
