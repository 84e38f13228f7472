import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../../kernel/calendar.ts';
import { parseImportedDate } from './imported-date.ts';

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
])('reads %j as %s', (text, date) => {
  expect(parseImportedDate(text)).toEqual({ ok: true, value: { date, precision: 'day' } });
});

test('a year or a month is kept as no more than that', () => {
  expect(parseImportedDate('1909')).toMatchObject({
    value: { date: '1909-01-01', precision: 'year' },
  });
  expect(parseImportedDate('Mar 2016')).toMatchObject({
    value: { date: '2016-03-01', precision: 'month' },
  });
  expect(parseImportedDate('03/2016')).toMatchObject({
    value: { date: '2016-03-01', precision: 'month' },
  });
});

test.each([
  ['23/11/16', 'two-digit-year'],
  ['23-Nov-16', 'two-digit-year'],
  ['Nov-16', 'two-digit-year'],
  ['11/23/2016', 'month-first'],
  ['31/02/2016', 'not-a-date'],
  ['29/02/2015', 'not-a-date'],
  ['soon', 'not-a-date'],
  ['1784', 'not-a-date'],
  ['', 'not-a-date'],
  ['999999999', 'not-a-date'],
])('refuses %j: %s', (text, reason) => {
  expect(parseImportedDate(text)).toMatchObject({ ok: false, reason });
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
        expect(parseImportedDate(text)).toMatchObject({ ok: true, value: { date } });
      }
    }),
    { numRuns: 300 },
  );
});
