import { expect, test } from 'vitest';
import { formatMinutes, formatMinutesLong } from './minutes.ts';

test('minutes are shown as hours from sixty on', () => {
  expect([0, 45, 60, 65, 570, 7200, -90].map(formatMinutes)).toEqual([
    '0 min',
    '45 min',
    '1 h',
    '1 h 05',
    '9 h 30',
    '120 h',
    '−1 h 30',
  ]);
});

test('letters and screen readers get the words', () => {
  expect([0, 1, 60, 61, 570].map(formatMinutesLong)).toEqual([
    '0 minutes',
    '1 minute',
    '1 hour',
    '1 hour 1 minute',
    '9 hours 30 minutes',
  ]);
});
