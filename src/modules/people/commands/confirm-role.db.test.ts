import { expect, test } from 'vitest';
import { auditOf } from '../../../../test/factories/accounts.ts';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeProgramme } from '../../../../test/factories/programmes.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { addPerson } from './add-person.ts';
import { confirmRole } from './confirm-role.ts';
import { editPerson } from './edit-person.ts';
import { endings } from '../../../../test/factories/endings.ts';
import { grantRole } from './grant-role.ts';

const app = await createTestApp();

/** Two administrators, and somebody whom the first wants to make a manager. */
async function makeOffice() {
  const world = await makeWorld(app);
  const first = await world.ctxAs('admin');
  const second = await world.ctxAs('admin');
  const person = await world.person({ name: 'Wen Li', roles: ['adviser'] });
  const ask = async (more = {}) => {
    const wish = { personId: person.id, role: 'manager' as const, programmeId: null };
    const { requestId } = await grantRole(first, { ...wish, ...more });
    return { requestId: requestId ?? '' };
  };
  const held = async () =>
    (await world.ctxFor(person)).actor.grants.map(({ role }) => role).toSorted();
  const letters = () =>
    app.database.read(world.orgId, (tx) =>
      tx.selectFrom('mail').select(['kind', 'person_id', 'body']).execute(),
    );
  return { world, first, second, person, ask, held, letters };
}

test('a manager is made by two people: the role holds once the second has confirmed it', async () => {
  const { world, first, second, person, ask, held, letters } = await makeOffice();
  const request = await ask();
  expect(await held()).toEqual(['adviser']);
  expect(await letters()).toMatchObject([
    {
      kind: 'role-to-confirm',
      person_id: second.actor.personId,
      body: expect.stringContaining('Wen Li to be programme manager in the whole organisation'),
    },
  ]);
  await expectWalls(world, confirmRole, request);
  await confirmRole(second, request);
  expect(await held()).toEqual(['adviser', 'manager']);
  const grant = await app.database.read(world.orgId, (tx) =>
    tx
      .selectFrom('role_grant')
      .select(['granted_by', 'confirmed_by'])
      .where('person_id', '=', person.id)
      .where('role', '=', 'manager')
      .executeTakeFirstOrThrow(),
  );
  expect(grant).toEqual({
    granted_by: first.actor.personId,
    confirmed_by: second.actor.personId,
  });
  expect(await auditOf(world, person.id)).toEqual(['grant-role', 'confirm-role']);
  await expect(confirmRole(second, request)).rejects.toThrow('confirmed already');
});

test('neither who asked nor who gets the role confirms it, not even past the command', async () => {
  const { world, first, ask, held } = await makeOffice();
  const request = await ask();
  await expect(confirmRole(first, request)).rejects.toThrow('yourself');
  const third = await world.person({ roles: ['manager'] });
  const { requestId } = await grantRole(first, {
    ...{ personId: third.id, role: 'admin', programmeId: null },
  });
  await expect(
    confirmRole(await world.ctxFor(third), { requestId: requestId ?? '' }),
  ).rejects.toThrow('would be yours');
  const forced = app.database.tenant(world.orgId, (tx) =>
    tx
      .updateTable('role_request')
      .set({ state: 'confirmed', answered_by: first.actor.personId })
      .where('id', '=', request.requestId)
      .execute(),
  );
  await expect(forced).rejects.toThrow('role_request_second_person');
  expect(await held()).toEqual(['adviser']);
});

