import { expect, test } from 'vitest';
import {
  auditOf,
  countSessions,
  makeAccount,
  secretMailedTo,
  signInAs,
} from '../../../../test/factories/accounts.ts';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { findLink } from '../../../platform/links.ts';
import { invitePerson } from './invite-person.ts';
import { removePerson } from './remove-person.ts';

const app = await createTestApp();

test('a removed person is nobody at the next request and signed out everywhere', async () => {
  const world = await makeWorld(app);
  const { userId, email } = await makeAccount(app);
  const person = await world.person({ roles: ['adviser'], userId });
  const cookie = await signInAs(app, email);
  expect(await countSessions(app, cookie)).toBe(1);
  const wish = { personId: person.id, reason: 'Left the organisation.' };
  await expectWalls(world, removePerson, wish);
  await removePerson(await world.ctxAs('admin'), wish);
  expect(await countSessions(app, cookie)).toBe(0);
  await expect(world.ctxFor(person)).rejects.toThrow();
  expect(await auditOf(world, person.id)).toEqual(['remove-person']);
});

test('an invitation that waits for a removed person no longer works', async () => {
  const world = await makeWorld(app);
  const person = await world.person({ roles: ['mentor'] });
  const admin = await world.ctxAs('admin');
  await invitePerson(admin, { personId: person.id });
  const secret = await secretMailedTo(world, person.email ?? '');
  await removePerson(admin, { personId: person.id, reason: 'Withdrew.' });
  expect(await app.database.read(world.orgId, (tx) => findLink(tx, app, secret))).toBeNull();
});

test('nobody removes themselves, the last administrator, or somebody removed already', async () => {
  const world = await makeWorld(app);
  const { userId } = await makeAccount(app);
  const only = await world.person({ roles: ['admin'], userId });
  const other = await world.ctxAs('admin');
  await expect(
    removePerson(await world.ctxFor(only), { personId: only.id, reason: 'Bye.' }),
  ).rejects.toThrow(/yourself/);
  await expect(removePerson(other, { personId: only.id, reason: 'Bye.' })).rejects.toThrow(
    /only administrator/,
  );
  const person = await world.person();
  await removePerson(other, { personId: person.id, reason: 'Bye.' });
  await expect(removePerson(other, { personId: person.id, reason: 'Bye.' })).rejects.toMatchObject({
    code: 'precondition',
  });
});
