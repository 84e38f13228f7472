import { expect, test } from 'vitest';
import { createTestDatabase } from '../../test/test-database.ts';
import { migrate, pendingMigrations, readMigrations } from './migrate.ts';
import { withClient } from './postgres/client.ts';

const { owner } = await createTestDatabase();
const merged = await readMigrations();
const text = 'create table later (org_id uuid primary key)';
const later = { name: '9000-later.sql', sha256: 'a'.repeat(64), text };

test('applies nothing twice', async () => {
  expect(await migrate(owner)).toEqual([]);
  expect(await pendingMigrations(owner)).toEqual([]);
});

test('leaves nothing of a migration that fails half-way', async () => {
  const broken = { ...later, text: `${text}; select 1 / 0` };
  await expect(migrate(owner, { migrations: [...merged, broken] })).rejects.toThrow(
    'migrations/9000-later.sql failed: division by zero',
  );
  const found = await withClient(owner, (client) =>
    client.query(`select to_regclass('later') as later`),
  );
  expect(found.rows).toEqual([{ later: null }]);
});

test('applies a migration once when two processes start together', async () => {
  const both = await Promise.all(
    [1, 2].map(() => migrate(owner, { migrations: [...merged, later] })),
  );
  expect(both.flat()).toEqual(['9000-later.sql']);
});

test('refuses a database that a newer version has migrated', async () => {
  await expect(migrate(owner, { migrations: merged })).rejects.toThrow('made by a newer Espalier');
  await expect(pendingMigrations(owner)).rejects.toThrow('made by a newer Espalier');
});

test('refuses a migration that was edited after it was applied', async () => {
  const edited = { ...later, sha256: 'b'.repeat(64) };
  await expect(migrate(owner, { migrations: [...merged, edited] })).rejects.toThrow(
    'migrations/9000-later.sql was edited',
  );
});

test('waits for a lock that somebody holds for a while', async () => {
  const next = {
    name: '9001-more.sql',
    sha256: 'c'.repeat(64),
    text: 'alter table later add note text',
  };
  await withClient(owner, async (client) => {
    await client.query('begin; lock table later in access exclusive mode');
    const waiting = migrate(owner, { migrations: [...merged, later, next] });
    await client.query('commit');
    expect(await waiting).toEqual(['9001-more.sql']);
  });
});
