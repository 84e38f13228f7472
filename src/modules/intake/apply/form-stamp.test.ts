import { expect, test } from 'vitest';
import { secondsOpen, stampForm, waitFor } from './form-stamp.ts';

const secret = 'a-secret-for-tests';
const stamp = stampForm(secret, '2026-11-24T10:00:00.000Z');

test('a form sent at once, after seconds or hours is taken', () => {
  expect(secondsOpen(secret, stamp, '2026-11-24T10:00:00.000Z')).toBe(0);
  expect(secondsOpen(secret, stamp, '2026-11-24T10:00:05.000Z')).toBe(5);
  expect(secondsOpen(secret, stamp, '2026-11-24T18:00:00.000Z')).toBe(8 * 3600);
});

test('what comes faster than anybody types waits a moment', () => {
  expect([waitFor(0), waitFor(1.5), waitFor(2), waitFor(60)]).toEqual([2000, 500, 0, 0]);
});

test('after a day, or with a made-up time, it is not', () => {
  expect(secondsOpen(secret, stamp, '2026-11-26T10:00:00.000Z')).toBeNull();
  const forged = stamp.replace('10:00:00', '09:00:00');
  for (const text of ['', '~', forged, '2026-11-24T10:00:00.000Z']) {
    expect(secondsOpen(secret, text, '2026-11-24T10:00:05.000Z')).toBeNull();
  }
});
