import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeWorld, type World } from '../../../../test/factories/world.ts';
import { whomToRing } from './reads.ts';

const app = await createTestApp();

async function rung(world: World, about: Parameters<typeof whomToRing>[2]) {
  const found = await app.database.read(world.orgId, (tx) =>
    whomToRing(tx, app.clock.now(), about),
  );
  return found?.personId ?? null;
}

test('is the adviser of the enrolment, and the programme’s manager while there is none', async () => {
  const world = await makeWorld(app);
  const enrolment = await world.enrolment({});
  const about = { enrolmentId: enrolment.id };
  await app.database.tenant(world.orgId, async (tx) => {
    await tx
      .updateTable('enrolment')
      .set({ adviser_id: null })
      .where('id', '=', enrolment.id)
      .execute();
    await tx.updateTable('role_grant').set({ ended_at: app.clock.now() }).execute();
  });
  const other = await world.person({ roles: ['admin'] });
  expect(await rung(world, about)).toBe(other.id);
  const manager = await world.person({ roles: ['manager'] });
  expect(await rung(world, about)).toBe(manager.id);
  expect(await rung(world, { programmeId: world.programme.id })).toBe(manager.id);
  const adviser = await world.person({ roles: ['adviser'] });
  await app.database.tenant(world.orgId, (tx) =>
    tx
      .updateTable('enrolment')
      .set({ adviser_id: adviser.id })
      .where('id', '=', enrolment.id)
      .execute(),
  );
  expect(await rung(world, about)).toBe(adviser.id);
  await app.database.tenant(world.orgId, (tx) =>
    tx
      .updateTable('person')
      .set({ removed_at: app.clock.now() })
      .where('id', '=', adviser.id)
      .execute(),
  );
  expect(await rung(world, about)).toBe(manager.id);
});

test('is nobody of another organisation', async () => {
  const world = await makeWorld(app);
  const other = await makeWorld(app);
  await other.person({ roles: ['manager'] });
  expect(await rung(world, { programmeId: world.programme.id })).toBeNull();
});
