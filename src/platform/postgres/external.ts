import type { ClientConfig } from 'pg';
import { AppError } from '../../kernel/errors.ts';
import { ensurePasswordRole } from './app-role.ts';
import { errorCode, withClient } from './client.ts';
import { parseDatabaseUrl } from './database-url.ts';

const oldest = 15;

/** Settings for the owner and the app's role on the server of DATABASE_URL, after checking that it will do. */
export async function useExternal(
  url: string,
  secret: string,
): Promise<{ owner: ClientConfig; app: ClientConfig }> {
  const owner = parseDatabaseUrl(url);
  await withClient(owner, async (client) => {
    const found = await client.query<{
      version: string;
      number: number;
      user: string;
      may: boolean;
    }>(
      `select current_setting('server_version') as version,
        current_setting('server_version_num')::integer as number,
        r.rolname as user, r.rolsuper or r.rolbypassrls as may
      from pg_roles r
      where r.rolname = current_user`,
    );
    const server = found.rows[0];
    if (!server) throw new AppError('internal', 'The database server does not know its own user.');
    if (server.number < oldest * 10_000) {
      throw new AppError(
        'precondition',
        `The server of DATABASE_URL is PostgreSQL ${server.version}. Espalier needs version ${oldest} or newer.`,
      );
    }
    if (!server.may) {
      throw new AppError(
        'precondition',
        `The user of DATABASE_URL must be able to see all organisations when it looks one up. Run this once as an administrator of the server:\n\n  alter role "${server.user}" bypassrls;\n`,
      );
    }
  }).catch((error: unknown) => {
    throw explain(error, owner);
  });
  return { owner, app: await ensurePasswordRole(owner, secret) };
}

function explain(error: unknown, owner: ClientConfig): unknown {
  if (error instanceof AppError) return error;
  const where = `${owner.host ?? 'the server'}:${owner.port ?? 5432}`;
  const why: Record<string, string> = {
    ECONNREFUSED: `Nothing answers at ${where}. Is the server running, and does it listen there?`,
    ENOENT: `There is no PostgreSQL socket in ${owner.host ?? ''}. Is the server running?`,
    ENOTFOUND: `The host ${owner.host ?? ''} is not known.`,
    '28P01': `The server at ${where} refuses the user or the password.`,
    '3D000': `The server at ${where} has no database ${owner.database ?? ''}. Make it first: create database ${owner.database ?? ''};`,
  };
  const text = why[errorCode(error)] ?? (error as Error).message;
  return new AppError('precondition', `DATABASE_URL cannot be used. ${text}`, { cause: error });
}
