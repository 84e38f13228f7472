import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createTestApp, drainJobs } from '../../test/factories/app.ts';
import { makeWorld } from '../../test/factories/world.ts';
import { AppError, precondition } from '../kernel/errors.ts';
import { checkFailedJobs, checkTenantWall } from './doctor.ts';
import { inEveryOrganisation } from './every-organisation.ts';
import { failedJobs } from './failed-jobs.ts';
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

test('what failed for good is an error in the log, and doctor and an administrator can read it', async () => {
  expect(app.lines.join('')).toContain('a job failed for good');
  expect(app.lines.join('')).not.toContain('it is retried');
  const listed = await app.database.read(world.orgId, (tx) => failedJobs(tx, world.orgId));
  expect(listed).toMatchObject([{ name: 'stumble', message: '', isOwn: false }]);
  await app.database.tenant(world.orgId, (tx) =>
    app.jobs.send(tx, 'stumble', { orgId: world.orgId }),
  );
  await drainJobs(app);
  const own = await app.database.read(world.orgId, (tx) => failedJobs(tx, world.orgId));
  expect(own.filter((job) => job.isOwn)).toMatchObject([{ message: 'it stumbled' }]);
  const stranger = await makeWorld(app);
  const theirs = await app.database.read(stranger.orgId, (tx) => failedJobs(tx, stranger.orgId));
  expect(theirs).toHaveLength(1);
  const { findings } = await checkFailedJobs(app.connections.owner);
  expect(findings).toEqual([expect.stringMatching(/^stumble, 2 times, last on .*: it stumbled$/)]);
});

test('one organisation that stumbles keeps nobody else from being served, nor does one row', async () => {
  const other = await makeWorld(app);
  const served: string[] = [];
  const walk = inEveryOrganisation(app, 'visit', async ({ ctx, each }) => {
    await each(['first', 'second', 'third'], (thing) => {
      if (thing === 'second') return Promise.reject(new Error('no such row'));
      if (thing === 'third') return Promise.reject(precondition('No longer due.'));
      served.push(`${ctx.orgId} ${thing}`);
      return Promise.resolve();
    });
    served.push(ctx.orgId);
    if (ctx.orgId === world.orgId) throw new Error('it stumbled here');
  });
  await expect(walk).rejects.toThrow(/visit failed in .*: no such row/);
  for (const { orgId } of [world, other]) {
    expect(served).toContain(`${orgId} first`);
    expect(served).toContain(orgId);
  }
  expect(app.lines.join('')).toContain('it stumbled here');
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

test('an organisation neither reads nor makes jobs of another', async () => {
  const other = await makeWorld(app);
  await app.database.tenant(other.orgId, (tx) =>
    app.jobs.send(tx, 'note', { orgId: other.orgId, n: 90 }),
  );
  const organisations = (orgId: string) =>
    app.database.read(orgId, async (tx) => {
      const { rows } = await sql<{ org: string | null }>`
        select distinct data ->> 'orgId' as org from pgboss.job where name = 'note'`.execute(tx);
      return rows.map(({ org }) => org);
    });
  expect(await organisations(other.orgId)).toEqual([other.orgId]);
  expect(await organisations(world.orgId)).not.toContain(other.orgId);
  const forged = app.database.tenant(world.orgId, (tx) =>
    app.jobs.send(tx, 'note', { orgId: other.orgId, n: 91 }),
  );
  await expect(forged).rejects.toThrow('row-level security');
  expect(await drainJobs(app)).toBe(1);
  seen.splice(0);
});
