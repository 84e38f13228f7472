import { z } from 'zod';
import { precondition } from '../../../../kernel/errors.ts';
import { command } from '../../../../platform/command.ts';
import { matchingPermissions } from '../../permissions.ts';
import { matchForUpdate } from '../../store.ts';
import { openRematch } from '../open-rematch-step.ts';

/** Staff note that a running match is to change; the need is back in the queue, and the cause is asked next. */
export const raiseRematch = command({
  name: 'raise-rematch',
  permission: matchingPermissions.rematch.raise,
  input: z.strictObject({
    matchId: z.uuid(),
    /** For staff only. */
    note: z.string().trim().max(2000).default(''),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const match = await matchForUpdate(tx, input.matchId);
    allow({ programmeId: match.programme_id, enterpriseId: match.enterprise_id });
    if (match.end_cause !== null) throw precondition('This match has ended already.');
    const rematchId = await openRematch(tx, ctx, {
      matchId: match.id,
      source: 'staff',
      note: input.note,
    });
    if (!rematchId) throw precondition('It is noted already that this match is to change.');
    await audit({ subject: ['match', match.id], changes: { rematchId, source: 'staff' } });
    return { rematchId };
  },
});
