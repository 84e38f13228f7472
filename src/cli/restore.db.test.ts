import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp } from '../../test/factories/app.ts';
import { makeWorld } from '../../test/factories/world.ts';
import { takeBackupJob } from '../jobs/take-backup.ts';
import { backupFault, keptBackups } from '../platform/backup/kept-backups.ts';
import { writeBackup } from '../platform/backup/write-backup.ts';
import { addMinutes } from '../kernel/calendar.ts';
import { readConfig } from '../platform/config.ts';
import { openPostgres } from '../platform/postgres/open.ts';
import { withClient } from '../platform/postgres/client.ts';
import { doctor } from './doctor.ts';
import { restore } from './restore.ts';
import { verifyCommand } from './solve.ts';

const app = await createTestApp();
const { owner } = app.connections;
let directory: string;
let path: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'espalier-restore-'));
  await chmod(directory, 0o711);
  path = join(directory, 'whole.backup');
  const world = await makeWorld(app);
  // An invitation waits in the queue as a letter.
  await world.person({ roles: ['adviser'] });
  await app.database.tenant(world.orgId, (tx) =>
    app.jobs.send(tx, 'deliver-mail', { orgId: world.orgId, mailId: world.orgId }),
  );
  await writeBackup({
    owner,
    secret: app.secret,
    program: '0.1.0',
    to: path,
    now: app.clock.now(),
  });
});
afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
});

test('on another machine a stranger is told of the missing secret, brings it, and has everything', async () => {
  const data = join(directory, 'another-machine');
  const env = { ESPALIER_DATA: data };
  await expect(restore.run([path], env)).rejects.toThrow(/There is no secret here.*kept apart/s);
  await expect(stat(data)).rejects.toThrow();
  await mkdir(data, { mode: 0o711 });
  await writeFile(join(data, 'secret'), app.secret, { mode: 0o600 });
  expect(await restore.run([path], env)).toBe(0);
  await expect(restore.run([path], env)).rejects.toThrow('nothing is overwritten');
  expect(await doctor.run([], env)).toBe(0);

  const postgres = await openPostgres(readConfig(env), {
    purpose: 'test',
    manner: 'own',
    report: () => undefined,
  });
  try {
    const count = (settings: typeof owner, sql: string) =>
      withClient(
        settings,
        async (client) => (await client.query<Record<string, unknown>>(sql)).rows,
      );
    const people = 'select p.name, p.email from person p order by p.id';
    expect(await count(postgres.owner, people)).toEqual(await count(owner, people));
    const jobs = `select j.data from pgboss.job j where j.name = 'deliver-mail' and j.state = 'created'`;
    expect(await count(postgres.owner, jobs)).toEqual(await count(owner, jobs));
  } finally {
    await postgres.stop();
  }
});

test('verify with one file proves a backup', async () => {
  const env = { ESPALIER_SECRET: app.secret, ESPALIER_DATA: join(directory, 'nowhere') };
  expect(await verifyCommand.run([path], env)).toBe(0);
  const bytes = await readFile(path);
  const cut = join(directory, 'cut.backup');
  await writeFile(cut, bytes.subarray(0, bytes.length - 100));
  await expect(verifyCommand.run([cut], env)).rejects.toThrow('cut off');
});

test('by the clock a backup is taken, the oldest is removed, and the doctor misses one that is late', async () => {
  const kept = join(directory, 'kept');
  expect(await backupFault(kept, app.clock.now())).toContain('no scheduled backup');
  const job = takeBackupJob(owner, { directory: kept, at: '02:30', keep: 2 });
  expect(job.cron).toBe('30 2 * * *');
  await mkdir(kept);
  await writeFile(join(kept, 'espalier-2026-01-01T023000Z.backup.part'), 'left behind');
  await writeFile(join(kept, 'notes.txt'), 'of somebody else');
  for (let day = 0; day < 3; day += 1) {
    await job.run(app, {});
    app.clock.set(addMinutes(app.clock.now(), 24 * 60));
  }
  expect(await keptBackups(kept)).toHaveLength(2);
  await expect(stat(join(kept, 'notes.txt'))).resolves.toBeDefined();
  await expect(stat(join(kept, 'espalier-2026-01-01T023000Z.backup.part'))).rejects.toThrow();
  expect(await backupFault(kept, app.clock.now())).toBeNull();
  expect(await backupFault(kept, addMinutes(app.clock.now(), 3 * 24 * 60))).toContain(
    'take-backup',
  );
});
