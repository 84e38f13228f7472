import { createHmac } from 'node:crypto';
import type { Client, ClientConfig } from 'pg';
import { AppError } from '../../kernel/errors.ts';
import { errorCode, withClient } from './client.ts';

/** The role of the running application: it owns nothing and cannot pass the tenant wall. */
export const appRole = 'espalier_app';

const attributes = 'login nosuperuser nocreatedb nocreaterole nobypassrls noreplication';

/** Makes the app's role when it is missing, for a server that trusts its socket. */
export async function ensureTrustedRole(client: Client): Promise<void> {
  if (!(await hasRole(client))) await create(client, `create role ${appRole} ${attributes}`);
}

/**
 * Makes the app's role on a server that asks for passwords; the password follows from the secret, so it
 * is kept nowhere. When the owner may not make roles, the error says which SQL to run.
 */
export async function ensurePasswordRole(
  owner: ClientConfig,
  secret: string,
): Promise<ClientConfig> {
  const password = createHmac('sha256', secret).update(appRole).digest('hex');
  const settings = { ...owner, user: appRole, password };
  await withClient(owner, async (client) => {
    const exists = await hasRole(client);
    if (exists && (await canSignIn(settings))) return;
    // Changing an attribute, even to what it is, takes a superuser; the doctor looks at them anyhow.
    const statement = exists
      ? `alter role ${appRole} login password '${password}'`
      : `create role ${appRole} ${attributes} password '${password}'`;
    try {
      await create(client, statement);
    } catch (error) {
      if (errorCode(error) !== '42501') throw error;
      throw new AppError(
        'precondition',
        `The user of DATABASE_URL may not make roles. Run this once as an administrator of the server:\n\n  ${statement};\n`,
        { cause: error },
      );
    }
  });
  return settings;
}

async function hasRole(client: Client): Promise<boolean> {
  const found = await client.query('select 1 from pg_roles where rolname = $1', [appRole]);
  return found.rowCount === 1;
}

async function create(client: Client, statement: string): Promise<void> {
  await client.query(statement).catch((error: unknown) => {
    // Another process made it between the look and the statement.
    if (errorCode(error) !== '42710' && errorCode(error) !== '23505') throw error;
  });
}

async function canSignIn(settings: ClientConfig): Promise<boolean> {
  return withClient(settings, () => Promise.resolve(true)).catch((error: unknown) => {
    if (errorCode(error) === '28P01' || errorCode(error) === '28000') return false;
    throw error;
  });
}
