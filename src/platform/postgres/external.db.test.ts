import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../../test/test-database.ts';
import { withClient } from './client.ts';
import { useExternal } from './external.ts';

const { owner } = await createTestDatabase();
const secret = 's'.repeat(40);
const plain = `plain_${process.pid}`;

await withClient(owner, (client) => client.query(`create role ${plain} login`));

afterAll(() => withClient(owner, (client) => client.query(`drop role ${plain}`)));

function url(user: string, database = owner.database): string {
  return `postgres://${user}@/${database}?host=${encodeURIComponent(String(owner.host))}`;
}

test('gives the application a role of its own', async () => {
  const { app } = await useExternal(url(String(owner.user)), secret);
  const rows = await withClient(app, (client) => client.query('select current_user as role'));
  expect(rows.rows).toEqual([{ role: 'espalier_app' }]);
});

test('says which SQL lets a plain user own the installation', async () => {
  await expect(useExternal(url(plain), secret)).rejects.toThrow(`alter role "${plain}" bypassrls;`);
});

test('says how to make a database that is missing', async () => {
  await expect(useExternal(url(String(owner.user), 'nowhere'), secret)).rejects.toThrow(
    'create database nowhere;',
  );
});

test('says that nothing answers', async () => {
  await expect(useExternal('postgres://ann@127.0.0.1:1/hub', secret)).rejects.toThrow(
    'DATABASE_URL cannot be used. Nothing answers at 127.0.0.1:1.',
  );
});
