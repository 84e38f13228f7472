import { sql } from 'kysely';
import type { App, Ctx, Organisation } from './context.ts';
import { systemActor } from './permission.ts';

/** A context of the system for each organisation, oldest first: what a timed job walks through. */
export async function everyOrganisation(app: App): Promise<Ctx[]> {
  const all = await app.database.anonymous((tx) =>
    sql<Organisation>`
      select f.org_id as "orgId", f.slug, f.name, f.zone, f.currency,
        f.is_demonstration as "isDemonstration"
      from all_organisations() a
      cross join lateral find_organisation(a.slug) f`.execute(tx),
  );
  return all.rows.map((org) => ({
    app,
    org,
    orgId: org.orgId,
    actor: systemActor,
    clock: app.clock,
  }));
}
