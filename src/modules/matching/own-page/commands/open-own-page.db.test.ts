import { expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { expectRoleWalls } from '../../../../../test/factories/walls.ts';
import { makeWorld } from '../../../../../test/factories/world.ts';
import { findLink } from '../../../../platform/links.ts';
import { endOwnPages } from './end-own-pages.ts';
import { openOwnPage } from './open-own-page.ts';

const app = await createTestApp();

test('a mentor goes on to the own page by a link of its own, noted in the history', async () => {
  const world = await makeWorld(app);
  const mentor = await world.mentor({});
  const asMentor = await world.ctxFor(mentor.person);
  await expectRoleWalls(world, openOwnPage, { page: 'mentor-page' });
  const { path } = await openOwnPage(asMentor, { page: 'mentor-page' });
  expect(path).toMatch(/^\/l\/[\w-]+\/[\w-]{20,}\/mentor$/);
  const secret = path.split('/').at(-2);
  const find = (orgId: string) => app.database.read(orgId, (tx) => findLink(tx, app, secret));
  const otherOrg = await makeWorld(app);
  expect(await find(world.orgId)).toMatchObject({ personId: mentor.person.id });
  expect(await find(otherOrg.orgId)).toBeNull();
  const audit = await app.database.read(world.orgId, (tx) =>
    tx.selectFrom('audit').selectAll().where('action', '=', 'open-own-page').execute(),
  );
  expect(audit).toMatchObject([
    { subject_id: mentor.person.id, changes: { page: 'mentor-page', isByLink: false } },
  ]);
});

test('nobody has the page of a side that they are not on, nor a link of another organisation', async () => {
  const world = await makeWorld(app);
  const mentor = await world.mentor({});
  const asMentor = await world.ctxFor(mentor.person);
  await expect(openOwnPage(asMentor, { page: 'firm-page' })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('ending one’s links ends all of them and nobody else’s', async () => {
  const world = await makeWorld(app);
  const [one, two] = [await world.mentor({}), await world.mentor({})];
  const asOne = await world.ctxFor(one.person);
  const asTwo = await world.ctxFor(two.person);
  await openOwnPage(asOne, { page: 'mentor-page' });
  await openOwnPage(asOne, { page: 'mentor-page' });
  await openOwnPage(asTwo, { page: 'mentor-page' });
  await expectRoleWalls(world, endOwnPages, {});
  expect(await endOwnPages(asOne, {})).toEqual({ ended: 2 });
  expect(await endOwnPages(asTwo, {})).toEqual({ ended: 1 });
});
