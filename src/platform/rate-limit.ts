import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { AppError } from '../kernel/errors.ts';
import { plural } from '../kernel/text.ts';
import type { App } from './context.ts';
import { networkOf } from './proxies.ts';

interface Allowance {
  readonly max: number;
  readonly windowSeconds: number;
}

type Limiter = Pick<App, 'database' | 'clock' | 'log'>;
type Counter = Pick<App, 'database' | 'clock'>;

/**
 * Counts one attempt under a key and tells whether it is within the allowance. The count is one statement in
 * the database, so it holds for several processes and after a restart; when the database does not answer,
 * nothing is allowed. The key (an address, a mail address) is kept only as a hash.
 */
export async function hit(app: Counter, key: string, allowance: Allowance): Promise<boolean> {
  const now = app.clock.now();
  const hashed = createHash('sha256').update(key).digest('hex');
  // A window that begins in the future was counted while the clock was wrong, and would last until then.
  const isOver = sql`(r.window_start + make_interval(secs => ${allowance.windowSeconds}) <= ${now}
    or r.window_start > ${now}::timestamptz)`;
  const counted = await app.database.anonymous((tx) =>
    sql<{ hits: number }>`
      insert into rate_limit as r (key, window_start, hits)
      values (${hashed}, ${now}, 1)
      on conflict (key) do update set
        hits = case when ${isOver} then 1 else r.hits + 1 end,
        window_start = case when ${isOver} then ${now} else r.window_start end
      returning r.hits`.execute(tx),
  );
  return (counted.rows[0]?.hits ?? allowance.max + 1) <= allowance.max;
}

/** The same as an error: throws `limit` with words for people. */
export async function refuseBeyond(app: Limiter, key: string, allowance: Allowance): Promise<void> {
  if (await hit(app, key, allowance)) return;
  // The first word of a key says what was counted; the rest is somebody's address.
  app.log.warn({ event: 'limit', what: key.split(':', 1)[0] }, 'too many attempts');
  const minutes = Math.ceil(allowance.windowSeconds / 60);
  throw new AppError(
    'limit',
    `Too many attempts. Wait ${plural(minutes, 'minute')} and try again.`,
  );
}

/** The same for whoever comes from an address; all of an IPv6 network of 64 bits are one visitor. */
export async function refuseVisitor(
  app: Limiter,
  what: string,
  peer: string,
  allowance: Allowance,
): Promise<void> {
  await refuseBeyond(app, `${what}:${networkOf(peer)}`, allowance);
}

/** Forgets a key, such as after a right password. */
export async function forgetHits(app: Counter, key: string): Promise<void> {
  const hashed = createHash('sha256').update(key).digest('hex');
  await app.database.anonymous((tx) =>
    tx.deleteFrom('rate_limit').where('key', '=', hashed).execute(),
  );
}

/** Drops counts older than a day: no window is longer. */
export async function sweepRateLimits(app: Counter): Promise<void> {
  await app.database.anonymous((tx) =>
    sql`delete from rate_limit where window_start < ${app.clock.now()}::timestamptz - interval '1 day'`.execute(
      tx,
    ),
  );
}
