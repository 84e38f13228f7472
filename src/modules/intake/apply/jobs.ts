import { inEveryOrganisation } from '../../../platform/every-organisation.ts';
import type { JobDefinition } from '../../../platform/jobs.ts';
import { sweepDrafts } from '../commands/sweep-drafts.ts';
import { oldDrafts } from './old-draft-rows.ts';

const mostANight = 5000;

/** Reminds of old drafts, and deletes those that stay untouched, every night. */
export const sweepDraftsJob: JobDefinition = {
  name: 'sweep-drafts',
  cron: '40 4 * * *',
  retryLimit: 2,
  run: (app) =>
    inEveryOrganisation(app, 'sweep-drafts', async ({ ctx, each }) => {
      const due = await app.database.read(ctx.orgId, (tx) =>
        oldDrafts(tx, ctx.clock.now(), { most: mostANight, locks: false }),
      );
      const drafts = [...due.toRemind, ...due.toDelete];
      await each(drafts, (draft) => sweepDrafts(ctx, { only: draft.id }));
    }),
};
