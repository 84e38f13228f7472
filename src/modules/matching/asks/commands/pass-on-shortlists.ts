import { z } from 'zod';
import { command } from '../../../../platform/command.ts';
import { matchingPermissions } from '../../permissions.ts';
import { moveShortlists } from '../move-shortlists-step.ts';

/** Run by a job when somebody has left a firm: who speaks for it now gets the lists that wait for its choice. */
export const passOnShortlists = command({
  name: 'pass-on-shortlists',
  permission: matchingPermissions.shortlist.passOn,
  input: z.strictObject({ enterpriseId: z.uuid() }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({});
    const moved = await moveShortlists(tx, ctx, [input.enterpriseId]);
    await audit({ subject: ['enterprise', input.enterpriseId], changes: { moved } });
    return { moved };
  },
});
