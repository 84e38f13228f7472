import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { withClient } from './client.ts';
import { type EmbeddedPostgres, startEmbedded } from './embedded.ts';
import { takeInstanceLock } from './instance-lock.ts';
import { databaseUser, ownerSettings } from './place.ts';

let parent: string;
let server: EmbeddedPostgres;
let words: string[] = [];

const open = () =>
  startEmbedded({
    directory: join(parent, 'postgres'),
    settings: { shared_buffers: '16MB' },
    report: (line) => words.push(line),
  });

async function query<T extends object>(sql: string): Promise<T[]> {
  const settings = await ownerSettings(server.place, 'postgres');
  return withClient(settings, async (client) => (await client.query<T>(sql)).rows);
}

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'espalier-embedded-'));
  // The database's user must be able to pass.
  await chmod(parent, 0o711);
  server = await open();
  await query('create table written (n integer primary key)');
});

afterEach(() => {
  words = [];
});

afterAll(async () => {
  await server.stop('immediate');
  await rm(parent, { recursive: true });
});

test('keeps checksums of its pages, and the order of text apart from the system', async () => {
  expect(
    await query(`select current_setting('data_checksums') as sums, current_setting('fsync') as fsync,
      d.datlocprovider as provider, d.datlocale as locale
    from pg_database d where d.datname = 'postgres'`),
  ).toEqual([{ sums: 'on', fsync: 'on', provider: 'b', locale: 'C.UTF-8' }]);
});

test('takes over the server that a killed process left running', async () => {
  const pid = server.pid();
  await server.leave();
  server = await open();
  expect([server.isAdopted, server.pid()]).toEqual([true, pid]);
});

test('starts a killed server again, with every row that was acknowledged', async () => {
  const acknowledged: number[] = [];
  const settings = await ownerSettings(server.place, 'postgres');
  const writing = withClient(settings, async (client) => {
    for (let n = 1; n <= 100_000; n += 1) {
      await client.query('insert into written values ($1)', [n]);
      acknowledged.push(n);
      if (n === 200) process.kill(server.pid(), 'SIGKILL');
    }
  });
  await expect(writing).rejects.toThrow();
  await vi.waitFor(() => expect(words).toContain('The database runs again.'), { timeout: 300_000 });
  const rows = await query<{ n: number }>('select w.n from written w order by w.n');
  expect(rows.map(({ n }) => n).slice(0, acknowledged.length)).toEqual(acknowledged);
});

test('starts although a stale file names a process of somebody else', async () => {
  await server.stop('immediate');
  const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
    ...databaseUser,
    cwd: '/',
    stdio: 'ignore',
  });
  try {
    const file = join(server.place.data, 'postmaster.pid');
    await writeFile(file, `${stranger.pid}\n${server.place.data}\n1\n5432\n${server.place.run}\n`);
    server = await open();
    expect(await query('select 1 as one')).toEqual([{ one: 1 }]);
    expect(await readFile(file, 'utf8')).toMatch(new RegExp(`^${server.pid()}\n`));
  } finally {
    stranger.kill('SIGKILL');
  }
});

test('lets one process own the data and names it to the second', async () => {
  const first = await takeInstanceLock(server.place.run, 'serve');
  expect(await takeInstanceLock(server.place.run, 'doctor')).toEqual({
    isOurs: false,
    holder: { pid: process.pid, purpose: 'serve' },
  });
  if (first.isOurs) await first.release();
  const second = await takeInstanceLock(server.place.run, 'doctor');
  expect(second.isOurs).toBe(true);
  if (second.isOurs) await second.release();
});
