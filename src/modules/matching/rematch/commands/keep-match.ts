import { z } from 'zod';
import { precondition } from '../../../../kernel/errors.ts';
import { command } from '../../../../platform/command.ts';
import { matchingPermissions } from '../../permissions.ts';
import { matchForUpdate } from '../../store.ts';
import { settleRematch } from '../open-rematch-step.ts';

/** A match that was to change goes on after all, with the reason; nobody is written to. */
export const keepMatch = command({
  name: 'keep-match',
  permission: matchingPermissions.rematch.settle,
  input: z.strictObject({
    matchId: z.uuid(),
    reason: z.string().trim().min(1, 'Say why they go on.').max(2000),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const match = await matchForUpdate(tx, input.matchId);
    allow({ programmeId: match.programme_id, enterpriseId: match.enterprise_id });
    const settled = await settleRematch(tx, ctx, match.id, {
      outcome: 'kept',
      reason: input.reason,
    });
    if (settled === 0) throw precondition('This match is not to change.');
    await audit({ subject: ['match', match.id], changes: { rematch: 'kept' } });
    return { matchId: match.id };
  },
});
