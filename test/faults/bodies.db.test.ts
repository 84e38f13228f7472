import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { makeProgramme } from '../factories/programmes.ts';
import { usualPassword } from '../factories/accounts.ts';
import { makeWorld } from '../factories/world.ts';
import { startSite } from '../journeys/site.ts';
import { cookieFor } from '../walls/visitors.ts';
import { openRaw, postHead, sendRaw } from './raw-request.ts';

const site = await startSite();
const world = await makeWorld(site.app);
const { org } = world;
const programme = await makeProgramme(site.app, org, { programme: 'Bodies' });
const kilobyte = 1024;
const megabyte = 1024 * kilobyte;
const secret = 'x'.repeat(43);

/** Every address that takes a form from somebody who has not signed in. */
const anonymous = [
  '/sign-in',
  '/sign-in/code',
  '/sign-in/link',
  `/sign-in/link/${secret}`,
  '/sign-in/new-password',
  `/sign-in/new-password/${secret}`,
  `/setup/${secret}`,
  `/invitation/${org.slug}/${secret}`,
  `/apply/${org.slug}/${programme.slug}`,
  `/apply/${org.slug}/resume/${secret}/about-you`,
  `/l/${org.slug}/${secret}/confirm`,
  `/o/${org.slug}/link/${secret}`,
  `/o/${org.slug}/p/${programme.slug}/imports/new`,
  '/auth/passkey/verify-authentication',
  '/no-such-page',
  '/SIGN-IN/',
];

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes of buffers that somebody still holds. */
async function heldBytes(): Promise<number> {
  collect();
  await pause(50);
  return process.memoryUsage().arrayBuffers;
}

async function staff() {
  const person = await world.person({ roles: ['manager'] });
  return cookieFor(world, person);
}

describe('a form of 24 MB that nobody of ours sent', () => {
  test.each(anonymous)('is refused unread at %s', async (path) => {
    const body = Buffer.alloc(24 * megabyte, 'a&');
    const answer = await sendRaw(site.url, postHead(site.url, path, body.length), body);
    // A page that is not there, or not for strangers, says that first.
    expect([302, 404, 405, 413, 415]).toContain(answer.status);
  });

  test('of unended lists is refused unread where passkeys are checked', async () => {
    const body = Buffer.alloc(24 * megabyte, '[');
    const path = '/auth/passkey/verify-authentication';
    const answer = await sendRaw(
      site.url,
      postHead(site.url, path, body.length, 'application/json'),
      body,
    );
    expect(answer.status).toBe(413);
  });
});

test('fields are counted before they are parsed', async () => {
  const body = 'a&'.repeat(2_001);
  const path = `/apply/${org.slug}/${programme.slug}`;
  const answer = await sendRaw(site.url, postHead(site.url, path, body.length), body);
  expect(answer.status).toBe(413);
  expect(answer.text).toContain('more fields than any form of ours');
  const parts = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'.repeat(2_001);
  const type = 'multipart/form-data; boundary=b';
  const multipart = await sendRaw(
    site.url,
    postHead(site.url, path, parts.length + 5, type),
    `${parts}--b--`,
  );
  expect(multipart.status).toBe(413);
});

test('half-sent bodies of strangers are not kept, and others are served meanwhile', async () => {
  const before = await heldBytes();
  const half = Buffer.alloc(8 * megabyte, 'b');
  const sockets = await Promise.all(
    Array.from({ length: 30 }, () =>
      openRaw(site.url, postHead(site.url, '/sign-in', 24 * megabyte), half),
    ),
  );
  await pause(500);
  expect((await fetch(`${site.url}/sign-in`)).status).toBe(200);
  // What the sockets of this test hold themselves is one buffer. What was read and dropped counts until it is swept.
  await expect
    .poll(async () => (await heldBytes()) - before, { interval: 250 })
    .toBeLessThan(64 * megabyte);
  for (const socket of sockets) socket.destroy();
}, 120_000);

