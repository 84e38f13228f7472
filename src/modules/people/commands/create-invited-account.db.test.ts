import { expect, test } from 'vitest';
import {
  auditOf,
  makeAccount,
  secretMailedTo,
  signInAs,
  usualPassword,
} from '../../../../test/factories/accounts.ts';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { newId } from '../../../kernel/ids.ts';
import { addMinutes } from '../../../kernel/calendar.ts';
import { makeLink } from '../../../platform/links.ts';
import { publicActor } from '../../../platform/permission.ts';
import { createInvitedAccount } from './create-invited-account.ts';
import { invitePerson } from './invite-person.ts';

const app = await createTestApp();
const password = 'a phrase that nobody guesses';

async function invited(email?: string) {
  const world = await makeWorld(app);
  const person = await world.person({ roles: ['mentor'], ...(email ? { email } : {}) });
  const { invitationId } = await invitePerson(await world.ctxAs('admin'), { personId: person.id });
  const secret = await secretMailedTo(world, person.email ?? '');
  const visitor = { ...world.systemCtx(), actor: publicActor };
  return { world, person, invitationId, secret, visitor, email: person.email ?? '' };
}

test('somebody new chooses a password and can sign in at once', async () => {
  const { world, person, invitationId, secret, visitor, email } = await invited();
  expect(await createInvitedAccount(visitor, { secret, password })).toEqual({ email });
  await signInAs(app, email, password);
  const row = await app.database.read(world.orgId, (tx) =>
    tx.selectFrom('person').select('user_id').where('id', '=', person.id).executeTakeFirst(),
  );
  expect(row?.user_id).toEqual(expect.any(String));
  expect(await auditOf(world, invitationId)).toEqual(['invite-person', 'create-invited-account']);
});

test('a form sent twice makes one account and answers the same', async () => {
  const { secret, visitor } = await invited();
  const ctx = { ...visitor, idempotencyKey: newId() };
  const input = { secret, password };
  const [first, second] = await Promise.all([
    createInvitedAccount(ctx, input),
    createInvitedAccount(ctx, input),
  ]);
  expect(second).toEqual(first);
});

test('a link that was used already makes no second account', async () => {
  const { secret, visitor } = await invited();
  await createInvitedAccount(visitor, { secret, password });
  await expect(
    createInvitedAccount(visitor, { secret, password: 'another phrase altogether' }),
  ).rejects.toMatchObject({ code: 'precondition' });
});

test('an account that exists is not overwritten: its old password works, the new one does not', async () => {
  const account = await makeAccount(app);
  const { secret, visitor, world, person } = await invited(account.email);
  await expect(createInvitedAccount(visitor, { secret, password })).rejects.toThrow(
    /account already/,
  );
  await signInAs(app, account.email, usualPassword);
  await expect(signInAs(app, account.email, password)).rejects.toThrow();
  const row = await app.database.read(world.orgId, (tx) =>
    tx.selectFrom('person').select('user_id').where('id', '=', person.id).executeTakeFirst(),
  );
  expect(row?.user_id).toBeNull();
});

test.each([[null], [''], [undefined], [[]], [['x']], [{}], [0], [true], ['x'.repeat(201)]])(
  'a secret that is %j opens nothing',
  async (secret) => {
    const { visitor } = await invited();
    await expect(
      createInvitedAccount(visitor, { secret: secret as string, password }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/invalid|precondition/) });
  },
);

test('a link for something else, of another organisation or too old opens nothing', async () => {
  const { world, person, invitationId, secret, visitor } = await invited();
  const other = await app.database.tenant(world.orgId, (tx) =>
    makeLink(tx, world.systemCtx(), {
      purpose: 'log-session',
      personId: person.id,
      subjectId: invitationId,
      days: 14,
    }),
  );
  const forged = await app.database.tenant(world.orgId, async (tx) =>
    makeLink(tx, world.systemCtx(), {
      purpose: 'invitation',
      personId: (await world.person({ roles: ['admin'] })).id,
      subjectId: invitationId,
      days: 14,
    }),
  );
  const elsewhere = await makeWorld(app);
  const gone = { code: 'precondition' };
  await expect(
    createInvitedAccount(visitor, { secret: other.secret, password }),
  ).rejects.toMatchObject(gone);
  await expect(
    createInvitedAccount(visitor, { secret: forged.secret, password }),
  ).rejects.toMatchObject(gone);
  await expect(
    createInvitedAccount({ ...elsewhere.systemCtx(), actor: publicActor }, { secret, password }),
  ).rejects.toMatchObject(gone);
  const now = app.clock.now();
  app.clock.set(addMinutes(now, 14 * 24 * 60));
  await expect(createInvitedAccount(visitor, { secret, password })).rejects.toMatchObject(gone);
  app.clock.set(now);
});

test('whoever holds the secret is asked, whatever their role; a poor password is refused', async () => {
  const { world, person, secret, visitor } = await invited();
  for (const poor of [
    'short',
    'password1234',
    `${world.org.name} 1`,
    person.name,
    '1'.repeat(20),
  ]) {
    await expect(createInvitedAccount(visitor, { secret, password: poor })).rejects.toMatchObject({
      fields: { password: expect.any(String) },
    });
  }
});
