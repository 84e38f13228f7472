import { sql } from 'kysely';
import { addMinutes } from '../../../kernel/calendar.ts';
import type { Ctx, Organisation } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Role } from '../../../platform/permission.ts';
import { type LoadState, shownRoles, silentMinutes } from './demonstration.ts';

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

/** How far the story is told. */
export async function loadState(tx: Tx, ctx: Pick<Ctx, 'clock'>): Promise<LoadState> {
  const row = await storyRow(tx);
  if (row?.state === 'told') return { state: 'loaded' };
  const reached = row?.reached_on ?? null;
  if (row?.state === 'failed') return { state: 'failed', reached, why: row.failure };
  if (row && row.heard_at < addMinutes(ctx.clock.now(), -silentMinutes)) {
    return { state: 'failed', reached, why: null };
  }
  if (row?.state !== 'telling' || reached === null) return { state: 'waiting' };
  return { state: 'loading', reached, percent: Math.min(99, row.percent) };
}

/** Which story is told: another seed is another story of the same people. */
export async function storySeed(tx: Tx): Promise<number> {
  return (await storyRow(tx))?.seed ?? 0;
}

function storyRow(tx: Tx) {
  return tx
    .selectFrom('demonstration_story')
    .select(['state', 'seed', 'heard_at', 'reached_on', 'percent', 'failure'])
    .executeTakeFirst();
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
