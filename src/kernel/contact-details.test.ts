import { expect, test } from 'vitest';
import { parseEmail, parsePhone, parseWebsite } from './contact-details.ts';

test('takes the first of several addresses and counts the others', () => {
  expect(parseEmail('Ann <Ann@Firm.Example>; bob@firm.example')).toEqual({
    ok: true,
    value: { email: 'ann@firm.example', others: 1 },
  });
});

test.each([
  'ann',
  'ann@',
  '@firm.example',
  'a@b',
  'a@b..example',
  'a b@',
  'anna..bird@firm.example',
  '.a@firm.example',
  'a.@firm.example',
])('refuses the address %j', (text) => {
  expect(parseEmail(text).ok).toBe(false);
});

test.each([
  ['024 7600 0000', '024 7600 0000', false],
  ['0044 24 7600 0000', '+44 24 7600 0000', false],
  ['7700900123', '07700900123', true],
  ['+44 (0)24 7600 0000 ext 12', '+44 (0)24 7600 0000 ext 12', false],
  ['Tel: 01926 000000', '01926 000000', false],
  ['02476000000.0', '02476000000', false],
  ['2476000000.0', '02476000000', true],
])('reads the number %j', (text, phone, isZeroRestored) => {
  expect(parsePhone(text)).toEqual({ ok: true, value: { phone, isZeroRestored } });
});

test('what a person types is kept as typed, a number of another country too', () => {
  expect(parsePhone('2025550123', { isFromSheet: false })).toEqual({
    ok: true,
    value: { phone: '2025550123', isZeroRestored: false },
  });
});

test('says when Excel has shortened a telephone number', () => {
  expect(parsePhone('4,47701E+11')).toMatchObject({ reason: 'lost-digits' });
  expect(parsePhone('ask Ann')).toMatchObject({ reason: 'malformed' });
});

test.each([
  ['www.firm.example', 'https://www.firm.example'],
  ['HTTP://Firm.Example/About/', 'http://firm.example/About'],
  ['firm.example, other.example', 'https://firm.example'],
])('reads the web address %j', (text, website) => {
  expect(parseWebsite(text)).toEqual({ ok: true, value: website });
});

test.each([
  'none yet',
  'javascript:alert(1)',
  'ftp://x.example',
  'http://a:b@x.example',
  'localhost',
])('refuses the web address %j', (text) => {
  expect(parseWebsite(text).ok).toBe(false);
});
