import { expect, test } from 'vitest';
import { auditOf } from '../../../../test/factories/accounts.ts';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectRoleWalls } from '../../../../test/factories/walls.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { renameOrganisation } from './rename-organisation.ts';

const app = await createTestApp();

const namesIn = (orgId: string) =>
  app.database.read(orgId, async (tx) => {
    const rows = await tx.selectFrom('organisation').select(['name', 'slug']).execute();
    return rows.map((row) => row.name);
  });

test('an administrator puts the name right, and another organisation keeps its own', async () => {
  const world = await makeWorld(app);
  const other = await makeWorld(app);
  const before = await namesIn(other.orgId);
  const wish = { name: 'Northern Growth Hub', version: 1 };
  await expectRoleWalls(world, renameOrganisation, wish);
  await renameOrganisation(await world.ctxAs('admin'), wish);
  expect(await namesIn(world.orgId)).toEqual(['Northern Growth Hub']);
  expect(await namesIn(other.orgId)).toEqual(before);
  expect(await auditOf(world, world.orgId)).toEqual(['rename-organisation']);
});

test('a second administrator is shown what the first one made of the name', async () => {
  const world = await makeWorld(app);
  const admin = await world.ctxAs('admin');
  await renameOrganisation(admin, { name: 'North', version: 1 });
  await expect(renameOrganisation(admin, { name: 'South', version: 1 })).rejects.toMatchObject({
    code: 'conflict',
    details: { name: 'North' },
  });
  await expect(renameOrganisation(admin, { name: ' ', version: 2 })).rejects.toMatchObject({
    fields: { name: 'Enter the organisation’s name.' },
  });
});
