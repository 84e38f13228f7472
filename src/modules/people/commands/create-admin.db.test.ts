import { expect, test } from 'vitest';
import { auditOf, makeAccount } from '../../../../test/factories/accounts.ts';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { publicActor } from '../../../platform/permission.ts';
import { createAdmin } from './create-admin.ts';
import { createInvitedAccount } from './create-invited-account.ts';

const app = await createTestApp();
const asha = { name: 'Asha Patel', email: 'asha@example.org' };

test('the command line makes an administrator, who chooses a password by the link', async () => {
  const world = await makeWorld(app);
  await expectWalls(world, createAdmin, asha);
  const { personId, url } = await createAdmin(world.systemCtx(), asha);
  const secret = url?.split('/').at(-1) ?? '';
  await createInvitedAccount(
    { ...world.systemCtx(), actor: publicActor },
    { secret, password: 'a phrase that nobody guesses' },
  );
  const { actor } = await world.ctxFor({ id: personId });
  expect(actor.grants).toEqual([{ role: 'admin', programmeId: null }]);
  expect(await auditOf(world, personId)).toEqual(['create-admin']);
});

test('somebody who has an account already keeps it and becomes an administrator', async () => {
  const world = await makeWorld(app);
  const account = await makeAccount(app);
  const person = await world.person({
    roles: ['adviser'],
    email: account.email,
    userId: account.userId,
  });
  const made = await createAdmin(world.systemCtx(), { ...asha, email: account.email });
  expect(made).toEqual({ personId: person.id, userId: account.userId, url: null });
});

test('done twice it stays one person with one role; another organisation is not touched', async () => {
  const [world, elsewhere] = [await makeWorld(app), await makeWorld(app)];
  const first = await createAdmin(world.systemCtx(), asha);
  const second = await createAdmin(world.systemCtx(), asha);
  expect(second.personId).toBe(first.personId);
  expect((await world.ctxFor({ id: first.personId })).actor.grants).toHaveLength(1);
  const there = await app.database.read(elsewhere.orgId, (tx) =>
    tx.selectFrom('person').select('id').execute(),
  );
  expect(there).toEqual([]);
});

test('those who confirm such roles are told that the command line gave one', async () => {
  const world = await makeWorld(app);
  const admin = await world.ctxAs('admin');
  await createAdmin(world.systemCtx(), asha);
  await createAdmin(world.systemCtx(), asha);
  const letters = await app.database.read(world.orgId, (tx) =>
    tx.selectFrom('mail').select(['kind', 'person_id', 'body']).execute(),
  );
  expect(letters).toMatchObject([
    {
      kind: 'role-given-on-server',
      person_id: admin.actor.personId,
      body: expect.stringContaining('Asha Patel administrator in the whole organisation'),
    },
  ]);
});
