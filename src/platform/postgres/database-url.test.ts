import { expect, test } from 'vitest';
import { parseDatabaseUrl } from './database-url.ts';

test('reads server, user, password and database', () => {
  expect(parseDatabaseUrl('postgres://ann:p%40ss@db.example:6432/hub')).toEqual({
    host: 'db.example',
    port: 6432,
    user: 'ann',
    password: 'p@ss',
    database: 'hub',
  });
});

test('reads a Unix socket, which has no host', () => {
  expect(parseDatabaseUrl('postgres://ann@/hub?host=/run/postgresql')).toEqual({
    host: '/run/postgresql',
    port: 5432,
    user: 'ann',
    database: 'hub',
  });
});

test('reads a numeric address of version six', () => {
  expect(parseDatabaseUrl('postgresql://ann@[::1]/hub').host).toBe('::1');
});

test('checks the certificate with verify-full and only encrypts with require', () => {
  const url = 'postgres://ann@db.example/hub?sslmode=';
  expect(parseDatabaseUrl(`${url}verify-full`).ssl).toEqual({ rejectUnauthorized: true });
  expect(parseDatabaseUrl(`${url}require`).ssl).toEqual({ rejectUnauthorized: false });
});

test('refuses a parameter that it would otherwise forget', () => {
  expect(() => parseDatabaseUrl('postgres://ann@db.example/hub?sslcert=x')).toThrow('sslcert');
  expect(() => parseDatabaseUrl('postgres://ann@db.example/hub?sslmode=prefer')).toThrow('sslmode');
});
