import { expect, test } from 'vitest';
import { auditOf } from '../../../../test/factories/accounts.ts';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { publicActor, roles } from '../../../platform/permission.ts';
import { editProfile } from './edit-profile.ts';

const app = await createTestApp();
const details = {
  version: 1,
  name: 'Wen Li',
  phone: '024 7600 0000',
  accessNeeds: '',
  quietFrom: '20:00',
  quietTo: '08:00',
};

test('people of every role change their own details, and nobody else’s', async () => {
  const world = await makeWorld(app);
  const other = await world.person({ name: 'Somebody Else' });
  for (const role of roles) {
    const ctx = await world.ctxAs(role);
    await editProfile(ctx, details);
    expect(await auditOf(world, ctx.actor.personId ?? '')).toEqual(['edit-profile']);
    await expect(
      editProfile(ctx, { ...details, version: 2, personId: other.id } as typeof details),
    ).rejects.toMatchObject({ code: 'invalid' });
  }
  const kept = await app.database.read(world.orgId, (tx) =>
    tx.selectFrom('person').select('name').where('id', '=', other.id).executeTakeFirstOrThrow(),
  );
  expect(kept.name).toBe('Somebody Else');
});

test('a visitor has no profile, whatever the role table says', async () => {
  const world = await makeWorld(app);
  await expect(
    editProfile({ ...world.systemCtx(), actor: publicActor }, details),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('another organisation’s profile of the same person stays as it is', async () => {
  const [world, elsewhere] = [await makeWorld(app), await makeWorld(app)];
  const there = await elsewhere.person({ name: 'Wen Li of the other organisation' });
  await editProfile(await world.ctxAs('mentor'), details);
  const kept = await app.database.read(elsewhere.orgId, (tx) =>
    tx.selectFrom('person').select('version').where('id', '=', there.id).executeTakeFirstOrThrow(),
  );
  expect(kept.version).toBe(1);
});

test('a change made meanwhile is not overwritten', async () => {
  const world = await makeWorld(app);
  const ctx = await world.ctxAs('mentor');
  await editProfile(ctx, details);
  await expect(editProfile(ctx, details)).rejects.toMatchObject({ code: 'conflict' });
});
