import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from './calendar.ts';
import { parseDate } from './typed-date.ts';

test.each([
  ['29/07/2020', '2020-07-29'],
  ['1.2.2016', '2016-02-01'],
  ['01-02-2016', '2016-02-01'],
  ['2016-11-23', '2016-11-23'],
  ['2016-11-23T00:00:00.000Z', '2016-11-23'],
  ['23/11/2016 09:30', '2016-11-23'],
  ['20161123', '2016-11-23'],
  ['23 November 2016', '2016-11-23'],
  ['Wednesday, 23rd of Nov 2016', '2016-11-23'],
  ['23-Nov-2016', '2016-11-23'],
  ['November 23, 2016', '2016-11-23'],
  ['42697', '2016-11-23'],
  ['42697.0', '2016-11-23'],
  ['43558.5', '2019-04-03'],
  ['14/01/2020 7:06 AM', '2020-01-14'],
  ['14/01/2020 7:06:30 pm', '2020-01-14'],
])('reads %j as %s', (text, date) => {
  expect(parseDate(text)).toEqual({ ok: true, value: { date, precision: 'day' } });
});

test.each([
  ['2019-04-02T23:00:00.000Z', 'Europe/London', '2019-04-03'],
  ['2019-01-02T23:00:00.000Z', 'Europe/London', '2019-01-02'],
  ['2019-04-02T23:00:00+01:00', 'Europe/London', '2019-04-02'],
  ['2019-04-03 05:00Z', 'America/Los_Angeles', '2019-04-02'],
  ['2019-04-02T23:00:00', 'Europe/London', '2019-04-02'],
])('the instant %j falls on the day of %s', (text, zone, date) => {
  expect(parseDate(text, zone)).toMatchObject({ ok: true, value: { date } });
});

test('a year or a month is kept as no more than that', () => {
  expect(parseDate('1909')).toMatchObject({
    value: { date: '1909-01-01', precision: 'year' },
  });
  expect(parseDate('Mar 2016')).toMatchObject({
    value: { date: '2016-03-01', precision: 'month' },
  });
  expect(parseDate('03/2016')).toMatchObject({
    value: { date: '2016-03-01', precision: 'month' },
  });
});

test.each([
  ['23/11/16', 'two-digit-year'],
  ['23-Nov-16', 'two-digit-year'],
  ['Nov-16', 'two-digit-year'],
  ['11/23/2016', 'month-first'],
  ['01/14/2020 7:06 AM', 'month-first'],
  ['31/02/2016', 'not-a-date'],
  ['29/02/2015', 'not-a-date'],
  ['soon', 'not-a-date'],
  ['1784', 'not-a-date'],
  ['', 'not-a-date'],
  ['999999999', 'not-a-date'],
])('refuses %j: %s', (text, reason) => {
  expect(parseDate(text)).toMatchObject({ ok: false, reason });
});

test('every day survives each way of writing it, Excel’s count included', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10_000, max: 73_050 }), (serial) => {
      const date = addDays('1899-12-30', serial);
      const [year, month, day] = date.split('-');
      for (const text of [
        String(serial),
        date,
        `${day}/${month}/${year}`,
        `${year}${month}${day}`,
      ]) {
        expect(parseDate(text)).toMatchObject({ ok: true, value: { date } });
      }
    }),
    { numRuns: 300 },
  );
});

test('words that only begin like a month are none', () => {
  for (const text of ['mayor 2019', 'decent 2019', '1 maybe 2019', 'augury 2019']) {
    expect(parseDate(text).ok).toBe(false);
  }
  for (const text of ['15. März 2020', 'Thurs 6 Feb 2020', 'Feb. 4, 2020', '1 Mai 2020']) {
    expect(parseDate(text)).toMatchObject({ ok: true, value: { precision: 'day' } });
  }
});
