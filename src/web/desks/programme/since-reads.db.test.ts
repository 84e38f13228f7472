import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { newId } from '../../../kernel/ids.ts';
import { onlyReads, sinceLastVisit } from './since-reads.ts';

const app = await createTestApp();
const given = '2026-11-10T09:00:00.000Z';
const visited = '2026-11-19T23:30:00.000Z';

async function openDesk() {
  const world = await makeWorld(app, { zone: 'Europe/Berlin' });
  const userId = newId();
  const auditor = await world.person({ roles: ['auditor'], userId });
  await app.database.tenant(world.orgId, (tx) =>
    tx
      .updateTable('role_grant')
      .set({ granted_at: given, expires_at: '2026-12-12T00:00:00.000Z' })
      .where('person_id', '=', auditor.id)
      .execute(),
  );
  const ctx = await world.ctxFor(auditor);
  const programme = { id: world.programme.id, zone: 'Europe/Berlin' };
  const since = () => app.database.read(world.orgId, (tx) => sinceLastVisit(tx, ctx, programme));
  return { world, ctx, since };
}

test('before a second visit it is since the role was given, and says until when', async () => {
  const { since, world } = await openDesk();
  await world.enrolment({ eligibleOn: '2026-11-09' });
  await world.enrolment({ eligibleOn: '2026-11-10' });
  await world.enrolment({ eligibleOn: '2026-11-12' });
  expect(await since()).toEqual({
    ...{ since: given, until: '2026-12-12T00:00:00.000Z', eligible: 2, left: 0 },
    ...{ recorded: 0, verified: 0, confirmed: 0, settings: 0 },
  });
});

test('who has no role has no last visit, and who also works here does not only read', async () => {
  const { world, ctx } = await openDesk();
  const programme = { id: world.programme.id, zone: 'Europe/Berlin' };
  const stranger = await world.ctxFor(await world.person());
  const none = await app.database.read(world.orgId, (tx) =>
    sinceLastVisit(tx, stranger, programme),
  );
  expect(none).toBeNull();
  expect(onlyReads(ctx.actor, programme.id)).toBe(true);
  const both = await world.ctxFor(await world.person({ roles: ['auditor', 'adviser'] }));
  expect(onlyReads(both.actor, programme.id)).toBe(false);
});

test('outputs count by the instant, withdrawn ones not at all; those who left by the day', async () => {
  const { world, since } = await openDesk();
  const output = async (recordedAt: string, state: 'recorded' | 'verified' | 'withdrawn') => {
    const enrolment = await world.enrolment();
    await app.database.tenant(world.orgId, (tx) =>
      tx
        .insertInto('output')
        .values({
          ...{ org_id: world.orgId, id: newId(), programme_id: world.programme.id },
          ...{ enrolment_id: enrolment.id, indicator: 'C8', achieved_on: '2026-11-02', state },
          recorded_at: recordedAt,
          verified_at: state === 'verified' ? recordedAt : null,
        })
        .execute(),
    );
  };
  await output(given, 'recorded');
  await output('2026-11-10T09:00:01.000Z', 'recorded');
  await output(visited, 'verified');
  await output(visited, 'withdrawn');
  await world.enrolment({ state: 'closed' });
  expect(await since()).toMatchObject({ recorded: 2, verified: 1, left: 0 });
});
