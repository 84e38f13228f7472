import { expect, test } from 'vitest';
import { makeAccount } from '../../../test/factories/accounts.ts';
import { createTestApp } from '../../../test/factories/app.ts';
import { makeWorld } from '../../../test/factories/world.ts';
import type { Ctx } from '../../platform/context.ts';
import { invitePerson } from './commands/invite-person.ts';
import { endings } from '../../../test/factories/endings.ts';
import { peopleList, type PeopleQuery, personPage } from './reads.ts';

const app = await createTestApp();
const all: PeopleQuery = {
  search: '',
  sort: 'name',
  direction: 'asc',
  page: 1,
  pageSize: 50,
  filters: {},
};

async function names(ctx: Ctx, query: Partial<PeopleQuery> = {}): Promise<string[]> {
  const { lines } = await app.database.read(ctx.orgId, (tx) =>
    peopleList(tx, ctx, { ...all, ...query }),
  );
  return lines.map(({ name }) => name);
}

test('finds people by name, address, role, programme and status, and counts them all', async () => {
  const world = await makeWorld(app);
  const admin = await world.ctxAs('admin', { name: 'Asha' });
  const { userId } = await makeAccount(app);
  await world.person({ name: 'Ben', roles: ['adviser'], programmeId: world.programme.id, userId });
  const carol = await world.person({
    name: 'Carol',
    roles: ['mentor'],
    email: 'carol_x@example.org',
  });
  const dan = await world.person({ name: 'Dan', roles: ['mentor', 'partner'] });
  await invitePerson(admin, { personId: carol.id });
  await endings.removePerson(admin, { personId: dan.id, reason: 'Left.' });
  expect(await names(admin)).toEqual(['Asha', 'Ben', 'Carol']);
  expect(await names(admin, { direction: 'desc' })).toEqual(['Carol', 'Ben', 'Asha']);
  expect(await names(admin, { search: 'arol_x' })).toEqual(['Carol']);
  expect(await names(admin, { search: '%' })).toEqual([]);
  expect(await names(admin, { filters: { role: 'mentor' } })).toEqual(['Carol']);
  expect(await names(admin, { filters: { programme: world.programme.id } })).toEqual(['Ben']);
  expect(await names(admin, { filters: { status: 'active' } })).toEqual(['Ben']);
  expect(await names(admin, { filters: { status: 'invited' } })).toEqual(['Carol']);
  expect(await names(admin, { filters: { status: 'removed' } })).toEqual(['Dan']);
  expect(
    await names(admin, { sort: 'name; drop table person', filters: { role: "x' or '1'='1" } }),
  ).toEqual([]);
  const { total } = await app.database.read(world.orgId, (tx) =>
    peopleList(tx, admin, { ...all, pageSize: 1 }),
  );
  expect(total).toBe(3);
});

test('who works in one programme sees its people and those of the whole organisation', async () => {
  const world = await makeWorld(app);
  const elsewhere = await makeWorld(app);
  await elsewhere.person({ name: 'Stranger', roles: ['adviser'] });
  const adviser = await world.ctxAs('adviser', { name: 'Ada', programmeId: world.programme.id });
  const lead = await world.person({ name: 'Leo', roles: ['participant'] });
  await world.enrolment({
    enterprise: await world.enterprise({ lead }),
    adviser: { id: adviser.actor.personId ?? '' },
  });
  const hidden = await world.person({ name: 'Hidden', roles: ['participant'] });
  await world.person({ name: 'Mia', roles: ['mentor'] });
  expect(await names(adviser)).toEqual(['Ada', 'Leo', 'Mia']);
  const see = (id: string) => app.database.read(world.orgId, (tx) => personPage(tx, adviser, id));
  await expect(see(hidden.id)).rejects.toMatchObject({ code: 'not-found' });
  expect((await see(lead.id)).sessions).toEqual([]);
});
