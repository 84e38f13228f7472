import { sql } from 'kysely';
import { AppError } from '../kernel/errors.ts';
import type { App, Organisation } from '../platform/context.ts';

/** The organisation with this slug; without one, the only organisation of the installation. */
export async function chooseOrganisation(
  app: App,
  slug: string | undefined,
): Promise<Organisation> {
  const found = await app.database.anonymous((tx) =>
    sql<Organisation>`
      select f.org_id as "orgId", f.slug, f.name, f.zone, f.currency,
        f.is_demonstration as "isDemonstration"
      from all_organisations() a
      cross join lateral find_organisation(a.slug) f`.execute(tx),
  );
  const slugs = found.rows.map((org) => org.slug).join(', ');
  if (slug !== undefined) {
    const org = found.rows.find((one) => one.slug === slug);
    if (org) return org;
    throw new AppError(
      'not-found',
      `There is no organisation “${slug}”. Known: ${slugs || 'none'}.`,
    );
  }
  const [only, ...others] = found.rows;
  if (only === undefined) {
    throw new AppError(
      'precondition',
      'There is no organisation yet. Start Espalier and set it up.',
    );
  }
  if (others.length > 0) {
    throw new AppError(
      'precondition',
      `There are several organisations; add --org and one of ${slugs}.`,
    );
  }
  return only;
}
