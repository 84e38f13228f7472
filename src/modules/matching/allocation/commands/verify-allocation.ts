import { z } from 'zod';
import { notFound, precondition } from '../../../../kernel/errors.ts';
import { command } from '../../../../platform/command.ts';
import { matchingPermissions } from '../../permissions.ts';
import { frozenForUpdate } from '../allocation-rows.ts';
import { recheck } from '../frozen.ts';

/** Proves once more that a sent allocation was the best there was, from what was kept, and notes the outcome. */
export const verifyAllocation = command({
  name: 'verify-allocation',
  permission: matchingPermissions.allocation.verify,
  input: z.strictObject({ allocationId: z.uuid() }),
  async run({ ctx, tx, input, allow, audit }) {
    const kept = await frozenForUpdate(tx, input.allocationId);
    allow({ programmeId: kept.programme_id });
    const { input: packed, result, input_hash: inputHash } = kept;
    if (kept.state !== 'published') {
      throw precondition('Only an allocation whose letters were sent can be proved again.');
    }
    if (!packed || !result || inputHash === null) throw notFound('allocation');
    const checked = recheck({ input: packed, result, inputHash });
    await tx
      .updateTable('allocation')
      .set({
        verified_by: ctx.actor.personId,
        verified_at: ctx.clock.now(),
        is_proved: checked.ok,
      })
      .where('id', '=', kept.id)
      .execute();
    await audit({ subject: ['allocation', kept.id], changes: { isProved: checked.ok } });
    return { isProved: checked.ok, why: checked.ok ? null : checked.why };
  },
});
