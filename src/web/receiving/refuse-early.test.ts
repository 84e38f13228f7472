import { describe, expect, test } from 'vitest';
import { noProxies, readProxies } from '../../platform/proxies.ts';
import { refuseEarly } from './refuse-early.ts';

const app = { url: 'https://support.example.org', proxies: noProxies };
const form = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '3' };

function statusOf(
  asked: { method?: string; url?: string; headers?: Record<string, string>; from?: string },
  settings = app,
): number | null {
  const refusal = refuseEarly(
    {
      method: asked.method ?? 'GET',
      url: asked.url ?? '/sign-in',
      headers: { host: 'support.example.org', ...asked.headers },
      socket: { remoteAddress: asked.from ?? '192.0.2.1' },
    },
    settings,
  );
  return refusal?.status ?? null;
}

const post = (headers: Record<string, string>, url = '/sign-in') =>
  statusOf({ method: 'POST', url, headers: { ...form, ...headers } });

describe('what is asked for', () => {
  test.each(['TRACE', 'OPTIONS', 'PUT', 'DELETE', 'PATCH'])('%s is not done here', (method) => {
    expect(statusOf({ method })).toBe(405);
  });

  test.each(['/o/arden?search=%00', '/o/%00', 'http://elsewhere.example/', '*'])(
    'the address %s is refused',
    (url) => expect(statusOf({ url })).toBe(400),
  );

  test.each(['/o/arden.data', '/_root.data', '/o/arden/my.data?_routes=root'])(
    'a page is not handed out as data: %s',
    (url) => {
      expect(statusOf({ url })).toBe(404);
      expect(post({}, url)).toBe(404);
    },
  );

  test('a page is', () => expect(statusOf({ url: '/o/arden/my?search=a.data+b' })).toBeNull());
});

describe('the host', () => {
  test.each([
    'support.example.org',
    'support.example.org:443',
    '127.0.0.1:3000',
    '[::1]:3000',
    'localhost:3000',
  ])('%s is ours', (host) => expect(statusOf({ headers: { host } })).toBeNull());

  test.each([
    'elsewhere.example',
    'espalier_upstream',
    'support.example.org.elsewhere.example',
    'a b',
  ])('%s is not', (host) => expect(statusOf({ headers: { host } })).toBe(421));

  test('a proxy that is believed may write what it likes', () => {
    const proxies = readProxies('10.0.0.1') ?? noProxies;
    const headers = { host: 'espalier_upstream' };
    expect(statusOf({ headers, from: '10.0.0.1' }, { ...app, proxies })).toBeNull();
    expect(statusOf({ headers, from: '10.0.0.2' }, { ...app, proxies })).toBe(421);
  });
});

describe('a form', () => {
  test('is taken from our pages, whatever host a proxy wrote', () => {
    expect(post({})).toBeNull();
    expect(post({ origin: app.url, host: '127.0.0.1:3000' })).toBeNull();
    expect(post({ origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' })).toBeNull();
  });

  test('is not taken from another site', () => {
    expect(post({ origin: 'https://elsewhere.example' })).toBe(403);
    expect(post({ origin: 'null' })).toBe(403);
    expect(post({ 'sec-fetch-site': 'cross-site' })).toBe(403);
  });

  test('has a length that is told, and the type of a form', () => {
    expect(post({ 'transfer-encoding': 'chunked' })).toBe(411);
    expect(post({ 'content-encoding': 'gzip' })).toBe(415);
    expect(post({ 'content-type': 'application/json' })).toBe(415);
    expect(post({ 'content-type': 'text/plain' })).toBe(415);
    expect(post({ 'content-type': 'multipart/form-data; boundary=b' })).toBeNull();
  });

  test('is JSON where passkeys are checked, and nowhere else', () => {
    const url = '/auth/passkey/verify-authentication';
    expect(post({ 'content-type': 'application/json' }, url)).toBeNull();
    expect(post({}, url)).toBe(415);
  });
});
