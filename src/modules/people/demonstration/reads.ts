import { sql } from 'kysely';
import { dateInZone, daysBetween } from '../../../kernel/calendar.ts';
import type { Ctx, Organisation } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Role } from '../../../platform/permission.ts';
import { type LoadState, loadDemonstration, shownRoles } from './demonstration.ts';

/** The demonstration of this installation, or null; in a transaction without an organisation. */
export async function findDemonstration(tx: Tx): Promise<Organisation | null> {
  const found = await sql<Organisation>`
    select f.org_id as "orgId", f.slug, f.name, f.zone, f.currency,
      f.is_demonstration as "isDemonstration"
    from all_organisations() a
    cross join lateral find_organisation(a.slug) f
    where f.is_demonstration
    limit 1`.execute(tx);
  return found.rows[0] ?? null;
}

/** How far the story is told, from the audit log, whose times are the story's. */
export async function loadState(tx: Tx, ctx: Pick<Ctx, 'clock' | 'org'>): Promise<LoadState> {
  const found = await sql<{ first: string; last: string; steps: number; loaded: boolean }>`
    select min(a.at) as first, max(a.at) as last, count(*)::int as steps,
      coalesce(bool_or(a.action = ${loadDemonstration}), false) as loaded
    from audit a`.execute(tx);
  const row = found.rows[0];
  if (row?.loaded) return { state: 'loaded' };
  if (!row || row.steps < 2) return { state: 'waiting' };
  const { zone } = ctx.org;
  const reached = dateInZone(row.last, zone);
  const opening = dateInZone(row.first, zone);
  const whole = Math.max(1, daysBetween(opening, ctx.clock.today(zone)));
  const percent = Math.min(99, Math.round((daysBetween(opening, reached) * 100) / whole));
  return { state: 'loading', reached, percent };
}

export interface DemonstrationPerson {
  personId: string;
  userId: string;
  name: string;
  role: Role;
  /** The firm of a participant; otherwise empty. */
  about: string;
}

/** Everybody of the demonstration who has an account, by role in the order shown; one role each. */
export async function demonstrationPeople(tx: Tx): Promise<DemonstrationPerson[]> {
  const found = await sql<DemonstrationPerson>`
    select distinct on (p.id) p.id as "personId", p.user_id as "userId", p.name, g.role,
      coalesce((
        select e.name from enterprise_person x
        join enterprise e on e.org_id = x.org_id and e.id = x.enterprise_id
        where x.org_id = p.org_id and x.person_id = p.id and x.to_on is null
        limit 1), '') as about
    from person p
    join role_grant g on g.org_id = p.org_id and g.person_id = p.id and g.ended_at is null
    where p.user_id is not null and p.removed_at is null
    order by p.id, g.role`.execute(tx);
  const place = (role: Role) => shownRoles.indexOf(role);
  return found.rows.sort(
    (a, b) => place(a.role) - place(b.role) || a.name.localeCompare(b.name, 'en'),
  );
}
