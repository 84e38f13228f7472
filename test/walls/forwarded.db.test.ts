import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { readProxies } from '../../src/platform/proxies.ts';
import { makeAccount, usualPassword } from '../factories/accounts.ts';
import { makeWorld } from '../factories/world.ts';
import { startSite, type Site } from '../journeys/site.ts';

const direct = await startSite();
const proxies = readProxies('127.0.0.1, ::1');
if (proxies === null) throw new Error('these are addresses');
const behind = await startSite({ proxies });

/** Posts a form as a proxy would hand it on; gives the answer's status. */
async function post(site: Site, path: string, form: Record<string, string>, forwarded: string) {
  const answer = await fetch(`${site.url}${path}`, {
    method: 'POST',
    headers: { 'x-forwarded-for': forwarded, 'x-espalier-peer': '192.0.2.99' },
    body: new URLSearchParams(form),
    redirect: 'manual',
  });
  return answer.status;
}

const askLink = (email: string, forwarded: string) =>
  post(behind, '/sign-in/link', { email }, forwarded);

async function addressOfSession(site: Site, userId: string): Promise<string | null> {
  const found = await site.app.database.anonymous((tx) =>
    sql<{ address: string | null }>`
      select s."ipAddress" as address from auth."session" s where s."userId" = ${userId}`.execute(
      tx,
    ),
  );
  return found.rows[0]?.address ?? null;
}

test('a session remembers the address that a named proxy saw, and none that a visitor wrote', async () => {
  const forged = '192.0.2.1, 203.0.113.9';
  for (const [site, wanted] of [
    [behind, '203.0.113.9'],
    [direct, '127.0.0.1'],
  ] as const) {
    const { userId, email } = await makeAccount(site.app);
    expect(await post(site, '/sign-in', { email, password: usualPassword }, forged)).toBe(303);
    expect(await addressOfSession(site, userId)).toBe(wanted);
  }
});

test('a forged header gets nobody past a limit, and one visitor’s limit is not another’s', async () => {
  await makeWorld(behind.app);
  const statuses = [];
  for (let at = 0; at < 22; at += 1) {
    statuses.push(await askLink(`nobody${at}@example.org`, `192.0.2.${at}, 203.0.113.77`));
  }
  expect(statuses.slice(0, 20)).not.toContain(429);
  expect(statuses.slice(20)).toEqual([429, 429]);
  expect(await askLink('nobody@example.org', '203.0.113.78')).not.toBe(429);
});

test('another address of the same IPv6 network gets nobody past a limit', async () => {
  const statuses = [];
  for (let at = 0; at < 21; at += 1) {
    statuses.push(await askLink(`someone${at}@example.org`, `2001:db8:0:7::${at}`));
  }
  expect(statuses.slice(0, 20)).not.toContain(429);
  expect(statuses[20]).toBe(429);
  expect(await askLink('someone@example.org', '2001:db8:0:8::1')).not.toBe(429);
});
