import { sql } from 'kysely';
import type { Instant } from '../kernel/calendar.ts';
import { hasRested } from '../platform/auth/session-life.ts';
import { systemClock } from '../platform/clock.ts';
import type { App, Ctx, Organisation } from '../platform/context.ts';
import { deadlineOfAccount } from '../modules/people/security/reads.ts';
import { openTo, programmesByName, type programmesOf } from '../modules/programmes/reads.ts';
import type { Tx } from '../platform/database.ts';
import { keptFormOfAccount } from '../platform/kept-forms.ts';
import { publicActor } from '../platform/permission.ts';
import { actorOfAccount } from './actor.ts';
import { isStaff } from './navigation.ts';

export interface Account {
  userId: string;
  sessionToken: string;
  sessionId: string;
  lastUsedAt: Instant;
  email: string;
  name: string;
  hasSecondFactor: boolean;
}

/** The signed-in account of a request, or null. */
export async function accountOf(app: App, request: Request): Promise<Account | null> {
  if (!(request.headers.get('cookie') ?? '').includes('espalier.session_token')) return null;
  const found = await app.auth.api.getSession({ headers: request.headers });
  if (!found) return null;
  const lastUsedAt = found.session.updatedAt.toISOString();
  // better-auth keeps its times by this clock.
  if (hasRested(lastUsedAt, systemClock.now(), 'others')) return null;
  return {
    userId: found.user.id,
    sessionToken: found.session.token,
    sessionId: found.session.id,
    lastUsedAt,
    email: found.user.email,
    name: found.user.name,
    hasSecondFactor: found.user.twoFactorEnabled === true,
  };
}

/** The organisation of an address, whoever asks. */
export async function organisationOf(app: App, slug: string): Promise<Organisation | null> {
  return app.database.anonymousRead((tx) => enterOrganisation(tx, slug));
}

export interface Member {
  ctx: Ctx;
  /** The programmes that somebody who works for the organisation may open, for the navigation. */
  programmes: Awaited<ReturnType<typeof programmesOf>>;
  /** What they sent when they were signed out, and may send now. */
  keptForm: string | null;
  /** Until when they may go on without the second factor that the organisation asks for; null when it does not. */
  secondFactorBy: string | null;
}

/** A signed-in person in the organisation of an address, in one transaction; null when they are nobody there. */
export async function memberOf(
  app: App,
  slug: string,
  account: Pick<Account, 'userId'> & Partial<Pick<Account, 'hasSecondFactor'>>,
): Promise<Member | null> {
  return app.database.anonymousRead(async (tx) => {
    const org = await enterOrganisation(tx, slug);
    if (!org) return null;
    // One wait for all, though only staff need the programmes.
    const now = app.clock.now();
    const [actor, programmes, keptForm, secondFactorBy] = await Promise.all([
      actorOfAccount(tx, account.userId, now),
      programmesByName(tx),
      keptFormOfAccount(tx, account.userId, now),
      account.hasSecondFactor ? null : deadlineOfAccount(tx, account.userId, now),
    ]);
    if (!actor) return null;
    return {
      ctx: { app, org, orgId: org.orgId, actor, clock: app.clock },
      programmes: isStaff(actor) ? openTo(actor, programmes) : [],
      keptForm,
      secondFactorBy,
    };
  });
}

/** Finds the organisation and makes it the transaction's own, in one round trip. */
async function enterOrganisation(tx: Tx, slug: string): Promise<Organisation | null> {
  const found = await sql<Organisation & { entered: string }>`
    select f.org_id as "orgId", f.slug, f.name, f.zone, f.currency,
      f.is_demonstration as "isDemonstration", set_config('app.org', f.org_id::text, true) as entered
    from find_organisation(${slug}) f`.execute(tx);
  const row = found.rows[0];
  if (!row) return null;
  const { entered, ...org } = row;
  return entered === org.orgId ? org : null;
}

/** The context of a visitor on an organisation's public pages. */
export function publicCtx(app: App, org: Organisation): Ctx {
  return { app, org, orgId: org.orgId, actor: publicActor, clock: app.clock };
}
