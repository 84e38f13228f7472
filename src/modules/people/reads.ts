import { sql } from 'kysely';
import { notFound } from '../../kernel/errors.ts';
import { accountById } from '../../platform/auth/account.ts';
import { sessionsOf } from '../../platform/auth/account-sessions.ts';
import type { Ctx, Organisation } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { may, type Role } from '../../platform/permission.ts';
import { findLink } from '../../platform/links.ts';
import { invitationState } from './invitation.ts';
import { type PersonStatus, personStatus } from './person.ts';
import { peoplePermissions } from './permissions.ts';
import { requireVisible, visibleTo } from './visible-rows.ts';

export interface PeopleQuery {
  search: string;
  sort: string;
  direction: 'asc' | 'desc';
  page: number;
  pageSize: number;
  filters: Readonly<Partial<Record<'role' | 'programme' | 'status', string>>>;
}

/** How the list of people may be sorted and narrowed. */
export const peopleTable = {
  sorts: ['name', 'email', '-added'],
  filters: ['role', 'programme', 'status'],
};

export interface PersonLine {
  id: string;
  name: string;
  email: string | null;
  status: PersonStatus;
  roles: { role: Role; programme: string | null }[];
}

interface LineRow {
  id: string;
  name: string;
  email: string | null;
  status: PersonStatus;
  roles: { role: Role; programme: string | null }[];
  total: number;
}

const orders: Record<string, ReturnType<typeof sql>> = {
  name: sql`lower(l.name)`,
  email: sql`lower(l.email)`,
  added: sql`l.created_at`,
};

/** The people of the organisation whom the actor may see, by filters; removed ones only when asked for. */
export async function peopleList(
  tx: Tx,
  ctx: Pick<Ctx, 'actor' | 'clock'>,
  query: PeopleQuery,
): Promise<{ lines: PersonLine[]; total: number }> {
  const now = ctx.clock.now();
  const { role = '', programme = '', status = '' } = query.filters;
  const order = orders[query.sort] ?? orders['name'];
  const direction = query.direction === 'desc' ? sql`desc nulls last` : sql`asc nulls last`;
  const like = `%${query.search.replace(/[\\%_]/g, '\\$&')}%`;
  const found = await sql<LineRow>`
    with line as (
      select p.id, p.name, p.email, p.created_at,
        case
          when p.removed_at is not null then 'removed'
          when p.user_id is not null then 'active'
          when exists (
            select from invitation i
            join link k on k.org_id = i.org_id and k.id = i.link_id
            where i.org_id = p.org_id and i.person_id = p.id and i.accepted_at is null
              and i.revoked_at is null and k.expires_at > ${now}::timestamptz) then 'invited'
          else 'no-account'
        end as status,
        coalesce((
          select jsonb_agg(jsonb_build_object('role', g.role, 'programme', r.name, 'programmeId', r.id)
            order by g.granted_at)
          from role_grant g
          left join programme r on r.org_id = g.org_id and r.id = g.programme_id
          where g.org_id = p.org_id and g.person_id = p.id and g.ended_at is null
            and (g.expires_at is null or g.expires_at > ${now}::timestamptz)), '[]') as roles
      from person p
      where (${query.search} = '' or p.name ilike ${like} or p.email ilike ${like})
        and ${visibleTo(ctx.actor)}
    )
    select l.id, l.name, l.email, l.status, l.roles, count(*) over () as total
    from line l
    where case when ${status} = '' then l.status <> 'removed' else l.status = ${status} end
      and (${role} = '' or l.roles @> jsonb_build_array(jsonb_build_object('role', ${role}::text)))
      and (${programme} = ''
        or l.roles @> jsonb_build_array(jsonb_build_object('programmeId', ${programme}::text)))
    order by ${order} ${direction}, l.id
    limit ${query.pageSize} offset ${(query.page - 1) * query.pageSize}`.execute(tx);
  return {
    total: found.rows[0]?.total ?? 0,
    lines: found.rows.map(({ id, name, email, status, roles }) => ({
      id,
      name,
      email,
      status,
      roles: roles.map(({ role, programme }) => ({ role, programme })),
    })),
  };
}

/** A person's page: details, roles, invitations and devices. "Not found" for whom the actor may not see. */
export async function personPage(tx: Tx, ctx: Ctx, id: string) {
  await requireVisible(tx, ctx.actor, id);
  const now = ctx.clock.now();
  const person = await personById(tx, id);
  const invitations = await invitationsOf(tx, id, now);
  const account = person.user_id === null ? null : await accountById(tx, person.user_id);
  const maySeeSessions = may(ctx.actor, peoplePermissions.person.endSessions, {});
  const sessions = account && maySeeSessions ? await sessionsOf(tx, account.userId, now) : [];
  return {
    person,
    status: personStatus({
      hasAccount: person.user_id !== null,
      isRemoved: person.removed_at !== null,
      isInvited: invitations.some(({ state }) => state === 'waiting'),
    }),
    signsInAs: account?.email ?? null,
    roles: await rolesOf(tx, id, now),
    invitations,
    sessions: sessions.map(({ id: sessionId, userAgent, lastUsedAt }) => ({
      id: sessionId,
      userAgent,
      lastUsedAt,
    })),
  };
}

