import { sql } from 'kysely';
import { AppError } from '../kernel/errors.ts';
import type { App, Ctx, Organisation } from './context.ts';
import { systemActor } from './permission.ts';

/** A context of the system for each organisation, oldest first. */
async function organisationContexts(app: App): Promise<Ctx[]> {
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

/** The context of the system in one organisation; null when it is gone. */
export async function systemIn(app: App, orgId: unknown): Promise<Ctx | null> {
  return (await organisationContexts(app)).find((ctx) => ctx.orgId === orgId) ?? null;
}

interface Walk {
  readonly ctx: Ctx;
  /**
   * Does one thing after another, each by itself: one that fails is told and does not keep the rest from
   * being done. What was refused because it is no longer due is no failure.
   */
  each<T>(things: readonly T[], work: (thing: T) => Promise<unknown>): Promise<void>;
}

/**
 * Does a timed job's work in every organisation. What fails in one is logged with its name and does not stop
 * the others; the job fails at the end, so that it is repeated and, in the end, seen by an administrator.
 * Work must therefore be safe to repeat.
 */
export async function inEveryOrganisation(
  app: App,
  job: string,
  work: (walk: Walk) => Promise<unknown>,
): Promise<void> {
  const failed = new Map<string, unknown>();
  for (const ctx of await organisationContexts(app)) {
    const note = (error: unknown) => {
      app.log.warn({ err: error, job, org: ctx.org.slug }, 'a job failed in one organisation');
      if (!failed.has(ctx.org.slug)) failed.set(ctx.org.slug, error);
    };
    const walk: Walk = {
      ctx,
      async each(things, one) {
        for (const thing of things) {
          try {
            await one(thing);
          } catch (error) {
            if (!isOvertaken(error)) note(error);
          }
        }
      },
    };
    try {
      await work(walk);
    } catch (error) {
      note(error);
    }
  }
  if (failed.size === 0) return;
  const [[slug, cause] = ['', undefined]] = failed;
  const words = cause instanceof Error ? cause.message : String(cause);
  throw new AppError(
    'internal',
    `${job} failed in ${[...failed.keys()].slice(0, 20).join(', ')}; in ${slug}: ${words}`,
    { cause },
  );
}

/** Somebody did it between the look and the act. */
function isOvertaken(error: unknown): boolean {
  return error instanceof AppError && (error.code === 'precondition' || error.code === 'not-found');
}
