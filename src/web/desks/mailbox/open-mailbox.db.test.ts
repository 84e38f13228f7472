import { expect, test } from 'vitest';
import { makeAccount } from '../../../../test/factories/accounts.ts';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import type { Role } from '../../../platform/permission.ts';
import { mailboxFor } from './open-mailbox.ts';

const app = await createTestApp();

async function viewerWith(role: Role) {
  const world = await makeWorld(app);
  const { userId, email } = await makeAccount(app);
  await world.person({ roles: [role], userId });
  const account = {
    userId,
    email,
    name: '',
    sessionToken: '',
    sessionId: '',
    lastUsedAt: '',
    hasSecondFactor: false,
  };
  return { world, viewer: { app, account, peer: '127.0.0.1' } };
}

test('on this machine an administrator reads the letters of their organisation only', async () => {
  const { world, viewer } = await viewerWith('admin');
  await makeWorld(app);
  const mailbox = await mailboxFor(viewer);
  expect(mailbox?.organisations.map(({ orgId }) => orgId)).toEqual([world.orgId]);
  expect(mailbox?.showsSignIn).toBe(true);
});

test.each(['manager', 'adviser', 'mentor', 'participant', 'auditor'] as const)(
  'letters hold links to sign in with: a %s reads none',
  async (role) => {
    const { viewer } = await viewerWith(role);
    expect(await mailboxFor(viewer)).toBeNull();
  },
);

test('from another machine, or with a mail server, nobody reads letters', async () => {
  const { viewer } = await viewerWith('admin');
  expect(await mailboxFor({ ...viewer, peer: '192.0.2.7' })).toBeNull();
  const served = { ...app, url: 'https://hub.example.org' };
  expect(await mailboxFor({ ...viewer, app: served })).toBeNull();
  expect(await mailboxFor({ ...viewer, app: { ...app, hasMailbox: false } })).toBeNull();
});
