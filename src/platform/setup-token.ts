import type { ClientConfig } from 'pg';
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
