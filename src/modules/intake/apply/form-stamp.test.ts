import { expect, test } from 'vitest';
import { isHumanPace, stampForm } from './form-stamp.ts';

const secret = 'a-secret-for-tests';
const stamp = stampForm(secret, '2026-11-24T10:00:00.000Z');

test('a form sent after seconds or hours is a person’s', () => {
  expect(isHumanPace(secret, stamp, '2026-11-24T10:00:05.000Z')).toBe(true);
  expect(isHumanPace(secret, stamp, '2026-11-24T18:00:00.000Z')).toBe(true);
});

test('at once, after days, or with a made-up time it is not', () => {
  expect(isHumanPace(secret, stamp, '2026-11-24T10:00:01.000Z')).toBe(false);
  expect(isHumanPace(secret, stamp, '2026-11-26T10:00:00.000Z')).toBe(false);
  const forged = stamp.replace('10:00:00', '09:00:00');
  for (const text of ['', '~', forged, '2026-11-24T10:00:00.000Z']) {
    expect(isHumanPace(secret, text, '2026-11-24T10:00:05.000Z')).toBe(false);
  }
});
