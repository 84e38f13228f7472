import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addMinutes,
  addWorkingDays,
  dateInZone,
  daysBetween,
  financialYearStart,
  formatDate,
  formatInstant,
  formatShortDate,
  instantOf,
  isCalendarDate,
  isWorkingDay,
  minutesBetween,
  monthsBetween,
  quarterOf,
  quartersOf,
  timeInZone,
  weekday,
} from './calendar.ts';

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('days', () => {
  test('a day that the calendar does not have is none', () => {
    expect(isCalendarDate('2024-02-29')).toBe(true);
    for (const text of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '1799-12-31', 'x']) {
      expect(isCalendarDate(text), text).toBe(false);
    }
  });

  test('the 31st becomes the last day of a shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-05-31', -3)).toBe('2026-02-28');
  });

  test('days added are days between, in both directions', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -4000, max: 4000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });

  test('a month is whole only on its day', () => {
    expect(monthsBetween('2026-01-15', '2026-02-14')).toBe(0);
    expect(monthsBetween('2026-01-15', '2026-02-15')).toBe(1);
  });

  test('a financial year may start in April or in January', () => {
    expect(financialYearStart('2026-03-31')).toBe('2025-04-01');
    expect(financialYearStart('2026-04-01')).toBe('2026-04-01');
    expect(financialYearStart('2026-03-31', '01-01')).toBe('2026-01-01');
  });
});

describe('quarters', () => {
  test('every day lies in its quarter', () => {
    fc.assert(
      fc.property(day, (date) => {
        const { from, to } = quarterOf(date);
        expect(from <= date && date < to).toBe(true);
      }),
    );
  });

  test('a period has every quarter that it touches, once and in order', () => {
    expect(quartersOf('2026-09-30', '2027-01-01').map(({ key }) => key)).toEqual([
      '2026-Q3',
      '2026-Q4',
    ]);
  });
});

describe('time in a zone', () => {
  const zone = 'Europe/London';

  test('the day depends on where one is', () => {
    expect(dateInZone('2026-06-30T23:30:00.000Z', zone)).toBe('2026-07-01');
    expect(timeInZone('2026-06-30T23:30:00.000Z', zone)).toBe('00:30');
    expect(formatInstant('2026-12-01T09:05:00.000Z', zone)).toBe('1 December 2026, 09:05');
  });

  test('an hour that the clock change skips moves forward; of one that comes twice the first is taken', () => {
    expect(instantOf('2026-03-29', '01:30', zone)).toBe('2026-03-29T01:30:00.000Z');
    expect(instantOf('2026-10-25', '01:30', zone)).toBe('2026-10-25T00:30:00.000Z');
  });

  test('minutes are counted in whole ones', () => {
    expect(minutesBetween('2026-01-01T10:00:00.000Z', '2026-01-01T10:01:59.999Z')).toBe(1);
    expect(addMinutes('2026-01-01T23:50:00.000Z', 20)).toBe('2026-01-02T00:10:00.000Z');
  });
});

describe('working days', () => {
  const holidays = new Set(['2026-12-25', '2026-12-28']);

  test('weekends and holidays are none', () => {
    expect(weekday('2026-12-25')).toBe(5);
    expect(isWorkingDay('2026-12-24', holidays)).toBe(true);
    expect(isWorkingDay('2026-12-25', holidays)).toBe(false);
    expect(isWorkingDay('2026-12-26', holidays)).toBe(false);
    expect(addWorkingDays('2026-12-24', 1, holidays)).toBe('2026-12-29');
    expect(addWorkingDays('2026-12-24', 0, holidays)).toBe('2026-12-24');
  });
});

test('days are shown in words, short ones without the year that everybody knows', () => {
  expect(formatDate('2026-11-03')).toBe('3 November 2026');
  expect(formatShortDate('2026-11-03', 2026)).toBe('3 Nov');
  expect(formatShortDate('2025-11-03', 2026)).toBe('3 Nov 2025');
});
