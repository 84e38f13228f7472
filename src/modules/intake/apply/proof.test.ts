import { expect, test } from 'vitest';
import { isUnproved, provedNow } from './proof.ts';

const now = '2026-11-24T10:00:00.000Z';
const typed = { source: 'public', email: 'rosa@quill.example', addressProvedAt: null };

test('an address that was typed on the public form is unproved until its letter was used', () => {
  expect(isUnproved(typed)).toBe(true);
  expect(isUnproved({ ...typed, addressProvedAt: now })).toBe(false);
});

test('what staff typed they asked for, and no address needs no proof', () => {
  expect(isUnproved({ ...typed, source: 'staff' })).toBe(false);
  expect(isUnproved({ ...typed, email: '' })).toBe(false);
});

test('the link of a letter proves, once; that of the browser never does', () => {
  expect(provedNow({ ...typed, isFromLetter: true }, now)).toEqual({ address_proved_at: now });
  expect(provedNow({ ...typed, isFromLetter: false }, now)).toEqual({});
  const earlier = { ...typed, addressProvedAt: '2026-11-01T10:00:00.000Z' };
  expect(provedNow({ ...earlier, isFromLetter: true }, now)).toEqual({});
});
