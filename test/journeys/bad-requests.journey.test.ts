import { request } from 'node:http';
import { expect, test } from 'vitest';
import { startSite } from './site.ts';

const site = await startSite();

/**
 * Sends raw headers and gives the status, whatever the server makes of them. Each on a connection of its own: after a
 * length that was not true the server would take the next request for the rest of the body.
 */
function statusOf(headers: Record<string, string>, body = ''): Promise<number> {
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', headers, agent: false };
    const call = request(`${site.url}/sign-in`, options, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    call.on('error', reject);
    call.end(body);
  });
}

const form = { 'content-type': 'application/x-www-form-urlencoded' };

test('a body over 25 MB is refused before it is read', async () => {
  expect(await statusOf({ ...form, 'content-length': String(30 * 1024 * 1024) })).toBe(413);
});

test('a body whose length is not told is refused', async () => {
  expect(await statusOf({ ...form, 'transfer-encoding': 'chunked' }, 'email=a')).toBe(411);
});

test('a form sent from another site is refused', async () => {
  const body = 'email=a%40example.org';
  const length = String(Buffer.byteLength(body));
  const headers = { ...form, 'content-length': length };
  expect(await statusOf({ ...headers, origin: 'https://elsewhere.example' }, body)).toBe(403);
  expect(await statusOf({ ...headers, 'sec-fetch-site': 'cross-site' }, body)).toBe(403);
});

test('every page carries the strict policy and is never stored', async () => {
  const answer = await fetch(`${site.url}/sign-in`);
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(answer.headers.get('content-security-policy')).not.toContain('unsafe');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('x-frame-options')).toBe('DENY');
});

test('assets come compressed and are kept for a year', async () => {
  const page = await (await fetch(`${site.url}/sign-in`)).text();
  const style = /href="(\/assets\/[^"]+\.css)"/.exec(page)?.[1] ?? '';
  const answer = await fetch(`${site.url}${style}`, { headers: { 'accept-encoding': 'br' } });
  expect(answer.headers.get('content-encoding')).toBe('br');
  expect(answer.headers.get('cache-control')).toContain('immutable');
});

test('what no form of ours would send gives no server error', async () => {
  for (const body of [
    `_key=${'k'.repeat(5000)}&email=a%40example.org`,
    'email=a%00b%40example.org&password=x%00y',
    '_key=a&_key=b&email[]=1',
  ]) {
    const length = String(Buffer.byteLength(body));
    expect(await statusOf({ ...form, 'content-length': length }, body)).toBeLessThan(500);
  }
});
