import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/factories/app.ts';
import { makeWorld } from '../../../test/factories/world.ts';
import { newId } from '../../kernel/ids.ts';
import { refuseBeyondQuota, uploadQuota } from './upload-quota.ts';

const app = await createTestApp();

async function makeUploads() {
  const world = await makeWorld(app);
  const ctx = await world.ctxAs('adviser');
  return {
    ctx,
    world,
    /** One file of this size, as a person uploaded it at this time. */
    add: (size: number, at = app.clock.now(), by = ctx.actor.personId) =>
      app.database.tenant(world.orgId, (tx) =>
        tx
          .insertInto('file')
          .values({
            ...{ org_id: world.orgId, id: newId(), sha256: newId(), name: 'a.pdf' },
            ...{ type: 'application/pdf', size, uploaded_by: by, uploaded_at: at },
          })
          .execute(),
      ),
    ask: (size: number, who = ctx) =>
      app.database.read(world.orgId, (tx) => refuseBeyondQuota(tx, who, size)),
  };
}

test('a person uploads up to the day’s quota and not a byte more', async () => {
  const { add, ask } = await makeUploads();
  await add(uploadQuota.person.bytes - 100);
  await ask(100);
  await expect(ask(101)).rejects.toMatchObject({ code: 'limit' });
});

test('what was uploaded a day ago, or by somebody else, does not count against them', async () => {
  const { world, add, ask } = await makeUploads();
  await add(uploadQuota.person.bytes, '2026-11-23T10:00:00.000Z');
  const other = await world.person();
  await add(uploadQuota.person.bytes, app.clock.now(), other.id);
  await ask(1000);
});

test('an organisation has a quota, too', async () => {
  const { world, add, ask } = await makeUploads();
  const others = [await world.person(), await world.person(), await world.person()];
  for (const { id } of others) await add(2_000_000_000, app.clock.now(), id);
  await expect(ask(1)).rejects.toThrow('organisation');
});
