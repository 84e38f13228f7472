import { expect, test } from 'vitest';
import { auditOf, makeAccount, secretMailedTo } from '../../../../test/factories/accounts.ts';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { findLink } from '../../../platform/links.ts';
import { invitePerson } from './invite-person.ts';

const app = await createTestApp();

test('sends a letter with a link of 14 days', async () => {
  const world = await makeWorld(app);
  const person = await world.person({ roles: ['mentor'] });
  await expectWalls(world, invitePerson, { personId: person.id });
  const { invitationId } = await invitePerson(await world.ctxAs('adviser'), {
    personId: person.id,
  });
  const secret = await secretMailedTo(world, person.email ?? '');
  const link = await app.database.read(world.orgId, (tx) => findLink(tx, app, secret));
  expect(link).toMatchObject({
    purpose: 'invitation',
    subjectId: invitationId,
    expiresAt: '2026-12-08T10:00:00.000Z',
  });
  expect(await auditOf(world, invitationId)).toEqual(['invite-person']);
});

test('of two letters only the newer one works', async () => {
  const world = await makeWorld(app);
  const admin = await world.ctxAs('admin');
  const person = await world.person({ roles: ['adviser'] });
  await invitePerson(admin, { personId: person.id });
  const first = await secretMailedTo(world, person.email ?? '');
  await invitePerson(admin, { personId: person.id });
  const second = await secretMailedTo(world, person.email ?? '');
  await app.database.read(world.orgId, async (tx) => {
    expect(await findLink(tx, app, first)).toBeNull();
    expect(await findLink(tx, app, second)).not.toBeNull();
  });
});

test('an adviser cannot invite staff', async () => {
  const world = await makeWorld(app);
  const person = await world.person({ roles: ['manager'] });
  await expect(
    invitePerson(await world.ctxAs('adviser'), { personId: person.id }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('somebody entered as a firm’s person becomes a participant by the invitation', async () => {
  const world = await makeWorld(app);
  const lead = await world.person();
  await world.enterprise({ lead });
  await invitePerson(await world.ctxAs('adviser'), { personId: lead.id });
  expect((await world.ctxFor(lead)).actor.grants).toEqual([
    { role: 'participant', programmeId: null },
  ]);
});

test('refuses who can sign in already, has no address or has no role', async () => {
  const world = await makeWorld(app);
  const admin = await world.ctxAs('admin');
  const { userId } = await makeAccount(app);
  for (const person of [
    await world.person({ roles: ['mentor'], userId }),
    await world.person({ roles: ['mentor'], email: null }),
    await world.person(),
  ]) {
    await expect(invitePerson(admin, { personId: person.id })).rejects.toMatchObject({
      code: 'precondition',
    });
  }
});
