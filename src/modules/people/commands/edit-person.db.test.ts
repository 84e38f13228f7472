import { expect, test } from 'vitest';
import { auditOf, makeAccount, secretMailedTo } from '../../../../test/factories/accounts.ts';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { accountById } from '../../../platform/auth/account.ts';
import { findLink } from '../../../platform/links.ts';
import { editPerson } from './edit-person.ts';
import { invitePerson } from './invite-person.ts';

const app = await createTestApp();
const details = {
  version: 1,
  name: 'Grace Okafor',
  email: 'grace@example.org',
  phone: '',
  accessNeeds: 'Step-free rooms',
  quietFrom: '19:00',
  quietTo: '07:30',
};

test('changes how a person is reached, and not what their account signs in with', async () => {
  const world = await makeWorld(app);
  const account = await makeAccount(app);
  const person = await world.person({ roles: ['mentor'], userId: account.userId });
  const wish = { ...details, personId: person.id };
  await expectWalls(world, editPerson, wish);
  await editPerson(await world.ctxAs('manager'), wish);
  const signIn = await app.database.anonymous((tx) => accountById(tx, account.userId));
  expect(signIn?.email).toBe(account.email);
  expect(await auditOf(world, person.id)).toEqual(['edit-person']);
});

test('the second of two who edit the same person is shown what is stored', async () => {
  const world = await makeWorld(app);
  const person = await world.person();
  const admin = await world.ctxAs('admin');
  await editPerson(admin, { ...details, personId: person.id });
  await expect(
    editPerson(admin, { ...details, personId: person.id, name: 'Grace A. Okafor' }),
  ).rejects.toMatchObject({ code: 'conflict', details: { name: 'Grace Okafor' } });
});

test('of eight people who are given one address in the same moment one gets it', async () => {
  const world = await makeWorld(app);
  const people = await Promise.all(Array.from({ length: 8 }, () => world.person()));
  const admin = await world.ctxAs('admin');
  const done = await Promise.allSettled(
    people.map(({ id }) => editPerson(admin, { ...details, personId: id })),
  );
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('an invitation to the old address stops when the address changes', async () => {
  const world = await makeWorld(app);
  const admin = await world.ctxAs('admin');
  const person = await world.person({ roles: ['mentor'] });
  await invitePerson(admin, { personId: person.id });
  const secret = await secretMailedTo(world, person.email ?? '');
  await editPerson(admin, { ...details, personId: person.id });
  expect(await app.database.read(world.orgId, (tx) => findLink(tx, app, secret))).toBeNull();
});

test('a manager cannot send an administrator’s letters somewhere else', async () => {
  const world = await makeWorld(app);
  const admin = await world.person({ roles: ['admin'] });
  await expect(
    editPerson(await world.ctxAs('manager'), { ...details, personId: admin.id }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('refuses the address of somebody else here', async () => {
  const world = await makeWorld(app);
  const [one, two] = [await world.person(), await world.person()];
  await expect(
    editPerson(await world.ctxAs('admin'), {
      ...details,
      personId: one.id,
      email: two.email ?? '',
    }),
  ).rejects.toMatchObject({ fields: { email: expect.any(String) } });
});
