import { expect, test } from 'vitest';
import { backPath, withBack } from './back-path.ts';

test.each([
  '/o/growth-hub',
  '/o/growth-hub/people?search=a%20b#top',
  '/invitation/hub/secret',
  '/o/hub/apply?then=https://example.org',
])('after signing in, %s is gone back to, whichever way one signs in', (path) => {
  expect(backPath(path)).toBe(path);
  const asked = new URL(withBack('/sign-in/link', path), 'https://hub.example');
  expect(backPath(asked.searchParams.get('back'))).toBe(path);
});

test.each([
  'https://example.org/',
  '//example.org',
  '/\\example.org',
  '/\t/example.org',
  '/\n/example.org',
  '/\r\\example.org',
  '\t//example.org',
  '/.//example.org',
  '/o/..//example.org',
  '/o/\\..\\example.org',
  '@example.org',
  '.example.org',
  ':8000/',
  'javascript:alert(1)',
  'data:text/html,hello',
  '/sign-in',
  '/./sign-out',
  `/${'a'.repeat(500)}`,
  '',
  null,
  undefined,
  7,
  ['/o/hub'],
])('%j leads to no other site but to the start page', (path) => {
  expect(backPath(path)).toBe('/');
});

test('no way back is written when there is nowhere to go back to', () => {
  expect(withBack('/sign-in', '/')).toBe('/sign-in');
});
