import { expect, test } from 'vitest';
import { isMailAddress } from '../../kernel/contact-details.ts';
import { oneLine } from './address.ts';
import { letterHtml } from './letter-html.ts';

const home = 'https://hub.example';

test('makes addresses into links without the full stop behind them', () => {
  const html = letterHtml(
    'A',
    'Answer here: https://hub.example/o/a/link/x?b=1&c=2.\nThank you',
    home,
  );
  expect(html).toContain('href="https://hub.example/o/a/link/x?b=1&amp;c=2"');
  expect(html).toContain('</a>.<br>\nThank you');
});

test.each([
  'http://evil.example/login',
  'https://hub.example.evil.example/login',
  'https://hub.example@evil.example/',
  'https://hub.examples/',
])('makes no link of an address that is not ours: %s', (address) => {
  const html = letterHtml('A', `Dear customer, go to ${address} now`, home);
  expect(html).not.toContain('<a ');
  expect(html).toContain('Dear customer');
});

test('shows mark-up in a letter as text', () => {
  const html = letterHtml('<b>', '<script>alert(1)</script> http://a.example/"onclick="x', home);
  expect(html).not.toContain('<script>');
  expect(html).not.toContain('"onclick');
});

test.each(['a\r\nBcc: x@y.z', 'a\u2028b', 'a\u0000b', 'a\tb'])(
  'keeps a name on one line: %j',
  (name) => {
    expect(oneLine(name)).toMatch(/^[^\p{Cc}\p{Zl}\p{Zp}]+$/u);
  },
);

test.each([
  '"a@evil.example"@hub.example',
  'a@b.example,c@d.example',
  'a@b.example\r\nBcc: c@d.example',
  'Name <a@b.example>',
  'a(comment)@b.example',
  '@route:a@b.example',
  'a..b@c.example',
  '.a@b.example',
  'a@-b.example',
  'a@[127.0.0.1]',
  'ä@b.example',
  '',
])('refuses the odd address %j', (address) => {
  expect(isMailAddress(address)).toBe(false);
});

test.each(['asha@example.org', "o'neill+hub@mail.example.co.uk", 'root@localhost'])(
  'takes the plain address %s',
  (address) => {
    expect(isMailAddress(address)).toBe(true);
  },
);