test('a manager confirms where they manage, but no administrator from there', async () => {
  const { world, first, ask } = await makeOffice();
  const programmeId = world.programme.id;
  const near = await world.ctxAs('manager', { programmeId });
  const other = await makeProgramme(app, world.org, { programme: 'Neighbour' });
  const far = await world.ctxAs('manager', { programmeId: other.id });
  const request = await ask({ programmeId });
  await expect(confirmRole(far, request)).rejects.toMatchObject({ code: 'not-found' });
  await confirmRole(near, request);
  const admin = await grantRole(first, {
    ...{ personId: (await world.person()).id, role: 'admin', programmeId: null },
  });
  await expect(confirmRole(near, { requestId: admin.requestId ?? '' })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('what the one who asked may no longer give is not confirmed', async () => {
  const { world, first, second, ask } = await makeOffice();
  const request = await ask();
  const grant = await app.database.read(world.orgId, (tx) =>
    tx
      .selectFrom('role_grant')
      .select('id')
      .where('person_id', '=', first.actor.personId)
      .executeTakeFirstOrThrow(),
  );
  await endings.endRole(second, { grantId: grant.id, reason: 'Left' });
  await expect(confirmRole(second, request)).rejects.toThrow('may no longer give it');
});

test('an auditor whose last day has passed meanwhile is not confirmed', async () => {
  const { second, ask } = await makeOffice();
  const request = await ask({ role: 'auditor', expiresOn: '2026-12-01' });
  const before = app.clock.now();
  app.clock.set('2026-12-02T09:00:00.000Z');
  await expect(confirmRole(second, request)).rejects.toThrow('last day');
  app.clock.set(before);
});

test('where nobody else could confirm, the first is given alone and told; the next one waits', async () => {
  const world = await makeWorld(app);
  const admin = await world.ctxAs('admin');
  const [one, two] = [await world.person({ name: 'One' }), await world.person({ name: 'Two' })];
  const role = { role: 'manager' as const, programmeId: null };
  const alone = await grantRole(admin, { ...role, personId: one.id });
  expect(alone).toMatchObject({ grantId: expect.any(String), requestId: null });
  const kinds = await app.database.read(world.orgId, (tx) =>
    tx.selectFrom('mail').select(['kind', 'person_id']).execute(),
  );
  expect(kinds).toEqual(
    expect.arrayContaining([
      { kind: 'role-given-alone', person_id: admin.actor.personId },
      { kind: 'role-given-alone', person_id: one.id },
    ]),
  );
  const next = await grantRole(admin, { ...role, personId: two.id });
  expect(next).toMatchObject({ grantId: null, requestId: expect.any(String) });
  await confirmRole(await world.ctxFor(one), { requestId: next.requestId ?? '' });
  const audit = await app.database.read(world.orgId, (tx) =>
    tx.selectFrom('audit').select('changes').where('subject_id', '=', one.id).execute(),
  );
  expect(audit).toMatchObject([{ changes: { isAlone: true } }]);
});

test('of two grants in the same moment by the only administrator, one waits', async () => {
  const world = await makeWorld(app);
  const admin = await world.ctxAs('admin');
  const [one, two] = [await world.person(), await world.person()];
  const role = { role: 'manager' as const, programmeId: null };
  const given = await Promise.all(
    [one, two].map(({ id }) => grantRole(admin, { ...role, personId: id })),
  );
  expect(given.filter(({ requestId }) => requestId !== null)).toHaveLength(1);
});

test('the invitation of a new manager waits with the role, and nobody below turns it to themselves', async () => {
  const { world, first, second, letters } = await makeOffice();
  const { personId, requestId } = await addPerson(first, {
    ...{ name: 'Marta Nowak', email: 'marta@example.org', role: 'manager', programmeId: null },
    isInvited: true,
  });
  expect((await letters()).map(({ kind }) => kind)).not.toContain('invitation');
  const manager = await world.ctxAs('manager');
  await expect(
    editPerson(manager, {
      ...{ personId, version: 1, name: 'Marta', email: 'mine@example.org', phone: '' },
      ...{ accessNeeds: '', quietFrom: '20:00', quietTo: '08:00' },
    }),
  ).rejects.toMatchObject({ code: 'not-found' });
  await confirmRole(second, { requestId: requestId ?? '' });
  expect((await letters()).map(({ kind }) => kind)).toContain('invitation');
});
