import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { stateDirectory } from '../src/platform/data-directory.ts';
import { migrate, type Migration, readMigrations } from '../src/platform/migrate.ts';
import { appRole, ensureTrustedRole } from '../src/platform/postgres/app-role.ts';
import { withClient } from '../src/platform/postgres/client.ts';
import { startEmbedded } from '../src/platform/postgres/embedded.ts';
import { takeInstanceLock } from '../src/platform/postgres/instance-lock.ts';
import { ownerSettings, type Place, preparePlace } from '../src/platform/postgres/place.ts';

/** What a test needs to make a database of its own; plain JSON, handed to the workers. */
export interface TestCluster {
  readonly owner: pg.ClientConfig;
  readonly app: pg.ClientConfig;
  readonly template: string;
  readonly run: string;
}

export const clusterDirectory = stateDirectory('.cache/test-cluster', '/var/cache/espalier-test');
export const runPrefix = 'espalier-run-';

// A lost test database costs nothing, so nothing waits for the disk.
const careless = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_connections: '300',
};

/**
 * Starts the test cluster, or joins one that another run has started, and migrates a template database.
 * The guard stops the cluster when the last run is gone, however it went.
 */
export async function openTestCluster(): Promise<{ cluster: TestCluster; close(): Promise<void> }> {
  const place = await preparePlace(clusterDirectory);
  const run = randomBytes(6).toString('hex');
  const release = await waitForLock(place);
  try {
    const server = await startEmbedded({
      directory: clusterDirectory,
      settings: careless,
      report: () => undefined,
    });
    const owner = await ownerSettings(place, 'postgres');
    const presence = new pg.Client({ ...owner, application_name: `${runPrefix}${run}` });
    presence.on('error', () => undefined);
    await presence.connect();
    const guard = startGuard(run);
    await sweep(presence);
    await ensureTrustedRole(presence);
    const template = await makeTemplate(presence, owner);
    return {
      cluster: { owner, app: { ...owner, user: appRole }, template, run },
      async close() {
        await server.leave();
        await presence.end();
        guard.stdin.end();
      },
    };
  } finally {
    await release();
  }
}

async function waitForLock(place: Place): Promise<() => Promise<void>> {
  for (;;) {
    const lock = await takeInstanceLock(place.run, 'test');
    if (lock.isOurs) return () => lock.release();
    await pause(100);
  }
}

function startGuard(run: string) {
  const guard = spawn(
    process.execPath,
    [fileURLToPath(new URL('./cluster-guard.ts', import.meta.url)), run],
    { detached: true, stdio: ['pipe', 'ignore', 'ignore'] },
  );
  guard.unref();
  (guard.stdin as unknown as { unref(): void }).unref();
  return guard;
}

/** Drops what killed runs left behind. */
async function sweep(client: pg.Client): Promise<void> {
  const left = await client.query<{ name: string }>(
    `select d.datname as name
    from pg_database d
    where d.datname ~ '^t_[0-9a-f]{12}_'
      and not exists (
        select from pg_stat_activity a
        where a.application_name = $1 || substr(d.datname, 3, 12))`,
    [runPrefix],
  );
  for (const { name } of left.rows)
    await client.query(`drop database if exists ${name} with (force)`);
}

async function makeTemplate(client: pg.Client, owner: pg.ClientConfig): Promise<string> {
  const migrations = await readMigrations(join(import.meta.dirname, '../migrations'));
  const name = `template_${keyOf(migrations)}`;
  const found = await client.query('select 1 from pg_database where datname = $1', [name]);
  if (found.rowCount === 1) return name;
  const building = `${name}_building`;
  await client.query(`drop database if exists ${building} with (force)`);
  await client.query(`create database ${building}`);
  await migrate({ ...owner, database: building }, { migrations });
  await client.query(`alter database ${building} rename to ${name}`);
  await dropOldTemplates(client, name);
  return name;
}

async function dropOldTemplates(client: pg.Client, current: string): Promise<void> {
  const others = await client.query<{ runs: number }>(
    'select count(*)::integer as runs from pg_stat_activity a where a.application_name like $1',
    [`${runPrefix}%`],
  );
  if ((others.rows[0]?.runs ?? 0) > 1) return;
  const old = await client.query<{ name: string }>(
    `select d.datname as name from pg_database d where d.datname like 'template\\_%' and d.datname <> $1`,
    [current],
  );
  for (const { name } of old.rows)
    await client.query(`drop database if exists ${name} with (force)`);
}

function keyOf(migrations: readonly Migration[]): string {
  const hash = createHash('sha256');
  for (const { name, sha256 } of migrations) hash.update(`${name} ${sha256}\n`);
  return hash.digest('hex').slice(0, 16);
}

let counter = 0;

/** A new database from the template; 30 to 50 ms. */
export async function createDatabase(cluster: TestCluster): Promise<string> {
  counter += 1;
  const name = `t_${cluster.run}_${process.pid}_${counter}`;
  await withClient(cluster.owner, async (client) => {
    await client.query(`create database ${name} template ${cluster.template} strategy file_copy`);
  });
  return name;
}

/** Drops it, ending whoever is still connected. */
export async function dropDatabase(cluster: TestCluster, name: string): Promise<void> {
  await withClient(cluster.owner, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
  });
}
