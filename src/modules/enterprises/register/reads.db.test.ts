import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { countEnterprises, type EnterpriseListQuery, enterprisesOf } from './reads.ts';

const app = await createTestApp();
const all: EnterpriseListQuery = {
  search: '',
  sort: 'name',
  direction: 'asc',
  page: 1,
  pageSize: 50,
  filters: {},
};

async function list(change: Partial<EnterpriseListQuery> = {}) {
  const world = await makeWorld(app);
  const adviser = await world.person({ roles: ['adviser'] });
  for (const [name, state] of [
    ['Quince 100% Pure Ltd', 'applied'],
    ['Rowan_Tools Ltd', 'eligible'],
    ['Rowanberry Ltd', 'eligible'],
  ] as const) {
    await world.enrolment({
      enterprise: await world.enterprise({ name, lead: false }),
      state,
      adviser,
    });
  }
  const foreign = await makeWorld(app);
  await foreign.enrolment({ enterprise: await foreign.enterprise({ name: 'Rowan Foreign Ltd' }) });
  const query = { ...all, ...change };
  return app.database.read(world.orgId, async (tx) => ({
    names: (await enterprisesOf(tx, world.programme.id, query)).map((row) => row.name),
    total: await countEnterprises(tx, world.programme.id, query),
  }));
}

test('the list is sorted both ways and paged', async () => {
  expect(await list({ direction: 'desc', pageSize: 2 })).toEqual({
    names: ['Rowanberry Ltd', 'Rowan_Tools Ltd'],
    total: 3,
  });
  expect(await list({ page: 2, pageSize: 2 })).toMatchObject({ names: ['Rowanberry Ltd'] });
});

test('a search finds parts of names of the own organisation, and takes % and _ as they are', async () => {
  expect((await list({ search: 'rowan' })).names).toEqual(['Rowan_Tools Ltd', 'Rowanberry Ltd']);
  expect((await list({ search: 'wan_' })).names).toEqual(['Rowan_Tools Ltd']);
  expect((await list({ search: '0% p' })).names).toEqual(['Quince 100% Pure Ltd']);
});

test('a search finds what people type: no accents, and a number without its zeros', async () => {
  const world = await makeWorld(app);
  await world.enrolment({ enterprise: await world.enterprise({ name: 'Zoë & Söhne Ltd' }) });
  const numbered = await world.enterprise({ name: 'Birch Tools Ltd', companyNumber: '09990206' });
  await world.enrolment({ enterprise: numbered });
  const found = (search: string) =>
    app.database.read(world.orgId, async (tx) =>
      (await enterprisesOf(tx, world.programme.id, { ...all, search })).map((row) => row.name),
    );
  expect(await found('zoe')).toEqual(['Zoë & Söhne Ltd']);
  expect(await found('Sohne')).toEqual(['Zoë & Söhne Ltd']);
  expect(await found('9990206')).toEqual(['Birch Tools Ltd']);
  expect(await found('09990206')).toEqual(['Birch Tools Ltd']);
  expect(await found('999020')).toEqual([]);
});

test('filters narrow the list and the count together', async () => {
  expect(await list({ filters: { state: 'applied' } })).toEqual({
    names: ['Quince 100% Pure Ltd'],
    total: 1,
  });
  expect(await list({ filters: { size: 'none', area: 'E08000026' } })).toMatchObject({ total: 3 });
  expect(await list({ filters: { adviser: 'not an id' } })).toMatchObject({ total: 0 });
});
