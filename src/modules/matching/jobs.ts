import { sql } from 'kysely';
import type { App, Organisation } from '../../platform/context.ts';
import type { JobDefinition } from '../../platform/jobs.ts';
import { systemActor } from '../../platform/permission.ts';
import { expireOffers } from './commands/expire-offers.ts';
import { dueOffers } from './due-answers.ts';

/** Turns the answer clock of every organisation; repeating it changes nothing. */
export const expireOffersJob: JobDefinition = {
  name: 'expire-offers',
  cron: '*/15 * * * *',
  retryLimit: 0,
  async run(app) {
    const all = await app.database.anonymous((tx) =>
      sql<Organisation>`
        select f.org_id as "orgId", f.slug, f.name, f.zone, f.currency,
          f.is_demonstration as "isDemonstration"
        from all_organisations() a
        cross join lateral find_organisation(a.slug) f`.execute(tx),
    );
    for (const org of all.rows) {
      if (!(await isDue(app, org))) continue;
      await expireOffers({ app, org, orgId: org.orgId, actor: systemActor, clock: app.clock }, {});
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
