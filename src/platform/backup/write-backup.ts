import { Buffer } from 'node:buffer';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Client, ClientConfig } from 'pg';
import { AppError } from '../../kernel/errors.ts';
import { withClient } from '../postgres/client.ts';
import { copyOut } from './copy-protocol.ts';
import type { Closing, Head, WaitingJob } from './manifest.ts';
import { pack, type Parcel } from './parcels.ts';
import { rowSum } from './row-sum.ts';
import { sealInto } from './sealed-file.ts';
import { copyManners, copyText, tablesOf } from './tables.ts';

export interface BackupWish {
  readonly owner: ClientConfig;
  readonly secret: string;
  /** The program's version. */
  readonly program: string;
  readonly to: string;
  readonly now: string;
}

/**
 * Writes everything into one sealed file, as of one moment, while people go on working. Under its name it is whole
 * and on the disk, or not there.
 */
export async function writeBackup(wish: BackupWish): Promise<Closing> {
  const partly = `${wish.to}.part`;
  const place = await open(wish.to, 'r').catch(() => null);
  if (place !== null) {
    await place.close();
    throw new AppError(
      'precondition',
      `${wish.to} is there already. A backup never replaces another.`,
    );
  }
  try {
    const closing = await withClient(wish.owner, async (client) => {
      const file = await open(partly, 'w', 0o600);
      try {
        const closing = emptyClosing();
        await sealInto(file, wish.secret, pack(parcelsOf(client, wish, closing)));
        await file.sync();
        return closing;
      } finally {
        await file.close();
      }
    });
    await rename(partly, wish.to);
    await syncDirectory(dirname(wish.to));
    return closing;
  } catch (error) {
    await rm(partly, { force: true });
    throw explain(error, wish.to);
  }
}

function emptyClosing(): Closing {
  return { tables: [], heads: [], jobs: [] };
}

async function* parcelsOf(
  client: Client,
  { program, now }: BackupWish,
  closing: Closing,
): AsyncGenerator<Parcel> {
  await client.query('begin isolation level repeatable read read only');
  await client.query(copyManners);
  yield { kind: 'head', words: await headOf(client, program, now) };
  for (const table of await tablesOf(client)) {
    yield { kind: 'table', words: table };
    const sum = rowSum();
    for await (const rows of copyOut(client, copyText(table, 'to stdout'))) {
      for (const row of rows) sum.add(row);
      yield { kind: 'rows', bytes: Buffer.concat(rows) };
    }
    yield { kind: 'end', words: sum.result() };
    closing.tables.push({ ...table, columns: [...table.columns], ...sum.result() });
  }
  closing.heads.push(...(await auditHeads(client)));
  closing.jobs.push(...(await waitingJobs(client)));
  yield { kind: 'closing', words: closing };
  await client.query('commit');
}

async function headOf(client: Client, program: string, takenAt: string): Promise<Head> {
  const migrations = await client.query<{ name: string; sha256: string }>(
    'select m.name, m.sha256 from schema_migration m order by m.name',
  );
  const server = await client.query<{ server: string }>(
    `select current_setting('server_version') as server`,
  );
  return { program, server: server.rows[0]?.server ?? '', takenAt, migrations: migrations.rows };
}

/** The end of each organisation's chain, by which a restored one is compared. */
export async function auditHeads(client: Client): Promise<Closing['heads']> {
  const found = await client.query<Closing['heads'][number]>(
    `select distinct on (o.org_id) o.org_id as "orgId", o.slug, a.seq::int as seq, a.hash
    from organisation o join audit a on a.org_id = o.org_id
    order by o.org_id, a.seq desc`,
  );
  return found.rows;
}

/** Also what is being done: after a restore it is done again, as after a kill. */
async function waitingJobs(client: Client): Promise<WaitingJob[]> {
  const queue = await client.query<{ found: string | null }>(
    `select to_regclass('pgboss.job')::text as found`,
  );
  if (queue.rows[0]?.found == null) return [];
  const found = await client.query<WaitingJob>(
    `select j.name, j.data, to_char(j.start_after at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
      as "startAfter", j.singleton_key as "singletonKey"
    from pgboss.job j
    where j.state in ('created', 'retry', 'active') and j.name not like '\\_\\_pgboss%'
    order by j.created_on`,
  );
  return found.rows;
}

async function syncDirectory(path: string): Promise<void> {
  // Windows knows no handle on a directory.
  const directory = await open(path, 'r').catch(() => null);
  await directory?.sync().catch(() => undefined);
  await directory?.close();
}

function explain(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const why: Record<string, string> = {
    ENOENT: 'Its directory does not exist.',
    EACCES: 'It may not be written there.',
    ENOSPC: 'The disk is full.',
    EISDIR: 'It is a directory; name a file in it.',
  };
  const words = why[code];
  return words === undefined
    ? error
    : new AppError('precondition', `${path} cannot be written. ${words}`, { cause: error });
}
