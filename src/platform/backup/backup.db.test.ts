import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp } from '../../../test/factories/app.ts';
import { makeWorld, type World } from '../../../test/factories/world.ts';
import { createTestDatabase } from '../../../test/test-database.ts';
import { appendAudit } from '../audit.ts';
import { withClient } from '../postgres/client.ts';
import { restoreBackup } from './restore-backup.ts';
import { verifyBackup } from './verify-backup.ts';
import { writeBackup } from './write-backup.ts';

const app = await createTestApp();
const { owner } = app.connections;
const empty = await createTestDatabase();
const another = await createTestDatabase();
const report = () => undefined;
const secret = app.secret;
let directory: string;
let world: World;
let path: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'espalier-backup-'));
  world = await makeWorld(app);
  await world.enrolment({ stage: 'growth' });
  await app.database.tenant(world.orgId, (tx) =>
    appendAudit(tx, world.systemCtx(), 'look-around', { subject: ['organisation', world.orgId] }),
  );
  await withClient(owner, (client) =>
    client.query(
      `update person set access_needs = E'\\\\N\\n\\\\.\\n\\tGröße \\r' where name is not null`,
    ),
  );
  path = join(directory, 'whole.backup');
  await take(path);
});
afterAll(() => rm(directory, { recursive: true, force: true }));

function take(to: string) {
  return writeBackup({ owner, secret, program: '0.1.0', to, now: app.clock.now() });
}

/** Everything of a table and every constraint, as text. */
async function contents(settings: typeof owner, sql: string): Promise<string> {
  return withClient(settings, async (client) => JSON.stringify((await client.query(sql)).rows));
}

const constraints = `select k.conrelid::regclass::text as t, k.conname, pg_get_constraintdef(k.oid) as d
  from pg_constraint k join pg_namespace n on n.oid = k.connamespace
  where n.nspname in ('public', 'auth') order by 1, 2`;

test('a backup restored is the same: every row, every key, and the work that waited', async () => {
  const { closing } = await restoreBackup(empty.owner, { path, secret, report });
  for (const table of ['organisation', 'person', 'enrolment', 'audit', 'auth."user"']) {
    const sql = `select to_jsonb(t) as row from ${table} t order by 1`;
    expect(await contents(empty.owner, sql)).toBe(await contents(owner, sql));
  }
  expect(await contents(empty.owner, constraints)).toBe(await contents(owner, constraints));
  expect(closing.heads).toMatchObject([{ slug: world.org.slug }]);
  expect((await stat(path)).mode & 0o077).toBe(0);
  await expect(restoreBackup(empty.owner, { path, secret, report })).rejects.toThrow(
    /lives in this database, and nothing is overwritten/,
  );
});

test('verify restores it into a server of its own and recomputes the audit chains', async () => {
  const { closing } = await verifyBackup({ path, secret, report });
  expect(closing.heads).toHaveLength(1);
});

test('a changed byte, a missing end or something behind it is refused, and nothing is restored', async () => {
  const whole = await readFile(path);
  const spoilt = join(directory, 'spoilt.backup');
  const attempt = async (bytes: Buffer) => {
    await writeFile(spoilt, bytes);
    return restoreBackup(another.owner, { path: spoilt, secret, report });
  };
  for (let n = 0; n < 24; n += 1) {
    const bytes = Buffer.from(whole);
    const at = Math.floor(((n + 0.5) * whole.length) / 24);
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    await expect(attempt(bytes)).rejects.toThrow(/damaged|cut off/);
  }
  for (const length of [0, 10, 60, whole.length >> 1, whole.length - 1]) {
    await expect(attempt(whole.subarray(0, length))).rejects.toThrow(/cut off|no backup/);
  }
  await expect(attempt(Buffer.concat([whole, Buffer.from('x')]))).rejects.toThrow('damaged');
  expect(await contents(another.owner, 'select o.name from organisation o')).toBe('[]');
});

test('without the secret it was made with a backup says so', async () => {
  const wish = { path, secret: 'another secret that is long enough for it', report };
  await expect(restoreBackup(another.owner, wish)).rejects.toThrow('made with another secret');
  expect((await readFile(path)).includes(world.org.name)).toBe(false);
});

test('a backup of a newer version is refused', async () => {
  const asOwner = (sql: string) => withClient(owner, (client) => client.query(sql));
  await asOwner(`insert into schema_migration (name, sha256) values ('9999-later.sql', 'x')`);
  const newer = join(directory, 'newer.backup');
  await take(newer);
  await asOwner(`delete from schema_migration where name = '9999-later.sql'`);
  const wish = { path: newer, secret, report };
  await expect(restoreBackup(another.owner, wish)).rejects.toThrow('made by a newer Espalier');
});

test('a backup is of one moment, while people go on working, and never replaces another', async () => {
  const moving = join(directory, 'moving.backup');
  await withClient(owner, async (client) => {
    // The last table is held, so that the backup stands in the middle.
    await client.query('begin; lock table working_style in access exclusive mode');
    const taking = take(moving);
    await untilWaiting();
    await makeWorld(app);
    await client.query('rollback');
    const { heads } = await taking;
    expect(heads).toHaveLength(1);
  });
  await expect(take(moving)).rejects.toThrow('never replaces another');
});

async function untilWaiting(): Promise<void> {
  for (;;) {
    const waiting = await contents(
      owner,
      `select 1 from pg_stat_activity a where a.datname = current_database()
        and a.wait_event_type = 'Lock' and a.query like 'copy %'`,
    );
    if (waiting !== '[]') return;
    await pause(50);
  }
}

test('a backup that fails in the middle leaves no file behind', async () => {
  const failing = join(directory, 'failing.backup');
  await withClient(owner, async (client) => {
    await client.query('begin; lock table working_style in access exclusive mode');
    const taking = take(failing);
    await untilWaiting();
    expect((await stat(`${failing}.part`)).isFile()).toBe(true);
    await withClient(owner, (other) =>
      other.query(
        `select pg_terminate_backend(a.pid) from pg_stat_activity a
         where a.datname = current_database() and a.query like 'copy %' and a.wait_event_type = 'Lock'`,
      ),
    );
    await expect(taking).rejects.toThrow();
    await client.query('rollback');
  });
  await expect(stat(failing)).rejects.toThrow();
  await expect(stat(`${failing}.part`)).rejects.toThrow();
});
