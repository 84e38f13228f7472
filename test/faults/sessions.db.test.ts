import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { makeWorld, type World } from '../factories/world.ts';
import { startSite } from '../journeys/site.ts';
import { cookieFor } from '../walls/visitors.ts';

const site = await startSite();
let world: World;

beforeAll(async () => {
  world = await makeWorld(site.app);
}, 120_000);

/** Lets every session look as if it had been used for the last time, and begun, so long ago. */
async function rest(rested: string, begun = rested): Promise<void> {
  await site.app.database.anonymous((tx) =>
    sql`
      update auth."session" s
      set "updatedAt" = now() - ${rested}::interval, "createdAt" = now() - ${begun}::interval,
        "expiresAt" = now() - ${begun}::interval + interval '30 days'`.execute(tx),
  );
}

async function open(cookie: string): Promise<boolean> {
  const answer = await fetch(`${site.url}/o/${world.org.slug}`, {
    headers: { cookie },
    redirect: 'manual',
  });
  await answer.text();
  const to = answer.headers.get('location') ?? '';
  return answer.status < 400 && !to.startsWith('/sign-in');
}

test('staff who were away for half a day sign in again, and the old session is over', async () => {
  const cookie = await cookieFor(world, await world.person({ roles: ['adviser'] }));
  expect(await open(cookie)).toBe(true);
  await rest('11 hours 55 minutes');
  expect(await open(cookie)).toBe(true);
  await rest('12 hours');
  expect(await open(cookie)).toBe(false);
});

test('a page that is opened keeps the session in use', async () => {
  const cookie = await cookieFor(world, await world.person({ roles: ['adviser'] }));
  await rest('11 hours');
  expect(await open(cookie)).toBe(true);
  const [row] = (
    await site.app.database.anonymous((tx) =>
      sql<{ is: boolean }>`
        select bool_or(s."updatedAt" > now() - interval '1 minute') as is
        from auth."session" s`.execute(tx),
    )
  ).rows;
  expect(row?.is).toBe(true);
});

test('a mentor stays signed in for two weeks between visits', async () => {
  const cookie = await cookieFor(world, await world.person({ roles: ['mentor'] }));
  await rest('13 days');
  expect(await open(cookie)).toBe(true);
  await rest('14 days');
  expect(await open(cookie)).toBe(false);
});

test('after thirty days everybody signs in again, however often they came', async () => {
  const cookie = await cookieFor(world, await world.person({ roles: ['mentor'] }));
  await rest('1 minute', '29 days');
  expect(await open(cookie)).toBe(true);
  await rest('1 minute', '30 days');
  expect(await open(cookie)).toBe(false);
});