/** A person's own row; "not found" when there is none in this organisation. */
export async function personById(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('person')
    .select([
      'id',
      'user_id',
      'name',
      'email',
      'phone',
      'access_needs',
      'quiet_from',
      'quiet_to',
      'created_at',
      'removed_at',
      'version',
    ])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('person');
  return { ...row, quiet_from: row.quiet_from.slice(0, 5), quiet_to: row.quiet_to.slice(0, 5) };
}

/** All roles a person has or had, present ones first. */
export async function rolesOf(tx: Tx, personId: string, now: string) {
  const rows = await tx
    .selectFrom('role_grant as g')
    .leftJoin('programme as r', (on) =>
      on.onRef('r.org_id', '=', 'g.org_id').onRef('r.id', '=', 'g.programme_id'),
    )
    .leftJoin('person as b', (on) =>
      on.onRef('b.org_id', '=', 'g.org_id').onRef('b.id', '=', 'g.granted_by'),
    )
    .leftJoin('person as c', (on) =>
      on.onRef('c.org_id', '=', 'g.org_id').onRef('c.id', '=', 'g.confirmed_by'),
    )
    .select([
      'g.id',
      'g.role',
      'g.programme_id as programmeId',
      'r.name as programme',
      'g.granted_at as grantedAt',
      'b.name as grantedBy',
      'c.name as confirmedBy',
      'g.expires_at as expiresAt',
      'g.ended_at as endedAt',
      'g.reason',
    ])
    .where('g.person_id', '=', personId)
    .orderBy('g.granted_at', 'desc')
    .execute();
  return rows
    .map((row) => ({
      ...row,
      role: row.role as Role,
      isHeld: row.endedAt === null && (row.expiresAt === null || row.expiresAt > now),
    }))
    .toSorted((a, b) => Number(b.isHeld) - Number(a.isHeld));
}

async function invitationsOf(tx: Tx, personId: string, now: string) {
  const rows = await tx
    .selectFrom('invitation as i')
    .innerJoin('link as k', (on) =>
      on.onRef('k.org_id', '=', 'i.org_id').onRef('k.id', '=', 'i.link_id'),
    )
    .leftJoin('person as b', (on) =>
      on.onRef('b.org_id', '=', 'i.org_id').onRef('b.id', '=', 'i.invited_by'),
    )
    .select([
      'i.id',
      'i.email',
      'i.invited_at as invitedAt',
      'i.accepted_at as acceptedAt',
      'i.revoked_at as revokedAt',
      'k.expires_at as expiresAt',
      'b.name as invitedBy',
    ])
    .where('i.person_id', '=', personId)
    .orderBy('i.invited_at', 'desc')
    .limit(20)
    .execute();
  return rows.map((row) => ({ ...row, state: invitationState(row, now) }));
}

/** What the page behind an invitation's link shows; null when the link does not hold. */
export async function invitationBehind(tx: Tx, ctx: Pick<Ctx, 'clock'>, secret: string) {
  const link = await findLink(tx, ctx, secret, 'invitation');
  if (!link?.subjectId) return null;
  const row = await tx
    .selectFrom('invitation as i')
    .innerJoin('person as p', (on) =>
      on.onRef('p.org_id', '=', 'i.org_id').onRef('p.id', '=', 'i.person_id'),
    )
    .select(['p.id as personId', 'p.name', 'i.email'])
    .where('i.id', '=', link.subjectId)
    .where('i.link_id', '=', link.id)
    .where('i.accepted_at', 'is', null)
    .where('i.revoked_at', 'is', null)
    .where('p.removed_at', 'is', null)
    .where('p.user_id', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** The programmes a role can be given for, by name. */
export async function programmeChoices(tx: Tx) {
  return tx
    .selectFrom('programme')
    .select(['id', 'name'])
    .where('state', '<>', 'closed')
    .orderBy('name')
    .execute();
}

/** The organisations an account belongs to, before one is chosen. */
export async function organisationsOf(tx: Tx, userId: string) {
  const found = await sql<{ org_id: string; slug: string; name: string; person_id: string }>`
    select o.org_id, o.slug, o.name, o.person_id
    from organisations_of_user(${userId}) o`.execute(tx);
  return found.rows.map((row) => ({
    orgId: row.org_id,
    slug: row.slug,
    name: row.name,
    personId: row.person_id,
  }));
}

/** Whether somebody has set an organisation up in this installation. */
export async function isSetUp(tx: Tx): Promise<boolean> {
  return (await allOrganisations(tx)).length > 0;
}

/** Short names of the installation's organisations, the oldest first; for the command line. */
export async function allOrganisations(tx: Tx): Promise<string[]> {
  const found = await sql<{ slug: string }>`select o.slug from all_organisations() o`.execute(tx);
  return found.rows.map(({ slug }) => slug);
}

/** The organisation of a short name, or null. */
export async function organisationBySlug(tx: Tx, slug: string): Promise<Organisation | null> {
  const found = await sql<Organisation>`
    select f.org_id as "orgId", f.slug, f.name, f.zone, f.currency,
      f.is_demonstration as "isDemonstration"
    from find_organisation(${slug}) f`.execute(tx);
  return found.rows[0] ?? null;
}

/** What an administrator sees of the organisation itself. */
export async function organisationPage(tx: Tx, orgId: string) {
  return tx
    .selectFrom('organisation')
    .select(['name', 'slug', 'zone', 'currency', 'second_factor as secondFactor', 'version'])
    .where('org_id', '=', orgId)
    .executeTakeFirstOrThrow();
}
