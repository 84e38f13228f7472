import { sql } from 'kysely';
import type { App, Ctx, Organisation } from '../platform/context.ts';
import { publicActor } from '../platform/permission.ts';
import { actorOfAccount } from './actor.ts';

export interface Account {
  userId: string;
  sessionToken: string;
  email: string;
  name: string;
  hasSecondFactor: boolean;
}

/** The signed-in account of a request, or null. */
export async function accountOf(app: App, request: Request): Promise<Account | null> {
  if (!(request.headers.get('cookie') ?? '').includes('espalier.session_token')) return null;
  const found = await app.auth.api.getSession({ headers: request.headers });
  if (!found) return null;
  return {
    userId: found.user.id,
    sessionToken: found.session.token,
    email: found.user.email,
    name: found.user.name,
    hasSecondFactor: found.user.twoFactorEnabled === true,
  };
}

/** The organisation of an address, whoever asks. */
export async function organisationOf(app: App, slug: string): Promise<Organisation | null> {
  const found = await app.database.anonymous((tx) =>
    sql<{
      org_id: string;
      slug: string;
      name: string;
      zone: string;
      currency: string;
      is_demonstration: boolean;
    }>`select f.org_id, f.slug, f.name, f.zone, f.currency, f.is_demonstration
       from find_organisation(${slug}) f`.execute(tx),
  );
  const row = found.rows[0];
  if (!row) return null;
  return {
    orgId: row.org_id,
    slug: row.slug,
    name: row.name,
    zone: row.zone,
    currency: row.currency,
    isDemonstration: row.is_demonstration,
  };
}

/** The context of a signed-in person in an organisation; null when they are nobody there. */
export async function ctxOfAccount(
  app: App,
  org: Organisation,
  account: Account,
): Promise<Ctx | null> {
  const actor = await app.database.read(org.orgId, (tx) =>
    actorOfAccount(tx, account.userId, app.clock.now()),
  );
  if (!actor) return null;
  return { app, org, orgId: org.orgId, actor, clock: app.clock };
}

/** The context of a visitor on an organisation's public pages. */
export function publicCtx(app: App, org: Organisation): Ctx {
  return { app, org, orgId: org.orgId, actor: publicActor, clock: app.clock };
}
