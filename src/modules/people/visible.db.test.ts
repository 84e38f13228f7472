import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/factories/app.ts';
import { makeDesk } from '../../../test/factories/enterprise-desk.ts';
import { makeProgramme } from '../../../test/factories/programmes.ts';
import { editPerson } from './commands/edit-person.ts';
import { grantRole } from './commands/grant-role.ts';
import { invitePerson } from './commands/invite-person.ts';
import { revokeInvitation } from './commands/revoke-invitation.ts';

const app = await createTestApp();

/** Somebody of a firm who cannot sign in yet, and managers of the firm's programme and of another one. */
async function makeContact() {
  const { world, ...desk } = await makeDesk(app);
  const contact = await world.person();
  await desk.write((tx) =>
    tx
      .insertInto('enterprise_person')
      .values({
        org_id: world.orgId,
        enterprise_id: desk.enterpriseId,
        person_id: contact.id,
        from_on: '2026-01-19',
      })
      .execute(),
  );
  const neighbour = await makeProgramme(app, world.org, { programme: 'Neighbour' });
  return {
    personId: contact.id,
    neighbourId: neighbour.id,
    near: await world.ctxAs('manager', { programmeId: world.programme.id }),
    far: await world.ctxAs('manager', { programmeId: neighbour.id }),
  };
}

const notThere = { code: 'not-found' };

test('a manager of another programme cannot turn the letters of a firm’s person to themselves', async () => {
  const { personId, near, far } = await makeContact();
  const wish = {
    personId,
    version: 1,
    name: 'Grace Okafor',
    email: 'somebody.else@example.org',
    phone: '',
    accessNeeds: '',
    quietFrom: '19:00',
    quietTo: '07:30',
  };
  await expect(editPerson(far, wish)).rejects.toMatchObject(notThere);
  await editPerson(near, wish);
});

test('a manager of another programme neither invites a firm’s person nor takes the invitation back', async () => {
  const { personId, near, far } = await makeContact();
  await expect(invitePerson(far, { personId })).rejects.toMatchObject(notThere);
  const { invitationId } = await invitePerson(near, { personId });
  await expect(revokeInvitation(far, { invitationId })).rejects.toMatchObject(notThere);
  await revokeInvitation(near, { invitationId });
});

test('a manager of another programme cannot give a firm’s person a role, and so see them', async () => {
  const { personId, neighbourId, far, near } = await makeContact();
  const role = { personId, role: 'participant' as const };
  await expect(grantRole(far, { ...role, programmeId: neighbourId })).rejects.toMatchObject(
    notThere,
  );
  const programmeId = near.actor.grants[0]?.programmeId ?? null;
  await grantRole(near, { ...role, programmeId });
});