test('a visitor’s half-sent long forms leave room for the forms of others', async () => {
  const path = `/apply/${org.slug}/${programme.slug}`;
  const sockets = await Promise.all(
    Array.from({ length: 12 }, () =>
      openRaw(site.url, postHead(site.url, path, megabyte), 'name=a'),
    ),
  );
  const answer = await fetch(`${site.url}/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ email: 'nobody@example.org', password: usualPassword }),
  });
  expect(answer.status).toBe(422);
  for (const socket of sockets) socket.destroy();
});

test('a file is taken only from somebody who is signed in', async () => {
  const path = `/o/${org.slug}/p/${programme.slug}/imports/new`;
  const send = async (cookie: string, size: number) => {
    const form = new FormData();
    form.set('kind', 'mentors');
    form.set('file', new File([Buffer.alloc(size, 'Name;Email\n')], 'mentors.csv'));
    const answer = await fetch(`${site.url}${path}`, {
      method: 'POST',
      headers: { cookie },
      body: form,
      redirect: 'manual',
    });
    return { status: answer.status, text: await answer.text() };
  };
  expect((await send('', 2 * megabyte)).status).not.toBe(200);
  const cookie = await staff();
  const tooLarge = await send(cookie, 26 * megabyte);
  expect(tooLarge.status).toBe(413);
  expect(tooLarge.text).toContain('25 MB is the most');
  expect([200, 303, 422]).toContain((await send(cookie, 2 * megabyte)).status);
}, 120_000);

test('what is no whole form is refused in words, and is no error for whoever runs this', async () => {
  const types = [
    ['multipart/form-data; boundary=b', '--b\r\nbroken', 400],
    ['multipart/form-data', 'a=b', 400],
    ['application/json', '{}', 415],
    ['text/plain', 'a=b', 415],
  ] as const;
  for (const [type, body, status] of types) {
    const answer = await sendRaw(site.url, postHead(site.url, '/sign-in', body.length, type), body);
    expect(answer.status, type).toBe(status);
    expect(answer.text).toContain('govuk-heading-l');
  }
  expect(site.app.lines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
});

describe('what strangers ask of public pages', () => {
  const pages = [
    '/',
    '/sign-in',
    '/sign-in/link',
    '/sign-in/new-password',
    '/accessibility',
    `/apply/${org.slug}/${programme.slug}`,
    `/apply/${org.slug}/resume/${secret}`,
    `/o/${org.slug}/link/${secret}`,
    `/invitation/${org.slug}/${secret}`,
    `/l/${org.slug}/${secret}/session`,
    '/no-such-page',
  ];
  const queries = [
    '?back=//elsewhere.example',
    '?back=%0d%0aSet-Cookie:%20a=b',
    '?sent=%C3%28&a[]=1&a[]=2',
    '?_routes=root&index',
    `?search=${'x'.repeat(6000)}`,
    '?__proto__[admin]=1&constructor=1',
    "?id=' or 1=1 --",
  ];

  test.each(pages)('%s bears any query, and says nothing of how it works inside', async (page) => {
    for (const query of queries) {
      const answer = await fetch(`${site.url}${page}${query}`, { redirect: 'manual' });
      expect(answer.status, query).toBeLessThan(500);
      expect(answer.headers.get('location') ?? '', query).not.toMatch(/^\/\/|elsewhere/);
      expect(await answer.text(), query).not.toMatch(/node_modules|select |at async|password_hash/);
    }
    expect((await fetch(`${site.url}${page}?a=%00`)).status).toBe(400);
  });

  test.each(['TRACE', 'OPTIONS', 'PUT', 'DELETE'])('%s is refused in words', async (method) => {
    const host = new URL(site.url).host;
    const answer = await sendRaw(site.url, `${method} /sign-in HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    expect(answer.status).toBe(405);
    expect(answer.text).toContain('govuk-heading-l');
  });

  test('another host and an absolute address are refused, and nothing of it is an error', async () => {
    const other = 'GET /sign-in HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n';
    expect((await sendRaw(site.url, other)).status).toBe(421);
    const host = new URL(site.url).host;
    const absolute = `GET http://elsewhere.example/ HTTP/1.1\r\nHost: ${host}\r\n\r\n`;
    expect((await sendRaw(site.url, absolute)).status).toBe(400);
    expect(site.app.lines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  });
});
