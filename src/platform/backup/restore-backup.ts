import { plural } from '../../kernel/text.ts';
import type { Client, ClientConfig } from 'pg';
import { AppError } from '../../kernel/errors.ts';
import { migrate, type Migration, readMigrations } from '../migrate.ts';
import { withClient } from '../postgres/client.ts';
import { copyIn, copyOut } from './copy-protocol.ts';
import { withoutForeignKeys } from './foreign-keys.ts';
import type { Closing, Head } from './manifest.ts';
import { type BackupReader, readBackup } from './read-backup.ts';
import { rowSum } from './row-sum.ts';
import { copyManners, copyText, quoted, tablesOf } from './tables.ts';
import { auditHeads } from './write-backup.ts';

export interface Restored {
  readonly head: Head;
  readonly closing: Closing;
}

/**
 * Puts a backup into an empty database: the tables as they were then, every row, in one transaction, and compares
 * what lies there with what the backup says; then brings the tables up to date. Cut off, nothing is there.
 */
export async function restoreBackup(
  owner: ClientConfig,
  wish: { path: string; secret: string; report: (words: string) => void },
): Promise<Restored> {
  return readBackup(wish.path, wish.secret, async (reader) => {
    const { head } = reader;
    const then = await migrationsOf(head);
    await refuseFull(owner);
    await refuseNewer(owner, then);
    await migrate(owner, { migrations: then });
    const closing = await withClient(owner, async (client) => {
      await client.query('begin');
      await client.query(copyManners);
      const found = await withoutForeignKeys(client, () => fill(client, reader));
      await compare(client, found);
      await client.query('commit');
      return found;
    });
    await migrate(owner, { report: wish.report });
    return { head, closing };
  });
}

/** The migrations the backup was made with; refuses one that this program does not know or has otherwise. */
async function migrationsOf(head: Head): Promise<Migration[]> {
  const ours = await readMigrations();
  const known = new Map(ours.map((migration) => [migration.name, migration.sha256]));
  for (const { name, sha256 } of head.migrations) {
    if (known.get(name) === sha256) continue;
    throw new AppError(
      'precondition',
      known.has(name)
        ? `This backup was made with another ${name} than this program has. Restore it with the Espalier that made it (${head.program}).`
        : `This backup was made by a newer Espalier (${head.program}): it has ${name}, which this version does not know. Update Espalier first.`,
    );
  }
  const then = new Set(head.migrations.map(({ name }) => name));
  return ours.filter(({ name }) => then.has(name));
}

/** Refuses a place in which somebody has begun: nothing is ever overwritten. */
export async function refuseFull(owner: ClientConfig): Promise<void> {
  const full = await withClient(owner, async (client) => {
    const made = await client.query<{ found: string | null }>(
      `select to_regclass('public.organisation')::text as found`,
    );
    if (made.rows[0]?.found == null) return null;
    const found = await client.query<{ name: string }>('select o.name from organisation o limit 1');
    return found.rows[0]?.name ?? null;
  });
  if (full === null) return;
  throw new AppError(
    'precondition',
    `${full} lives in this database, and nothing is overwritten. Restore into an empty place: another ESPALIER_DATA, or an empty database in DATABASE_URL.`,
  );
}

/** An empty place may have been prepared already, but not by a program newer than the backup. */
async function refuseNewer(owner: ClientConfig, then: readonly Migration[]): Promise<void> {
  const known = new Set(then.map(({ name }) => name));
  const newer = await withClient(owner, async (client) => {
    const made = await client.query<{ found: string | null }>(
      `select to_regclass('schema_migration')::text as found`,
    );
    if (made.rows[0]?.found == null) return false;
    const found = await client.query<{ name: string }>('select m.name from schema_migration m');
    return found.rows.some(({ name }) => !known.has(name));
  });
  if (!newer) return;
  throw new AppError(
    'precondition',
    'Nobody lives in this database, but its tables are newer than the backup. Restore into a place that was never started: another ESPALIER_DATA, or a new database in DATABASE_URL.',
  );
}

async function fill(client: Client, reader: BackupReader): Promise<Closing> {
  const tables = await tablesOf(client);
  // What migrations wrote is in the backup as well.
  await client.query(`truncate ${tables.map(quoted).join(', ')}`);
  return reader.tables((table, rows) => copyIn(client, copyText(table, 'from stdin'), rows));
}

async function compare(client: Client, closing: Closing): Promise<void> {
  const expected = new Map(closing.tables.map((table) => [quoted(table), table]));
  for (const table of await tablesOf(client)) {
    const sum = rowSum();
    for await (const rows of copyOut(client, copyText(table, 'to stdout'))) {
      for (const row of rows) sum.add(row);
    }
    const { rows, hash } = sum.result();
    const wanted = expected.get(quoted(table));
    if (wanted?.rows === rows && wanted.hash === hash) continue;
    throw new Error(
      `${quoted(table)}: ${plural(rows, 'row lies', 'rows lie')} there, and the backup holds ${wanted?.rows ?? 'none'}; or they differ`,
    );
  }
  const heads = JSON.stringify(await auditHeads(client));
  if (heads !== JSON.stringify(closing.heads)) throw new Error('an audit chain ends otherwise');
}
