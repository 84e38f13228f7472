import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createTestApp } from '../../test/factories/app.ts';
import { makeWorld } from '../../test/factories/world.ts';
import type { Tx } from './database.ts';

const app = await createTestApp();
const world = await makeWorld(app);

const orgOf = (tx: Tx) => sql<{ org: string | null }>`select current_org() as org`.execute(tx);
const add = (tx: Tx, code: string) =>
  sql`insert into funder (org_id, id, name) values (current_org(), gen_random_uuid(), ${code})`.execute(
    tx,
  );
const isThere = (code: string) =>
  app.database.read(world.orgId, async (tx) => {
    const found = await tx.selectFrom('funder').select('id').where('name', '=', code).execute();
    return found.length > 0;
  });

test('reads that are asked side by side all see the organisation', async () => {
  const orgs = await app.database.read(world.orgId, (tx) =>
    Promise.all(Array.from({ length: 20 }, () => orgOf(tx))),
  );
  expect(new Set(orgs.map(({ rows }) => rows[0]?.org))).toEqual(new Set([world.orgId]));
});

test('no organisation is left over for whoever uses the connection next', async () => {
  const seen = await Promise.all(
    Array.from({ length: 40 }, async (_, at) => {
      if (at % 2 === 0) await app.database.read(world.orgId, orgOf);
      const { rows } = await app.database.anonymousRead(orgOf);
      return rows[0]?.org ?? null;
    }),
  );
  expect(new Set(seen)).toEqual(new Set([null]));
});

test('what was written before a refusal is undone, also side by side', async () => {
  const work = app.database.tenant(world.orgId, async (tx) => {
    await Promise.all([add(tx, 'Undone'), sql`select 1 / 0`.execute(tx), add(tx, 'Undone too')]);
  });
  await expect(work).rejects.toThrow('division by zero');
  expect([await isThere('Undone'), await isThere('Undone too')]).toEqual([false, false]);
});

test('what was acknowledged is there for the next reader', async () => {
  await app.database.tenant(world.orgId, (tx) => add(tx, 'Acknowledged'));
  expect(await isThere('Acknowledged')).toBe(true);
});

test('reading changes nothing', async () => {
  await expect(app.database.read(world.orgId, (tx) => add(tx, 'Sneaked in'))).rejects.toThrow(
    'read-only transaction',
  );
});

test('nothing is asked once the transaction is over', async () => {
  const kept = await app.database.read(world.orgId, (tx) => Promise.resolve({ tx }));
  await expect(orgOf(kept.tx)).rejects.toThrow('this transaction is over');
});

test('a connection that breaks is told and replaced', async () => {
  const work = app.database.tenant(world.orgId, async (tx) => {
    await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx);
  });
  await expect(work).rejects.toThrow();
  expect(await isThere('Acknowledged')).toBe(true);
});
