import { inEveryOrganisation } from '../../../platform/every-organisation.ts';
import type { JobDefinition } from '../../../platform/jobs.ts';
import { sweepDrafts } from '../commands/sweep-drafts.ts';
import { oldDrafts } from './old-draft-rows.ts';

/** Reminds of old drafts, and deletes those that stay untouched, every night. */
export const sweepDraftsJob: JobDefinition = {
  name: 'sweep-drafts',
  cron: '40 4 * * *',
  retryLimit: 2,
  run: (app) =>
    inEveryOrganisation(app, 'sweep-drafts', async ({ ctx }) => {
      for (;;) {
        // Without this look each night would leave an audit entry in every organisation.
        const due = await app.database.read(ctx.orgId, (tx) =>
          oldDrafts(tx, ctx.clock.now(), { most: 1, locks: false }),
        );
        if (due.toRemind.length + due.toDelete.length === 0) break;
        const { reminded, deleted } = await sweepDrafts(ctx, {});
        if (reminded + deleted === 0) break;
      }
    }),
};
