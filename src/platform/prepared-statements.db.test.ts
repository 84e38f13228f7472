import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { makeWorld } from '../../test/factories/world.ts';
import { createTestApp } from '../../test/factories/app.ts';
import { openDatabase, type Tx } from './database.ts';
import { withClient } from './postgres/client.ts';

const app = await createTestApp();
const here = await makeWorld(app);
const there = await makeWorld(app);

/** One connection, so that every statement meets what the one before left. */
const single = openDatabase({
  app: app.connections.app,
  maxConnections: 1,
  onError: () => undefined,
});
afterAll(() => single.close());

const programmes = (tx: Tx) =>
  sql<{ id: string }>`select id from programme order by id`
    .execute(tx)
    .then(({ rows }) => rows.map(({ id }) => id));

const keptTexts = async () => {
  const { rows } = await single.anonymousRead((tx) =>
    sql<{ text: string }>`select statement as text from pg_prepared_statements`.execute(tx),
  );
  return rows.map(({ text }) => text);
};

test('a statement is kept from the second time on, and each organisation still sees its own rows alone', async () => {
  const seen: string[][] = [];
  for (const world of [here, there, here, there, here, there, here, there]) {
    seen.push(await single.read(world.orgId, programmes));
  }
  expect(await keptTexts()).toContain('select id from programme order by id');
  expect(seen.map((ids) => ids.join())).toEqual(
    Array.from({ length: 4 }, () => [here.programme.id, there.programme.id]).flat(),
  );
  expect(await single.anonymousRead(programmes)).toEqual([]);
});

test('the same statement twice in one turn is answered twice', async () => {
  const asked = (tx: Tx, one: number) =>
    sql<{ one: number }>`select ${one}::int as one`.execute(tx).then(({ rows }) => rows[0]?.one);
  for (let round = 0; round < 3; round += 1) {
    const answers = await single.read(here.orgId, (tx) =>
      Promise.all([asked(tx, 1), asked(tx, 2), asked(tx, 3)]),
    );
    expect(answers).toEqual([1, 2, 3]);
  }
});

test('a connection keeps no more statements than it may, and forgets the longest unused', async () => {
  for (let at = 0; at < 260; at += 1) {
    for (let time = 0; time < 2; time += 1) {
      await single.read(here.orgId, async (tx) => {
        await sql.raw(`select ${at} as at`).execute(tx);
        await programmes(tx);
      });
    }
  }
  const texts = await keptTexts();
  expect(texts.length).toBeLessThanOrEqual(150);
  expect(texts).toContain('select 259 as at');
  expect(texts).toContain('select id from programme order by id');
  expect(texts).not.toContain('select 0 as at');
});

test('a statement that failed, or came after one that did, works the next time', async () => {
  const share = (tx: Tx, by: number) =>
    sql<{ share: number }>`select 12 / ${by}::int as share`.execute(tx);
  for (let time = 0; time < 3; time += 1) {
    const work = single.read(here.orgId, (tx) =>
      Promise.all([share(tx, 0), sql`select 'came after'`.execute(tx)]),
    );
    await expect(work).rejects.toThrow('division by zero');
    const { rows } = await single.read(here.orgId, (tx) => share(tx, 4));
    expect(rows).toEqual([{ share: 3 }]);
    await single.read(here.orgId, (tx) => sql`select 'came after'`.execute(tx));
  }
});

test('a column that is added or taken meanwhile does not disturb', async () => {
  await withClient(app.connections.owner, (client) =>
    client.query(`create table public.passing (org_id uuid, was int);
      insert into passing (was) values (1); grant select on passing to ${'espalier_app'}`),
  );
  const first = (tx: Tx) => sql<{ was: number }>`select was from passing`.execute(tx);
  for (let time = 0; time < 3; time += 1) await single.read(here.orgId, first);
  await withClient(app.connections.owner, (client) =>
    client.query('alter table passing add column more int default 2, drop column org_id'),
  );
  expect((await single.read(here.orgId, first)).rows).toEqual([{ was: 1 }]);
});
