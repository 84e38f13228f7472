import { expect, test } from 'vitest';
import { auditOf, secretMailedTo } from '../../../../test/factories/accounts.ts';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { publicActor } from '../../../platform/permission.ts';
import { createInvitedAccount } from './create-invited-account.ts';
import { invitePerson } from './invite-person.ts';
import { revokeInvitation } from './revoke-invitation.ts';

const app = await createTestApp();

test('an invitation that was taken back cannot be accepted', async () => {
  const world = await makeWorld(app);
  const admin = await world.ctxAs('admin');
  const person = await world.person({ roles: ['mentor'] });
  const wish = await invitePerson(admin, { personId: person.id });
  const secret = await secretMailedTo(world, person.email ?? '');
  await expectWalls(world, revokeInvitation, wish);
  await revokeInvitation(admin, wish);
  await expect(
    createInvitedAccount(
      { ...world.systemCtx(), actor: publicActor },
      { secret, password: 'a long enough phrase' },
    ),
  ).rejects.toMatchObject({ code: 'precondition' });
  expect(await auditOf(world, wish.invitationId)).toEqual(['invite-person', 'revoke-invitation']);
  await expect(revokeInvitation(admin, wish)).rejects.toMatchObject({ code: 'precondition' });
});

test('an adviser cannot take back the invitation of staff', async () => {
  const world = await makeWorld(app);
  const person = await world.person({ roles: ['manager'] });
  const wish = await invitePerson(await world.ctxAs('admin'), { personId: person.id });
  await expect(revokeInvitation(await world.ctxAs('adviser'), wish)).rejects.toMatchObject({
    code: 'not-found',
  });
});
