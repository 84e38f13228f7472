import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import type { Tx } from '../database.ts';
import type { Auth } from './auth.ts';

export interface AccountName {
  userId: string;
  email: string;
  name: string;
}

/** The account that signs in with this address, or null. */
export async function accountByEmail(tx: Tx, email: string): Promise<AccountName | null> {
  const found = await sql<AccountName>`
    select u.id as "userId", u.email, u.name
    from auth."user" u
    where u.email = ${email.toLowerCase()}`.execute(tx);
  return found.rows[0] ?? null;
}

/** The account with this id, or null. */
export async function accountById(tx: Tx, userId: string): Promise<AccountName | null> {
  const found = await sql<AccountName>`
    select u.id as "userId", u.email, u.name
    from auth."user" u
    where u.id = ${userId}`.execute(tx);
  return found.rows[0] ?? null;
}

/** scrypt; takes about a tenth of a second on purpose. */
export async function hashPassword(auth: Auth, password: string): Promise<string> {
  const context = await auth.$context;
  return context.password.hash(password);
}

interface NewAccount {
  email: string;
  name: string;
  passwordHash: string;
  at: string;
}

/**
 * Makes an account in the caller's transaction, so that an account and the person it belongs to appear
 * together or not at all. Null when the address has an account already: it is never changed.
 * The address counts as proved, because the secret that leads here was sent to it or printed by the server.
 */
export async function createAccount(tx: Tx, account: NewAccount): Promise<string | null> {
  const userId = newId();
  const made = await sql<{ id: string }>`
    insert into auth."user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt")
    values (${userId}, ${account.name}, ${account.email.toLowerCase()}, true, ${account.at}, ${account.at})
    on conflict ("email") do nothing
    returning "id"`.execute(tx);
  if (made.rows.length === 0) return null;
  await sql`
    insert into auth."account"
      ("id", "accountId", "providerId", "userId", "password", "createdAt", "updatedAt")
    values (${newId()}, ${userId}, 'credential', ${userId}, ${account.passwordHash},
      ${account.at}, ${account.at})`.execute(tx);
  return userId;
}
