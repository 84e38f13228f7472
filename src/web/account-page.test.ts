import { expect, test } from 'vitest';
import { backPath } from './account-page.ts';

test.each(['/o/growth-hub', '/o/growth-hub/people?search=a%20b#top', '/invitation/hub/secret'])(
  'after signing in, %s is gone back to',
  (path) => {
    expect(backPath(path)).toBe(path);
  },
);

test.each([
  'https://example.org/',
  '//example.org',
  '/\\example.org',
  '/\t/example.org',
  '/\n/example.org',
  '/\r\\example.org',
  '\t//example.org',
  'javascript:alert(1)',
  '/sign-in',
  '',
])('%j leads to no other site but to the start page', (path) => {
  expect(backPath(path)).toBe('/');
});
