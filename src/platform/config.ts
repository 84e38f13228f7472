import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from '../kernel/errors.ts';
import { defaultDataDirectory } from './data-directory.ts';
import { noProxies, type Proxies, readProxies } from './proxies.ts';

const address = (protocols: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    message: `must start with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  });

const environment = z.object({
  PORT: z.coerce.number('must be a number').int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  ESPALIER_DATA: z.string().min(1).optional(),
  ESPALIER_URL: address(['http:', 'https:']).optional(),
  DATABASE_URL: address(['postgres:', 'postgresql:']).optional(),
  SMTP_URL: address(['smtp:', 'smtps:']).optional(),
  ESPALIER_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  ESPALIER_PROXIES: z
    .string()
    .max(4000)
    .transform((text, problem) => {
      const proxies = readProxies(text);
      if (proxies !== null) return proxies;
      problem.addIssue('must be addresses or networks such as 127.0.0.1, 10.1.0.0/16');
      return z.NEVER;
    })
    .optional(),
  ESPALIER_BACKUP_DIR: z.string().min(1).optional(),
  ESPALIER_BACKUP_AT: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of the day in UTC, such as 02:30')
    .default('02:30'),
  ESPALIER_BACKUP_KEEP: z.coerce.number('must be a number').int().min(1).max(3650).default(14),
  ESPALIER_ROLE: z.enum(['all', 'web', 'worker'], 'must be all, web or worker').default('all'),
});

/** Backups by the clock: where, when in UTC, and how many are kept. */
export interface BackupSchedule {
  readonly directory: string;
  readonly at: string;
  readonly keep: number;
}

export interface Config {
  /** 0 takes a free port. */
  readonly port: number;
  readonly host: string;
  readonly dataDirectory: string;
  /** Public address without a trailing slash; null means http://localhost and the port. */
  readonly url: string | null;
  /** Null means the embedded PostgreSQL. */
  readonly databaseUrl: string | null;
  /** Null means that letters land on the mailbox page. */
  readonly smtpUrl: string | null;
  readonly secret: string;
  readonly role: 'all' | 'web' | 'worker';
  /** Null: no backup is taken by the clock. */
  readonly backup: BackupSchedule | null;
  /** Whose word about the visitor's address is believed. */
  readonly proxies: Proxies;
}

/** Reads the environment; makes the data directory and its secret on first use. An error names each bad variable. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  // An empty variable is an unset one: compose files and unit files often leave them empty.
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(set);
  if (!parsed.success) {
    const fields: Record<string, string> = {};
    for (const issue of parsed.error.issues) fields[String(issue.path[0])] ??= issue.message;
    const lines = Object.entries(fields).map(([name, message]) => `  ${name} ${message}`);
    throw new AppError('invalid', `The settings are not right:\n${lines.join('\n')}`, { fields });
  }
  const values = parsed.data;
  const dataDirectory = resolve(values.ESPALIER_DATA ?? defaultDataDirectory());
  return {
    port: values.PORT,
    host: values.HOST,
    dataDirectory,
    url: values.ESPALIER_URL?.replace(/\/+$/, '') ?? null,
    databaseUrl: values.DATABASE_URL ?? null,
    smtpUrl: values.SMTP_URL ?? null,
    secret: values.ESPALIER_SECRET ?? keptSecret(dataDirectory),
    role: values.ESPALIER_ROLE,
    backup:
      values.ESPALIER_BACKUP_DIR === undefined
        ? null
        : {
            directory: resolve(values.ESPALIER_BACKUP_DIR),
            at: values.ESPALIER_BACKUP_AT,
            keep: values.ESPALIER_BACKUP_KEEP,
          },
    proxies: values.ESPALIER_PROXIES ?? noProxies,
  };
}

function keptSecret(dataDirectory: string): string {
  const path = join(dataDirectory, 'secret');
  try {
    // 0711: the database's user must pass through; only the owner may list.
    mkdirSync(dataDirectory, { recursive: true, mode: 0o711 });
    writeFileSync(path, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw new AppError(
        'precondition',
        `The data directory ${dataDirectory} cannot be written (${(error as Error).message}). Set ESPALIER_DATA to a directory of your own.`,
        { cause: error },
      );
    }
  }
  chmodSync(path, 0o600);
  const secret = readFileSync(path, 'utf8').trim();
  if (secret.length < 32) {
    throw new AppError(
      'precondition',
      `The file ${path} does not hold a secret. Restore it from a backup.`,
    );
  }
  return secret;
}
