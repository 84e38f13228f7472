import { expect, test } from 'vitest';
import { newId } from '../../src/kernel/ids.ts';
import { withClient } from '../../src/platform/postgres/client.ts';
import { makeWorld } from '../factories/world.ts';
import { startSite } from '../journeys/site.ts';
import { cookieFor } from '../walls/visitors.ts';

const site = await startSite();
const world = await makeWorld(site.app);
const page = `/o/${world.org.slug}/programmes/new`;
const cookie = await cookieFor(world, await world.person({ roles: ['admin'] }));

async function post(path: string, fields: Record<string, string>) {
  const answer = await fetch(`${site.url}${path}`, {
    method: 'POST',
    headers: { cookie },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
  return {
    status: answer.status,
    retryAfter: answer.headers.get('retry-after'),
    text: await answer.text(),
  };
}

/** Does something while a table is not there, as when the database is being repaired. */
async function without<T>(table: string, work: () => Promise<T>): Promise<T> {
  const rename = (from: string, to: string) =>
    withClient(site.app.connections.owner, async (client) => {
      await client.query(`alter table ${from} rename to ${to}`);
    });
  await rename(table, `${table}_away`);
  try {
    return await work();
  } finally {
    await rename(`${table}_away`, table);
  }
}

test.each([
  ['in its frame', 'audit_head', true],
  ['without it, when even who asks is not known', 'person', false],
])(
  'a form that could not be saved comes back %s, and is saved once',
  async (_, table, hasFrame) => {
    const fields = { _key: newId(), name: `Growth & "Grit" ${table}`, about: 'Long words.' };
    const refused = await without(table, () => post(page, fields));
    expect([refused.status, refused.retryAfter]).toEqual([503, '5']);
    expect(refused.text).toContain('Try again');
    expect(refused.text).toContain(`value="${fields._key}"`);
    expect(refused.text).toContain(`value="Growth &amp; &quot;Grit&quot; ${table}"`);
    expect(refused.text).toContain(`action="${page}"`);
    expect(refused.text.includes('app-side__person')).toBe(hasFrame);
    const answers = [await post(page, fields), await post(page, fields)];
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const made = await site.app.database.read(world.orgId, (tx) =>
      tx.selectFrom('programme').select('id').where('name', '=', fields.name).execute(),
    );
    expect(made).toHaveLength(1);
  },
);

test('passwords and codes are never given back', async () => {
  const password = 'a password that is not repeated';
  const fields = { email: 'ada@example.org', password };
  const refused = await without('rate_limit', () => post('/sign-in', fields));
  expect(refused.status).toBe(503);
  expect(refused.text).not.toContain(password);
  expect(refused.text).not.toContain('Try again');
  expect(refused.text).toContain('open the page again');
});
