import { expect, test } from 'vitest';
import { auditOf } from '../../../../test/factories/accounts.ts';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { newId } from '../../../kernel/ids.ts';
import { confirmRole } from './confirm-role.ts';
import { grantRole } from './grant-role.ts';

const app = await createTestApp();

test('an administrator gives a role, which holds at the next request', async () => {
  const world = await makeWorld(app);
  const person = await world.person({ roles: ['mentor'] });
  const wish = { personId: person.id, role: 'adviser' as const, programmeId: null };
  await expectWalls(world, grantRole, wish);
  await grantRole(await world.ctxAs('admin'), wish);
  const { actor } = await world.ctxFor(person);
  expect(actor.grants.map(({ role }) => role).toSorted()).toEqual(['adviser', 'mentor']);
  expect(await auditOf(world, person.id)).toEqual(['grant-role']);
});

test('nobody gives a role above their own', async () => {
  const world = await makeWorld(app);
  const person = await world.person();
  const manager = await world.ctxAs('manager');
  for (const role of ['admin', 'manager', 'finance', 'auditor'] as const) {
    await expect(
      grantRole(manager, { personId: person.id, role, programmeId: null, expiresOn: '2027-01-31' }),
    ).rejects.toMatchObject({ code: 'not-found' });
  }
  const own = { personId: manager.actor.personId ?? '', role: 'admin' as const, programmeId: null };
  await expect(grantRole(manager, own)).rejects.toMatchObject({ code: 'not-found' });
});

test('refuses a role that the person holds already', async () => {
  const world = await makeWorld(app);
  const person = await world.person({ roles: ['adviser'] });
  await expect(
    grantRole(await world.ctxAs('admin'), {
      personId: person.id,
      role: 'adviser',
      programmeId: null,
    }),
  ).rejects.toMatchObject({ code: 'conflict' });
});

test('refuses an administrator of one programme only, and an auditor without an end', async () => {
  const world = await makeWorld(app);
  const admin = await world.ctxAs('admin');
  const person = await world.person();
  const programmeId = world.programme.id;
  await expect(
    grantRole(admin, { personId: person.id, role: 'admin', programmeId }),
  ).rejects.toMatchObject({ fields: { programmeId: expect.any(String) } });
  for (const expiresOn of [null, '2026-11-24', '2029-01-01']) {
    await expect(
      grantRole(admin, { personId: person.id, role: 'auditor', programmeId, expiresOn }),
    ).rejects.toMatchObject({ fields: { expiresOn: expect.any(String) } });
  }
});

test('an auditor’s role ends by itself after the last day, and can be given again', async () => {
  const world = await makeWorld(app);
  const admin = await world.ctxAs('admin');
  const person = await world.person();
  const wish = { personId: person.id, role: 'auditor' as const, programmeId: null };
  await grantRole(admin, { ...wish, expiresOn: '2026-12-31' });
  const before = app.clock.now();
  app.clock.set('2026-12-31T23:30:00.000Z');
  expect((await world.ctxFor(person)).actor.grants).toHaveLength(1);
  app.clock.set('2027-01-01T00:00:00.000Z');
  expect((await world.ctxFor(person)).actor.grants).toHaveLength(0);
  await expect(grantRole(admin, { ...wish, expiresOn: '2027-01-31' })).resolves.toBeTruthy();
  app.clock.set(before);
});

test('refuses a removed person and a person of another organisation', async () => {
  const [world, elsewhere] = [await makeWorld(app), await makeWorld(app)];
  const stranger = await elsewhere.person();
  const admin = await world.ctxAs('admin');
  for (const personId of [stranger.id, newId()]) {
    await expect(
      grantRole(admin, { personId, role: 'adviser', programmeId: null }),
    ).rejects.toMatchObject({ code: 'not-found' });
  }
});

test('nobody gives a role to themselves alone', async () => {
  const world = await makeWorld(app);
  const admin = await world.ctxAs('admin');
  const second = await world.ctxAs('admin');
  const manager = await world.ctxAs('manager');
  for (const [giver, role] of [
    [admin, 'finance'],
    [manager, 'verifier'],
    [admin, 'adviser'],
    [manager, 'adviser'],
  ] as const) {
    const wish = { personId: giver.actor.personId ?? '', role, programmeId: null };
    const { grantId, requestId } = await grantRole(giver, wish);
    expect(grantId).toBeNull();
    const rolesNow = async () =>
      (await world.ctxFor({ id: wish.personId })).actor.grants.map((one) => one.role);
    expect(await rolesNow()).not.toContain(role);
    await confirmRole(second, { requestId: requestId ?? '' });
    expect(await rolesNow()).toContain(role);
  }
});

test('who gives roles gets the adviser’s, which opens sealed notes, by two people', async () => {
  const world = await makeWorld(app);
  const admin = await world.ctxAs('admin');
  await world.ctxAs('admin');
  const adviser = await world.ctxAs('adviser', { programmeId: world.programme.id });
  const manager = await world.person({ roles: ['manager'] });
  const wish = { personId: manager.id, role: 'adviser' as const };
  const near = await grantRole(admin, { ...wish, programmeId: world.programme.id });
  expect(near.grantId).toBeNull();
  // The notes are the adviser's own: theirs is a second person's word.
  await confirmRole(adviser, { requestId: near.requestId ?? '' });
  const everywhere = await grantRole(admin, { ...wish, programmeId: null });
  await expect(
    confirmRole(adviser, { requestId: everywhere.requestId ?? '' }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('a single person who runs everything gives themselves a role, and is told so', async () => {
  const world = await makeWorld(app);
  const admin = await world.ctxAs('admin');
  const wish = {
    personId: admin.actor.personId ?? '',
    role: 'adviser' as const,
    programmeId: null,
  };
  expect((await grantRole(admin, wish)).grantId).not.toBeNull();
  const letters = await app.database.read(world.orgId, (tx) =>
    tx.selectFrom('mail').select('kind').execute(),
  );
  expect(letters).toEqual([{ kind: 'role-given-alone' }]);
});
