import { expect, test } from 'vitest';
import { auditOf } from '../../../../test/factories/accounts.ts';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeProgramme } from '../../../../test/factories/programmes.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { newId } from '../../../kernel/ids.ts';
import { orgPaths } from '../../../kernel/paths.ts';
import { addPerson } from './add-person.ts';

const app = await createTestApp();
const tom = {
  name: 'Tom Reilly',
  email: 'Tom@Example.org',
  role: 'adviser' as const,
  programmeId: null,
  isInvited: true,
};

test('an administrator adds an adviser, who is invited by a letter that leaves at once', async () => {
  const world = await makeWorld(app);
  const { personId } = await addPerson(await world.ctxAs('admin'), tom);
  const { person, letters } = await app.database.read(world.orgId, async (tx) => ({
    person: await tx
      .selectFrom('person')
      .selectAll()
      .where('id', '=', personId)
      .executeTakeFirstOrThrow(),
    letters: await tx.selectFrom('mail').selectAll().where('about_id', '=', personId).execute(),
  }));
  expect(person).toMatchObject({ email: 'tom@example.org', user_id: null });
  expect(letters).toHaveLength(1);
  expect(letters[0]).toMatchObject({ kind: 'invitation', urgent: true });
  expect(letters[0]?.body).toContain('as a growth adviser');
  expect(letters[0]?.body).toContain('8 December 2026');
  expect(await auditOf(world, personId)).toEqual(['add-person']);
});

test('a form sent twice adds one person', async () => {
  const world = await makeWorld(app);
  const ctx = { ...(await world.ctxAs('admin')), idempotencyKey: newId() };
  const [first, second] = await Promise.all([addPerson(ctx, tom), addPerson(ctx, tom)]);
  expect(second).toEqual(first);
});

test('refuses an address that somebody here has already, also in the same moment', async () => {
  const world = await makeWorld(app);
  const ctx = await world.ctxAs('admin');
  const both = await Promise.allSettled([addPerson(ctx, tom), addPerson(ctx, tom)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  await expect(addPerson(ctx, tom)).rejects.toMatchObject({
    fields: { email: expect.any(String) },
  });
});

test('leads to whoever has the address, but only somebody who may see them', async () => {
  const world = await makeWorld(app);
  const here = { ...tom, programmeId: world.programme.id };
  const added = await addPerson(await world.ctxAs('admin'), here);
  await expect(addPerson(await world.ctxAs('admin'), here)).rejects.toMatchObject({
    see: { href: orgPaths(world.org.slug).person(added.personId), label: `Open ${tom.name}` },
  });
  const elsewhere = await makeProgramme(app, world.org, { programme: 'Elsewhere' });
  const manager = await world.ctxAs('manager', { programmeId: elsewhere.id });
  const wish = { ...tom, programmeId: elsewhere.id };
  await expect(addPerson(manager, wish)).rejects.toMatchObject({ code: 'invalid', see: undefined });
});

test('a manager cannot add an administrator, nor anybody outside the programmes they manage', async () => {
  const world = await makeWorld(app);
  const manager = await world.ctxAs('manager', { programmeId: world.programme.id });
  for (const wish of [
    { ...tom, role: 'admin' as const },
    { ...tom, role: 'finance' as const, programmeId: world.programme.id },
    { ...tom, programmeId: null },
    { ...tom, programmeId: newId() },
  ]) {
    await expect(addPerson(manager, wish)).rejects.toMatchObject({ code: 'not-found' });
  }
  await expect(
    addPerson(manager, { ...tom, programmeId: world.programme.id }),
  ).resolves.toHaveProperty('personId');
});

test('neither advisers, mentors nor participants may add people', async () => {
  const world = await makeWorld(app);
  for (const role of ['adviser', 'mentor', 'participant', 'auditor', 'partner'] as const) {
    await expect(addPerson(await world.ctxAs(role), tom)).rejects.toMatchObject({
      code: 'not-found',
    });
  }
});

test('refuses a programme of another organisation', async () => {
  const [world, elsewhere] = [await makeWorld(app), await makeWorld(app)];
  await expect(
    addPerson(await world.ctxAs('admin'), { ...tom, programmeId: elsewhere.programme.id }),
  ).rejects.toMatchObject({ fields: { programmeId: expect.any(String) } });
});

test('refuses a funder or auditor without a last day', async () => {
  const world = await makeWorld(app);
  const ctx = await world.ctxAs('admin');
  const auditor = { ...tom, role: 'auditor' as const };
  await expect(addPerson(ctx, auditor)).rejects.toMatchObject({
    fields: { expiresOn: expect.any(String) },
  });
  await expect(addPerson(ctx, { ...auditor, expiresOn: '2027-03-31' })).resolves.toHaveProperty(
    'personId',
  );
});

test('refuses fields that nobody asked for and names that could become mail headers', async () => {
  const world = await makeWorld(app);
  const ctx = await world.ctxAs('admin');
  for (const extra of [
    { org_id: newId() },
    { id: newId() },
    { user_id: 'x' },
    { status: 'active' },
  ]) {
    await expect(addPerson(ctx, { ...tom, ...extra } as typeof tom)).rejects.toMatchObject({
      code: 'invalid',
    });
  }
  const { personId } = await addPerson(ctx, { ...tom, name: 'Tom\r\nBcc: all@example.org' });
  const person = await app.database.read(world.orgId, (tx) =>
    tx.selectFrom('person').select('name').where('id', '=', personId).executeTakeFirstOrThrow(),
  );
  expect(person.name).toBe('Tom Bcc: all@example.org');
});
