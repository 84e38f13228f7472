import { expect, test } from 'vitest';
import { noProxies, readProxies } from './proxies.ts';

const ours = readProxies('127.0.0.1, 10.1.0.0/16, fd00::/8') ?? noProxies;

test('believes nobody unless told to', () => {
  expect(noProxies.clientOf('10.1.0.7', '203.0.113.9')).toBe('10.1.0.7');
  expect(readProxies('')?.clientOf('127.0.0.1', '203.0.113.9')).toBe('127.0.0.1');
});

test('believes a header only when it comes from a proxy', () => {
  expect(ours.clientOf('127.0.0.1', '203.0.113.9')).toBe('203.0.113.9');
  expect(ours.clientOf('198.51.100.4', '203.0.113.9')).toBe('198.51.100.4');
});

test('whatever a visitor writes into the header themselves changes nothing', () => {
  const forged = '192.0.2.1, 127.0.0.1, 203.0.113.9';
  expect(ours.clientOf('127.0.0.1', forged)).toBe('203.0.113.9');
  expect(ours.clientOf('127.0.0.1', '192.0.2.1, nonsense, 203.0.113.9')).toBe('203.0.113.9');
});

test('goes through several proxies to the visitor', () => {
  expect(ours.clientOf('127.0.0.1', '192.0.2.1, 203.0.113.9, 10.1.3.4')).toBe('203.0.113.9');
  expect(ours.clientOf('fd00::1', '203.0.113.9, 10.1.3.4')).toBe('203.0.113.9');
});

test('stops at the last proxy when the header is missing, empty or no address', () => {
  for (const header of [null, '', ',,', 'unknown', '10.1.0.1.9', '<script>']) {
    expect(ours.clientOf('127.0.0.1', header)).toBe('127.0.0.1');
  }
  expect(ours.clientOf('127.0.0.1', 'unknown, 10.1.3.4')).toBe('10.1.3.4');
});

test('knows an address with port, in brackets, or as IPv4 within IPv6', () => {
  expect(ours.clientOf('::ffff:127.0.0.1', '203.0.113.9:4711')).toBe('203.0.113.9');
  expect(ours.clientOf('::ffff:10.1.9.9', '[2001:DB8::1]:443')).toBe('2001:db8::1');
  expect(noProxies.clientOf('::ffff:203.0.113.9', null)).toBe('203.0.113.9');
});

test.each(['all', '10.0.0.0/33', 'fd00::/129', '10.0.0.1/8/8', '10.0.0.0/', '1', 'proxy.example'])(
  'refuses %s as a list of proxies',
  (text) => {
    expect(readProxies(text)).toBeNull();
  },
);
