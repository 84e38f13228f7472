import { readFileSync } from 'node:fs';
import type { ClientConfig } from 'pg';
import { AppError } from '../../kernel/errors.ts';

const known = new Set(['host', 'sslmode', 'sslrootcert']);

/**
 * The parts of a PostgreSQL URL. A Unix socket is given as `postgres://user@/name?host=/run/postgresql`.
 * `sslmode` is off unless given; verify-full checks the certificate, require only encrypts.
 */
export function parseDatabaseUrl(text: string): ClientConfig {
  // The URL standard wants a host where PostgreSQL's form for sockets has none.
  const url = new URL(text.replace(/^(postgres(?:ql)?:\/\/(?:[^/?#]*@)?)(?=\/)/, '$1socket'));
  for (const name of url.searchParams.keys()) {
    if (!known.has(name)) {
      throw new AppError(
        'invalid',
        `DATABASE_URL has the parameter ${name}, which is not known here.`,
      );
    }
  }
  const ssl = tls(url.searchParams.get('sslmode'), url.searchParams.get('sslrootcert'));
  const password = decodeURIComponent(url.password);
  return {
    host: url.searchParams.get('host') ?? url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username) || 'postgres',
    database: decodeURIComponent(url.pathname.slice(1)) || 'postgres',
    ...(password === '' ? {} : { password }),
    ...(ssl === null ? {} : { ssl }),
  };
}

function tls(mode: string | null, root: string | null): ClientConfig['ssl'] | null {
  if (mode === null || mode === 'disable') return null;
  const ca = root === null ? {} : { ca: readFileSync(root, 'utf8') };
  if (mode === 'require') return { rejectUnauthorized: root !== null, ...ca };
  if (mode === 'verify-full') return { rejectUnauthorized: true, ...ca };
  throw new AppError('invalid', 'sslmode in DATABASE_URL must be disable, require or verify-full.');
}
