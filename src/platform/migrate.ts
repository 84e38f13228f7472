import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client, ClientConfig } from 'pg';
import { AppError } from '../kernel/errors.ts';
import { projectDirectory } from './data-directory.ts';
import { errorCode, withClient } from './postgres/client.ts';

export interface Migration {
  readonly name: string;
  readonly sha256: string;
  readonly text: string;
}

export const migrationsDirectory = join(projectDirectory, 'migrations');

// Any number, the same for ever: one migration at a time per database.
const lockKey = 7_236_411_905;

/** Migrations of a directory in order. Line ends do not count, so a checkout on Windows hashes the same. */
export async function readMigrations(directory = migrationsDirectory): Promise<Migration[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort();
  const seen = new Map<string, string>();
  const migrations: Migration[] = [];
  for (const name of names) {
    const number = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1];
    if (number === undefined)
      throw new AppError('internal', `migrations/${name} must be NNNN-name.sql.`);
    const twin = seen.get(number);
    if (twin !== undefined)
      throw new AppError('internal', `migrations/${twin} and ${name} have one number.`);
    seen.set(number, name);
    const text = (await readFile(join(directory, name), 'utf8')).replaceAll('\r\n', '\n');
    migrations.push({ name, text, sha256: createHash('sha256').update(text).digest('hex') });
  }
  return migrations;
}

/** Applies what is missing, forward only, each file in its own transaction. Gives the names applied. */
export async function migrate(
  owner: ClientConfig,
  options: { migrations?: readonly Migration[]; report?: (words: string) => void } = {},
): Promise<string[]> {
  const migrations = options.migrations ?? (await readMigrations());
  return withClient(owner, async (client) => {
    await takeLock(client);
    await client.query(`create table if not exists schema_migration (
      name text primary key,
      sha256 text not null,
      applied_at timestamptz not null default now())`);
    const missing = await findMissing(client, migrations);
    if (missing.length > 0)
      options.report?.(`Bringing the database up to date (${missing.length}).`);
    for (const migration of missing) await apply(client, migration);
    return missing.map((migration) => migration.name);
  });
}

/** Names of migrations that this code has and the database lacks; refuses an edited or a newer one. */
export async function pendingMigrations(owner: ClientConfig): Promise<string[]> {
  const migrations = await readMigrations();
  return withClient(owner, async (client) => {
    const table = await client.query<{ found: string | null }>(
      `select to_regclass('schema_migration')::text as found`,
    );
    if (table.rows[0]?.found == null) return migrations.map((migration) => migration.name);
    return (await findMissing(client, migrations)).map((migration) => migration.name);
  });
}

async function findMissing(client: Client, migrations: readonly Migration[]): Promise<Migration[]> {
  const applied = await client.query<{ name: string; sha256: string }>(
    'select m.name, m.sha256 from schema_migration m order by m.name',
  );
  const ours = new Map(migrations.map((migration) => [migration.name, migration.sha256]));
  for (const row of applied.rows) {
    const sha256 = ours.get(row.name);
    if (sha256 === undefined) {
      throw new AppError(
        'precondition',
        `The database was made by a newer Espalier: it has ${row.name}, which this version does not know. Update Espalier, or restore a backup of this version.`,
      );
    }
    if (sha256 !== row.sha256) {
      throw new AppError(
        'precondition',
        `migrations/${row.name} was edited after it was applied here. Put it back as it was and write a new migration.`,
      );
    }
  }
  const done = new Set(applied.rows.map((row) => row.name));
  return migrations.filter((migration) => !done.has(migration.name));
}

async function takeLock(client: Client): Promise<void> {
  for (let waited = 0; waited < 300_000; waited += 250) {
    const answer = await client.query<{ locked: boolean }>(
      'select pg_try_advisory_lock($1) as locked',
      [lockKey],
    );
    if (answer.rows[0]?.locked) return;
    await pause(250);
  }
  throw new AppError(
    'internal',
    'Another process has been migrating this database for five minutes.',
  );
}

async function apply(client: Client, migration: Migration): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query(`begin; set local lock_timeout = '5s'`);
      await client.query(migration.text);
      await client.query('insert into public.schema_migration (name, sha256) values ($1, $2)', [
        migration.name,
        migration.sha256,
      ]);
      await client.query('commit');
      return;
    } catch (error) {
      await client.query('rollback');
      // 55P03: somebody holds a lock that the migration needs; a queue behind us would stop the house.
      if (errorCode(error) === '55P03' && attempt < 10) {
        await pause(attempt * 500);
        continue;
      }
      throw new AppError(
        'internal',
        `migrations/${migration.name} failed: ${(error as Error).message}`,
        {
          cause: error,
        },
      );
    }
  }
}
