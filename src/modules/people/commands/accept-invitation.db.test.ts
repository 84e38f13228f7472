import { expect, test } from 'vitest';
import {
  auditOf,
  makeAccount,
  secretMailedTo,
  signInAs,
} from '../../../../test/factories/accounts.ts';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { publicActor } from '../../../platform/permission.ts';
import { organisationsOf } from '../reads.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { invitePerson } from './invite-person.ts';

const app = await createTestApp();

async function invited(email: string) {
  const world = await makeWorld(app);
  const person = await world.person({ roles: ['adviser'], email });
  const { invitationId } = await invitePerson(await world.ctxAs('admin'), { personId: person.id });
  const secret = await secretMailedTo(world, email);
  return {
    world,
    person,
    invitationId,
    secret,
    visitor: { ...world.systemCtx(), actor: publicActor },
  };
}

test('one account belongs to several organisations, and keeps its password', async () => {
  const account = await makeAccount(app);
  const places = [await invited(account.email), await invited(account.email)];
  for (const { visitor, secret, world, invitationId } of places) {
    await acceptInvitation(visitor, { secret, userId: account.userId });
    expect(await auditOf(world, invitationId)).toEqual(['invite-person', 'accept-invitation']);
  }
  const mine = await app.database.anonymous((tx) => organisationsOf(tx, account.userId));
  expect(mine.map(({ orgId }) => orgId).toSorted()).toEqual(
    places.map(({ world }) => world.orgId).toSorted(),
  );
  await signInAs(app, account.email);
});

test('nothing changes for an invited account until it accepts', async () => {
  const account = await makeAccount(app);
  await invited(account.email);
  const mine = await app.database.anonymous((tx) => organisationsOf(tx, account.userId));
  expect(mine).toEqual([]);
});

test('an account with another address cannot accept, whatever its role elsewhere', async () => {
  const stranger = await makeAccount(app);
  const { visitor, secret } = await invited('somebody@example.org');
  await expect(
    acceptInvitation(visitor, { secret, userId: stranger.userId }),
  ).rejects.toMatchObject({ code: 'precondition' });
});

test('an invitation is accepted once, and only in its own organisation', async () => {
  const account = await makeAccount(app);
  const { visitor, secret } = await invited(account.email);
  const elsewhere = await makeWorld(app);
  const input = { secret, userId: account.userId };
  await expect(
    acceptInvitation({ ...elsewhere.systemCtx(), actor: publicActor }, input),
  ).rejects.toMatchObject({ code: 'precondition' });
  const both = await Promise.allSettled([
    acceptInvitation(visitor, input),
    acceptInvitation(visitor, input),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

test('somebody who belongs here already is told to ask for the role there', async () => {
  const account = await makeAccount(app);
  const { world, visitor, secret } = await invited(account.email);
  await world.person({ name: 'Marta Nowak', userId: account.userId, email: null });
  await expect(acceptInvitation(visitor, { secret, userId: account.userId })).rejects.toThrow(
    /Marta Nowak/,
  );
});

test('an invitation to an address in capitals is accepted by its account', async () => {
  const account = await makeAccount(app);
  const { visitor, secret, world, invitationId } = await invited(account.email.toUpperCase());
  await acceptInvitation(visitor, { secret, userId: account.userId });
  expect(await auditOf(world, invitationId)).toEqual(['invite-person', 'accept-invitation']);
});
