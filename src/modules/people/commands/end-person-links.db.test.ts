import { expect, test } from 'vitest';
import { auditOf } from '../../../../test/factories/accounts.ts';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { findLink, livePages, makeLink } from '../../../platform/links.ts';
import { endPersonLinks } from './end-person-links.ts';

const app = await createTestApp();

async function linked() {
  const world = await makeWorld(app);
  const mentor = await world.mentor();
  const make = (purpose: string, personId = mentor.person.id) =>
    app.database.tenant(world.orgId, (tx) =>
      makeLink(tx, world.systemCtx(), { purpose, personId, days: 7 }),
    );
  const opens = (secret: string) =>
    app.database.read(world.orgId, async (tx) => (await findLink(tx, app, secret)) !== null);
  return { world, personId: mentor.person.id, make, opens };
}

test('an administrator ends every mailed link of a person; an invitation and others’ links go on', async () => {
  const desk = await linked();
  const page = await desk.make('mentor-page');
  const door = await desk.make('mentor-door');
  const invitation = await desk.make('invitation');
  const other = await desk.make('mentor-page', (await desk.world.person()).id);
  await expectWalls(desk.world, endPersonLinks, { personId: desk.personId });
  const admin = await desk.world.ctxAs('admin');
  expect(await endPersonLinks(admin, { personId: desk.personId })).toEqual({ ended: 2 });
  expect(await Promise.all([page, door].map((one) => desk.opens(one.secret)))).toEqual([
    false,
    false,
  ]);
  expect(await desk.opens(invitation.secret)).toBe(true);
  expect(await desk.opens(other.secret)).toBe(true);
  expect(await auditOf(desk.world, desk.personId)).toEqual(['end-person-links']);
  const left = await app.database.read(desk.world.orgId, (tx) => livePages(tx, app, desk.personId));
  expect(left).toBe(0);
});

test('ends nothing where there is none, and refuses somebody who was removed', async () => {
  const desk = await linked();
  const admin = await desk.world.ctxAs('admin');
  expect(await endPersonLinks(admin, { personId: desk.personId })).toEqual({ ended: 0 });
  await app.database.tenant(desk.world.orgId, (tx) =>
    tx
      .updateTable('person')
      .set({ removed_at: app.clock.now() })
      .where('id', '=', desk.personId)
      .execute(),
  );
  await expect(endPersonLinks(admin, { personId: desk.personId })).rejects.toMatchObject({
    code: 'precondition',
  });
});
