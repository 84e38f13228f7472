import { expect, test } from 'vitest';
import { auditOf, makeAccount } from '../../../../test/factories/accounts.ts';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectRoleWalls } from '../../../../test/factories/walls.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { deadlineOfAccount } from '../security/reads.ts';
import { requireSecondFactor } from './require-second-factor.ts';

const app = await createTestApp();

test('an administrator says who needs a second factor, and they have a week', async () => {
  const world = await makeWorld(app);
  const admin = await world.ctxAs('admin');
  const { userId } = await makeAccount(app);
  const adviser = await world.person({ roles: ['adviser'] });
  await app.database.tenant(world.orgId, (tx) =>
    tx.updateTable('person').set({ user_id: userId }).where('id', '=', adviser.id).execute(),
  );
  const deadline = () =>
    app.database.read(world.orgId, (tx) => deadlineOfAccount(tx, userId, app.clock.now()));
  expect(await deadline()).toBeNull();
  await expectRoleWalls(world, requireSecondFactor, { rule: 'staff', version: 1 });
  await requireSecondFactor(admin, { rule: 'staff', version: 1 });
  expect(await deadline()).toBe('2026-12-01T10:00:00.000Z');
  expect(await auditOf(world, world.orgId)).toEqual(['require-second-factor']);
});

test('refuses a rule chosen from an older state of the settings', async () => {
  const world = await makeWorld(app);
  const admin = await world.ctxAs('admin');
  await requireSecondFactor(admin, { rule: 'nobody', version: 1 });
  await expect(requireSecondFactor(admin, { rule: 'staff', version: 1 })).rejects.toMatchObject({
    code: 'conflict',
  });
});
