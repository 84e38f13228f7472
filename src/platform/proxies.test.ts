import { expect, test } from 'vitest';
import { networkOf, noProxies, readProxies } from './proxies.ts';

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

test('a visitor who changes the address within their own IPv6 network stays one visitor', () => {
  const network = '2001:db8:0:7::/64';
  for (const address of ['2001:db8:0:7::1', '2001:DB8:0000:7:ffff:1:2:3', '2001:db8::7:0:0:0:9']) {
    expect(networkOf(address)).toBe(network);
  }
  expect(networkOf('2001:db8:0:8::1')).not.toBe(network);
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
});

test('visitors with IPv4 addresses are told apart, however the address is written', () => {
  for (const address of ['203.0.113.9', '::ffff:203.0.113.9', '::ffff:cb00:7109']) {
    expect(networkOf(address)).toBe('203.0.113.9');
  }
  expect(networkOf('203.0.113.10')).toBe('203.0.113.10');
  expect(networkOf('unknown')).toBe('unknown');
});
