import pg, { type ClientConfig } from 'pg';
import type { Tx } from './database.ts';
import { withClient } from './postgres/client.ts';
import { hashSecret, isSecret, newSecret } from './secrets.ts';

/**
 * A new secret for the set-up link while nobody has claimed the installation, otherwise null; a used one is
 * never renewed. An earlier one ends: only the link printed last works. Needs the owner's connection, so no
 * request can make one.
 */
export async function ensureSetupToken(owner: ClientConfig): Promise<string | null> {
  const secret = newSecret();
  return withClient(owner, async (client) => {
    const made = await client.query(
      `insert into setup_token (only_one, secret_hash)
      select true, $1
      where not exists (select from organisation)
      on conflict (only_one) do update set secret_hash = excluded.secret_hash, created_at = now()
      where setup_token.used_at is null
      returning secret_hash`,
      [hashSecret(secret)],
    );
    return made.rowCount === 1 ? secret : null;
  });
}

export type SetupOffer =
  /** Show the secret; `close` ends the offer, and a process that ends has ended it. */
  | { readonly kind: 'link'; readonly secret: string; close(): Promise<void> }
  /** Another process shows one, which a new one would end. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'done' };

const setupLock = 7_203_511;

/** A set-up link for this process to show, unless another process that still runs shows one. */
export async function offerSetup(owner: ClientConfig): Promise<SetupOffer> {
  const client = new pg.Client({ connectionTimeoutMillis: 10_000, ...owner });
  // When the connection is lost the lock is free, as it is when the process ends.
  client.on('error', () => undefined);
  await client.connect();
  const close = () => client.end().catch(() => undefined);
  const held = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [
    setupLock,
  ]);
  if (held.rows[0]?.held !== true) {
    const made = await client.query('select from setup_token where used_at is null');
    await close();
    return made.rowCount === 1 ? { kind: 'elsewhere' } : { kind: 'done' };
  }
  const secret = await ensureSetupToken(owner);
  if (secret !== null) return { kind: 'link', secret, close };
  await close();
  return { kind: 'done' };
}

/** Whether the secret opens the set-up page now. */
export async function isSetupOpen(tx: Tx, secret: unknown): Promise<boolean> {
  if (!isSecret(secret)) return false;
  const found = await tx
    .selectFrom('setup_token as t')
    .select('t.only_one')
    .where('t.secret_hash', '=', hashSecret(secret))
    .where('t.used_at', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}

/**
 * Uses the secret up, in the transaction that makes the organisation: true for one caller only. Rolled back
 * with it, so a failed set-up can be repeated.
 */
export async function claimSetup(tx: Tx, secret: unknown, now: string): Promise<boolean> {
  if (!isSecret(secret)) return false;
  const claimed = await tx
    .updateTable('setup_token')
    .set({ used_at: now })
    .where('secret_hash', '=', hashSecret(secret))
    .where('used_at', 'is', null)
    .returning('only_one')
    .executeTakeFirst();
  return claimed !== undefined;
}
