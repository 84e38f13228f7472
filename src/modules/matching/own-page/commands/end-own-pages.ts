import { z } from 'zod';
import { notFound } from '../../../../kernel/errors.ts';
import { command } from '../../../../platform/command.ts';
import { revokePages } from '../../../../platform/links.ts';
import { matchingPermissions } from '../../permissions.ts';

/** Ends every link to one's own pages, after a lost telephone or a letter that went astray. */
export const endOwnPages = command({
  name: 'end-own-pages',
  permission: matchingPermissions.ownPage.end,
  input: z.strictObject({}),
  async run({ ctx, tx, allow, audit }) {
    const { personId } = ctx.actor;
    if (personId === null) throw notFound();
    allow({ personId });
    const ended = await revokePages(tx, ctx, personId);
    await audit({ subject: ['person', personId], changes: { ended } });
    return { ended };
  },
});
