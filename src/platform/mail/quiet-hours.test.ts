import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMinutes, timeInZone } from '../../kernel/calendar.ts';
import { afterQuietHours, isQuiet } from './quiet-hours.ts';

const night = { from: '22:00', to: '07:00' };
const london = 'Europe/London';

test('lets a letter go at once outside the quiet hours', () => {
  expect(afterQuietHours('2026-11-24T12:00:00.000Z', night, london)).toBe(
    '2026-11-24T12:00:00.000Z',
  );
});

test('holds a letter of the late evening until the morning', () => {
  expect(afterQuietHours('2026-11-24T23:30:00.000Z', night, london)).toBe(
    '2026-11-25T07:00:00.000Z',
  );
});

test('follows the wall clock over the change to summer time', () => {
  expect(afterQuietHours('2027-03-27T23:00:00.000Z', night, london)).toBe(
    '2027-03-28T06:00:00.000Z',
  );
});

test('follows the wall clock over the change to winter time', () => {
  expect(afterQuietHours('2026-10-24T22:00:00.000Z', night, london)).toBe(
    '2026-10-25T07:00:00.000Z',
  );
});

test('holds in the second turn of an hour that comes twice', () => {
  const quiet = { from: '00:00', to: '01:30' };
  expect(afterQuietHours('2026-10-25T01:10:00.000Z', quiet, london)).toBe(
    '2026-10-25T01:30:00.000Z',
  );
});

test('waits another day when the one free moment is skipped by the clock change', () => {
  const quiet = { from: '02:00', to: '01:30' };
  expect(afterQuietHours('2027-03-27T12:00:00.000Z', quiet, london)).toBe(
    '2027-03-29T00:30:00.000Z',
  );
});

test('knows no quiet hour when both ends are equal', () => {
  const instant = '2026-11-24T03:00:00.000Z';
  expect(afterQuietHours(instant, { from: '08:00', to: '08:00' }, london)).toBe(instant);
});

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '45'))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
const aroundChanges = fc
  .tuple(
    fc.constantFrom(
      '2026-10-25T01:00:00.000Z',
      '2027-03-28T01:00:00.000Z',
      '2026-11-24T12:00:00.000Z',
    ),
    fc.integer({ min: -3 * 24 * 60, max: 3 * 24 * 60 }),
  )
  .map(([base, minutes]) => addMinutes(base, minutes));
const zone = fc.constantFrom(london, 'America/New_York', 'Australia/Lord_Howe', 'UTC');

test('never lets a letter go in a quiet hour, never earlier, and waits two days at most', () => {
  fc.assert(
    fc.property(aroundChanges, time, time, zone, (wanted, from, to, where) => {
      const at = afterQuietHours(wanted, { from, to }, where);
      expect(at >= wanted).toBe(true);
      expect(Date.parse(at) - Date.parse(wanted)).toBeLessThanOrEqual(49 * 3_600_000);
      if (from !== to) expect(isQuiet(timeInZone(at, where), from, to)).toBe(false);
    }),
    { numRuns: 2000 },
  );
});
