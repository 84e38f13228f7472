import { expect, test } from 'vitest';
import { auditOf, secretMailedTo } from '../../../../test/factories/accounts.ts';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { invitePerson } from './invite-person.ts';
import { revokeInvitation } from './revoke-invitation.ts';
import { showInvitationLink } from './show-invitation-link.ts';

const app = await createTestApp();

test('without a mail server whoever may invite gets the link, and it is written down', async () => {
  const world = await makeWorld(app);
  const admin = await world.ctxAs('admin');
  const person = await world.person({ roles: ['mentor'] });
  const { invitationId } = await invitePerson(admin, { personId: person.id });
  await expectWalls(world, showInvitationLink, { personId: person.id });
  const { url } = await showInvitationLink(admin, { personId: person.id });
  expect(url).toBe(
    `${app.url}/o/${world.org.slug}/link/${await secretMailedTo(world, person.email ?? '')}`,
  );
  expect(await auditOf(world, invitationId)).toEqual(['invite-person', 'show-invitation-link']);
});

test('an adviser does not get the link that makes somebody a manager', async () => {
  const world = await makeWorld(app);
  const person = await world.person({ roles: ['manager'] });
  await invitePerson(await world.ctxAs('admin'), { personId: person.id });
  await expect(
    showInvitationLink(await world.ctxAs('adviser'), { personId: person.id }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('refuses when no invitation waits, and when letters leave', async () => {
  const world = await makeWorld(app);
  const admin = await world.ctxAs('admin');
  const person = await world.person({ roles: ['mentor'] });
  const { invitationId } = await invitePerson(admin, { personId: person.id });
  const post = { ...app.post, leaves: true };
  await expect(
    showInvitationLink({ ...admin, app: { ...app, post } }, { personId: person.id }),
  ).rejects.toMatchObject({ code: 'precondition' });
  await revokeInvitation(admin, { invitationId });
  await expect(showInvitationLink(admin, { personId: person.id })).rejects.toMatchObject({
    code: 'precondition',
  });
});
