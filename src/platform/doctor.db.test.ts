import { expect, test } from 'vitest';
import { createTestDatabase } from '../../test/test-database.ts';
import { checkMigrations, checkTenantWall } from './doctor.ts';
import { withClient } from './postgres/client.ts';

const { owner } = await createTestDatabase();

async function findingsAfter(change: string, undo: string): Promise<string[]> {
  await withClient(owner, (client) => client.query(change));
  try {
    return (await checkTenantWall(owner)).flatMap((check) => check.findings);
  } finally {
    await withClient(owner, (client) => client.query(undo));
  }
}

test('finds nothing in the database as migrated', async () => {
  const checks = [...(await checkTenantWall(owner)), await checkMigrations(owner)];
  expect(checks.flatMap((check) => check.findings)).toEqual([]);
});

const leaks: [rule: string, change: string, undo: string, finding: RegExp][] = [
  [
    'a table with org_id and no policy',
    'create table leak (org_id uuid, id uuid, primary key (org_id, id))',
    'drop table leak',
    /leak has no forced row-level security/,
  ],
  [
    'a policy that lets its owner through',
    'alter table person no force row level security',
    'alter table person force row level security',
    /person has no forced/,
  ],
  [
    'a policy that does not ask for the organisation',
    'create policy everybody on person using (true)',
    'drop policy everybody on person',
    /person has the policy everybody/,
  ],
  [
    'a foreign key that accepts the parent of another organisation',
    `create unique index person_one on person (id);
      alter table person add column friend uuid references person (id)`,
    'alter table person drop column friend; drop index person_one',
    /person has the foreign key person_friend_fkey without org_id first/,
  ],
  [
    'a unique index that tells about another organisation',
    'create unique index person_mail on person (email)',
    'drop index person_mail',
    /unique index person_mail without org_id first/,
  ],
  [
    'a primary key without org_id',
    'create table leak (id uuid primary key, org_id uuid)',
    'drop table leak',
    /leak has no primary key that starts with org_id/,
  ],
  [
    'a view that reads with the rights of its owner',
    'create view leak as select p.name from person p',
    'drop view leak',
    /public\.leak is a view without security_invoker/,
  ],
  [
    'a materialised view that the application may read',
    'create materialized view leak as select p.name from person p; grant select on leak to espalier_app',
    'drop materialized view leak',
    /leak is a materialised view/,
  ],
  [
    'a table that the application owns',
    'create table leak (id integer primary key); alter table leak owner to espalier_app',
    'drop table leak',
    /espalier_app owns public\.leak/,
  ],
  [
    'a table without org_id that the application may use',
    'create table leak (name text primary key); grant select on leak to espalier_app',
    'drop table leak',
    /may use leak, which has no org_id/,
  ],
  [
    'the right to empty a table past its policy',
    'grant truncate on person to espalier_app',
    'revoke truncate on person from espalier_app',
    /may empty person/,
  ],
  [
    'a function with the rights of the owner that nobody has listed',
    'create function leak() returns integer language sql security definer as $$ select 1 $$',
    'drop function leak',
    /public\.leak is not on the list[^]*leak has no fixed search path/,
  ],
];

test.each(leaks)('finds %s', async (_rule, change, undo, finding) => {
  expect((await findingsAfter(change, undo)).join('\n')).toMatch(finding);
});
