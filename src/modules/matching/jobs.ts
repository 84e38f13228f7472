import type { App, Organisation } from '../../platform/context.ts';
import { everyOrganisation } from '../../platform/every-organisation.ts';
import type { JobDefinition } from '../../platform/jobs.ts';
import { expireOffers } from './commands/expire-offers.ts';
import { dueOffers } from './due-answer-rows.ts';

/** Turns the answer clock of every organisation; repeating it changes nothing. */
export const expireOffersJob: JobDefinition = {
  name: 'expire-offers',
  cron: '*/15 * * * *',
  retryLimit: 0,
  async run(app) {
    for (const ctx of await everyOrganisation(app)) {
      if (await isDue(app, ctx.org)) await expireOffers(ctx, {});
    }
  },
};

/** Without this the clock would write an audit entry each time, in every organisation. */
function isDue(app: App, org: Organisation): Promise<boolean> {
  return app.database.read(org.orgId, async (tx) => {
    const { expired, toNudge } = await dueOffers(tx, app.clock.now(), { locks: false });
    if (expired.length > 0 || toNudge.length > 0) return true;
    const late = await tx
      .selectFrom('shortlist')
      .select('id')
      .where('state', '=', 'sent')
      .where('choose_by', '<', app.clock.today(org.zone))
      .limit(1)
      .executeTakeFirst();
    return late !== undefined;
  });
}
