import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { noProxies } from './proxies.ts';

const data = mkdtempSync(join(tmpdir(), 'espalier-config-'));
const secret = 'x'.repeat(40);

afterAll(() => rmSync(data, { recursive: true }));

test('works without a single setting, on this machine only', () => {
  expect(readConfig({ ESPALIER_DATA: data, ESPALIER_SECRET: secret })).toEqual({
    port: 3000,
    host: '127.0.0.1',
    dataDirectory: data,
    url: null,
    databaseUrl: null,
    smtpUrl: null,
    secret,
    role: 'all',
    proxies: noProxies,
    backup: null,
  });
});

test('treats an empty variable as an unset one', () => {
  const config = readConfig({
    ESPALIER_DATA: data,
    ESPALIER_SECRET: secret,
    PORT: '',
    SMTP_URL: '',
  });
  expect([config.port, config.smtpUrl]).toEqual([3000, null]);
});

test('makes a secret once and lets nobody else read it', () => {
  const made = readConfig({ ESPALIER_DATA: data }).secret;
  expect(made.length).toBeGreaterThanOrEqual(43);
  expect(readConfig({ ESPALIER_DATA: data }).secret).toBe(made);
  expect(readFileSync(join(data, 'secret'), 'utf8')).toBe(made);
  expect(statSync(join(data, 'secret')).mode & 0o777).toBe(0o600);
});

test('takes the slash off the public address', () => {
  const env = {
    ESPALIER_DATA: data,
    ESPALIER_SECRET: secret,
    ESPALIER_URL: 'https://hub.example/',
  };
  expect(readConfig(env).url).toBe('https://hub.example');
});

test.each([
  ['PORT', 'many', 'PORT must be a number'],
  ['ESPALIER_ROLE', 'boss', 'ESPALIER_ROLE must be all, web or worker'],
  ['DATABASE_URL', 'mysql://localhost/x', 'DATABASE_URL must start with postgres://'],
  ['ESPALIER_URL', 'hub.example', 'ESPALIER_URL must start with http://'],
  ['SMTP_URL', 'https://mail.example', 'SMTP_URL must start with smtp://'],
  ['ESPALIER_PROXIES', 'everybody', 'ESPALIER_PROXIES must be addresses or networks'],
  ['ESPALIER_SECRET', 'short', 'ESPALIER_SECRET must have at least 32 characters'],
])('names %s when it is not right', (name, value, message) => {
  expect(() => readConfig({ ESPALIER_DATA: data, [name]: value })).toThrow(message);
});
