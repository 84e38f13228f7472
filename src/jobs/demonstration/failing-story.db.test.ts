import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/factories/app.ts';
import { addMinutes } from '../../kernel/calendar.ts';
import { beginAnew } from '../../modules/people/demonstration/claim.ts';
import { silentMinutes } from '../../modules/people/demonstration/demonstration.ts';
import {
  findDemonstration,
  loadState,
  storySeed,
} from '../../modules/people/demonstration/reads.ts';
import type { Organisation } from '../../platform/context.ts';
import { withClient } from '../../platform/postgres/client.ts';

const app = await createTestApp();
const stateOf = (org: Organisation) =>
  app.database.read(org.orgId, async (tx) => ({
    ...(await loadState(tx, app)),
    seed: await storySeed(tx),
  }));
const asOwner = (sql: string) => withClient(app.connections.owner, (client) => client.query(sql));

test('a story that fails says where and why, and is begun anew as another story', async () => {
  const org = await beginAnew(app);
  expect(await stateOf(org)).toEqual({ state: 'waiting', seed: 0 });
  await asOwner('alter table diagnosis_score rename to elsewhere');
  await app.jobs.drain();
  await asOwner('alter table elsewhere rename to diagnosis_score');
  const failed = await stateOf(org);
  expect(failed).toMatchObject({
    state: 'failed',
    why: expect.stringContaining('diagnosis_score'),
  });
  expect(
    app.lines.filter((line) => line.includes('the demonstration could not be told')),
  ).toHaveLength(1);

  const next = await beginAnew(app);
  expect(next.orgId).not.toBe(org.orgId);
  expect(await stateOf(next)).toEqual({ state: 'waiting', seed: 1 });
  expect((await app.database.anonymous(findDemonstration))?.orgId).toBe(next.orgId);
});

test('a story that nothing is heard of for minutes is cut off', async () => {
  const org = await beginAnew(app);
  app.clock.set(addMinutes(app.clock.now(), silentMinutes + 1));
  expect(await stateOf(org)).toMatchObject({ state: 'failed', why: null });
});
