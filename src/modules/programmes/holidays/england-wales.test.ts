import { expect, test } from 'vitest';
import { addDays, weekday } from '../../../kernel/calendar.ts';
import { englandWalesHolidays } from './england-wales.ts';

/** Easter Sunday by the anonymous Gregorian computus. */
function easter(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const firstMonday = (from: string) => addDays(from, (8 - weekday(from)) % 7);

function lastMonday(lastDay: string): string {
  return addDays(lastDay, 1 - weekday(lastDay));
}

function usualDays(year: number): string[] {
  const days = [firstWorkday(`${year}-01-01`), addDays(easter(year), -2), addDays(easter(year), 1)];
  days.push(firstMonday(`${year}-05-01`), lastMonday(`${year}-05-31`), lastMonday(`${year}-08-31`));
  const christmas = firstWorkday(`${year}-12-25`);
  const boxing = firstWorkday(`${year}-12-26`);
  days.push(christmas, boxing === christmas ? addDays(boxing, 1) : boxing);
  return weekday(`${year}-12-25`) === 7
    ? [...days.slice(0, 6), `${year}-12-26`, `${year}-12-27`]
    : days;
}

function firstWorkday(date: string): string {
  return weekday(date) < 6 ? date : firstWorkday(addDays(date, 1));
}

test('the list is the computed calendar but for the moved and royal days', () => {
  const computed = new Set<string>();
  for (let year = 2014; year <= 2030; year += 1)
    for (const day of usualDays(year)) computed.add(day);
  const added = [...englandWalesHolidays].filter((day) => !computed.has(day)).toSorted();
  const dropped = [...computed].filter((day) => !englandWalesHolidays.has(day)).toSorted();
  expect(added).toEqual(['2020-05-08', '2022-06-02', '2022-06-03', '2022-09-19', '2023-05-08']);
  expect(dropped).toEqual(['2020-05-04', '2022-05-30']);
});

test('no bank holiday falls on a weekend', () => {
  expect([...englandWalesHolidays].filter((day) => weekday(day) > 5)).toEqual([]);
});
