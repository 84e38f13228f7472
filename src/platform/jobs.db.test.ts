import { expect, test } from 'vitest';
import { createTestApp, drainJobs } from '../../test/factories/app.ts';
import { makeWorld } from '../../test/factories/world.ts';
import { AppError } from '../kernel/errors.ts';
import { checkTenantWall } from './doctor.ts';
import { createJobs } from './jobs.ts';
import type { JobData } from './job-queue.ts';
import { withClient } from './postgres/client.ts';

const seen: JobData[] = [];
let failures = 0;
const app = await createTestApp({
  jobs: [
    {
      name: 'note',
      run: (_app, data) => {
        seen.push(data);
        return Promise.resolve();
      },
    },
    {
      name: 'stumble',
      retryLimit: 0,
      run: () => {
        failures += 1;
        return Promise.reject(new AppError('internal', 'it stumbled'));
      },
    },
  ],
});
const world = await makeWorld(app);

function send(n: number, options: { singletonKey?: string; startAfter?: string } = {}) {
  return app.database.tenant(world.orgId, (tx) =>
    app.jobs.send(tx, 'note', { orgId: world.orgId, n }, options),
  );
}

test('runs a job whose transaction was committed', async () => {
  await send(1);
  expect(await drainJobs(app)).toBe(1);
  expect(seen.splice(0)).toEqual([{ orgId: world.orgId, n: 1 }]);
});

test('never sees a job whose transaction was rolled back', async () => {
  const undone = app.database.tenant(world.orgId, async (tx) => {
    await app.jobs.send(tx, 'note', { orgId: world.orgId, n: 2 });
    throw new Error('changed my mind');
  });
  await expect(undone).rejects.toThrow('changed my mind');
  expect(await drainJobs(app)).toBe(0);
});

test('lets one job wait per key', async () => {
  await send(3, { singletonKey: 'k' });
  await send(4, { singletonKey: 'k' });
  await send(5, { singletonKey: 'other' });
  expect(await drainJobs(app)).toBe(2);
  expect(new Set(seen.splice(0).map((data) => data['n']))).toEqual(new Set([3, 5]));
});

test('lays a job that cannot succeed aside', async () => {
  await app.database.tenant(world.orgId, (tx) => app.jobs.send(tx, 'stumble', {}));
  await drainJobs(app);
  const { rows } = await withClient(app.connections.owner, (client) =>
    client.query(
      `select name, state from pgboss.job where name in ('stumble', 'failed-for-good') order by name`,
    ),
  );
  expect(failures).toBe(1);
  expect(rows).toEqual([
    { name: 'failed-for-good', state: 'created' },
    { name: 'stumble', state: 'failed' },
  ]);
  expect(app.lines.join('')).toContain('it stumbled');
});

test('refuses a job of a name that nobody handles', async () => {
  const sent = app.database.tenant(world.orgId, (tx) => app.jobs.send(tx, 'nonsense', {}));
  await expect(sent).rejects.toThrow('no job is called nonsense');
});

test('takes a job up by itself in a process that works, and ends in order', async () => {
  const taken = Promise.withResolvers<JobData>();
  const worker = createJobs({
    owner: app.connections.owner,
    log: app.log,
    definitions: [
      {
        name: 'note',
        run: (_app, data) => {
          taken.resolve(data);
          return Promise.resolve();
        },
      },
    ],
  });
  await worker.start(app, { work: true });
  await send(6);
  expect(await taken.promise).toMatchObject({ n: 6 });
  await worker.stop();
});

test('gives the application no more than adding jobs', async () => {
  await withClient(app.connections.app, async (client) => {
    await expect(client.query('delete from pgboss.job')).rejects.toThrow('permission denied');
    await expect(client.query('update pgboss.queue set retry_limit = 0')).rejects.toThrow(
      'permission denied',
    );
  });
});

test('leaves the wall between organisations whole', async () => {
  const checks = await checkTenantWall(app.connections.owner);
  expect(checks.flatMap((check) => check.findings)).toEqual([]);
});
