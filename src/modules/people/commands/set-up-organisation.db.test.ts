import { expect, test } from 'vitest';
import { signInAs, usualPassword } from '../../../../test/factories/accounts.ts';
import { createTestApp } from '../../../../test/factories/app.ts';
import { newId } from '../../../kernel/ids.ts';
import { publicActor } from '../../../platform/permission.ts';
import { ensureSetupToken } from '../../../platform/setup-token.ts';
import { isSetUp } from '../reads.ts';
import { setUpOrganisation } from './set-up-organisation.ts';

const app = await createTestApp();
const wish = {
  name: 'Coventry Growth Hub',
  slug: '',
  zone: 'Europe/London',
  currency: 'GBP' as const,
  adminName: 'Asha Patel',
  email: 'Asha@example.org',
  password: usualPassword,
};

function visitorOf(orgId: string) {
  const org = { ...wish, orgId, isDemonstration: false };
  return { app, org, orgId, actor: publicActor, clock: app.clock };
}

test('without the printed secret nobody claims the installation', async () => {
  await ensureSetupToken(app.connections.owner);
  for (const secret of [null, '', undefined, [], {}, 0, 'x', 'x'.repeat(43), newId()]) {
    await expect(
      setUpOrganisation(visitorOf(newId()), { ...wish, secret: secret as string }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/invalid|precondition/) });
  }
  expect(await app.database.anonymous(isSetUp)).toBe(false);
});

test('a refused form leaves the secret good', async () => {
  const secret = (await ensureSetupToken(app.connections.owner)) ?? '';
  for (const poor of [
    { password: 'CoventryGrowthHub!' },
    { zone: 'Europe/Atlantis' },
    { slug: 'Not a slug' },
    { email: '"a b"@example.org' },
    { name: ' ' },
  ]) {
    await expect(
      setUpOrganisation(visitorOf(newId()), { ...wish, ...poor, secret }),
    ).rejects.toMatchObject({ code: 'invalid' });
  }
  expect(await app.database.anonymous(isSetUp)).toBe(false);
});

test('of many who use the secret in the same moment one becomes the first administrator', async () => {
  const secret = (await ensureSetupToken(app.connections.owner)) ?? '';
  const ids = Array.from({ length: 5 }, () => newId());
  const all = await Promise.allSettled(
    ids.map((orgId, at) =>
      setUpOrganisation(visitorOf(orgId), {
        ...wish,
        secret,
        slug: `hub-${at}`,
        email: `asha${at}@example.org`,
      }),
    ),
  );
  const won = all.findIndex(({ status }) => status === 'fulfilled');
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const orgId = ids[won] ?? '';
  await signInAs(app, `asha${won}@example.org`);
  await app.database.read(orgId, async (tx) => {
    const grants = await tx.selectFrom('role_grant').select('role').execute();
    expect(grants.map(({ role }) => role).toSorted()).toEqual(['admin', 'manager']);
    const audit = await tx.selectFrom('audit').select('action').execute();
    expect(audit).toEqual([{ action: 'set-up-organisation' }]);
  });
  for (const other of ids.filter((id) => id !== orgId)) {
    const rows = await app.database.read(other, (tx) =>
      tx.selectFrom('organisation').select('slug').execute(),
    );
    expect(rows).toEqual([]);
  }
});

test('nobody makes another organisation in an installation that is set up, whatever their role', async () => {
  expect(await ensureSetupToken(app.connections.owner)).toBeNull();
});
