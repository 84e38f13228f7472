import { addDays, type CalendarDate, dateInZone, isCalendarDate, toInstant } from './calendar.ts';
import { fail, ok, type Result } from './result.ts';

export interface TypedDate {
  date: CalendarDate;
  /** What the cell really told; the missing parts are the first of the year or month. */
  precision: 'day' | 'month' | 'year';
}

export type DateFault = 'not-a-date' | 'two-digit-year' | 'month-first';

const months = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];
/** Nobody's date is longer. */
const longest = 60;
const example = 'Write it like 23/11/2016 or 2016-11-23.';

/**
 * A date as lists write it: ISO, day/month/year with any sign between, month names, a year, a month and
 * year, Excel's count of days (10000 to 73050, that is 1927 to 2099). Never month first, and no guess at
 * the century of a two-digit year. An instant that names its zone falls on the day of `zone`: midnight in
 * London is 23:00 of the day before in UTC.
 */
export function parseDate(text: string, zone?: string): Result<TypedDate, DateFault> {
  if (text.length > longest) return fail('not-a-date', `This is not a date. ${example}`);
  const instant = zone === undefined ? null : instantIn(text);
  if (zone !== undefined && instant !== null) {
    return ok({ date: dateInZone(instant, zone), precision: 'day' });
  }
  const plain = text
    .trim()
    .replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d|[ap]\.?m\.?)?$/i, '');
  if (/^\d{4}$/.test(plain)) return made(plain, 1, 1, 'year');
  if (/^\d{5}([.,]\d+)?$/.test(plain)) return fromSerial(Number.parseInt(plain, 10));
  const iso =
    /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(plain) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(plain);
  if (iso) return made(iso[1], iso[2], iso[3] ?? 1, iso[3] === undefined ? 'month' : 'day');
  const numeric = /^(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{2,4})$/.exec(plain);
  if (numeric) return dayFirst(numeric[1], numeric[2], numeric[3]);
  const named =
    /^(?:(?:[a-z]+day|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun),?\s+)?(\d{1,2})(?:st|nd|rd|th)?[-/.,\s]+(?:of\s+)?([a-zä]{3,9})[-/.,\s]+(\d{2,4})$/i.exec(
      plain,
    );
  if (named) return dayFirst(named[1], monthOf(named[2]), named[3]);
  const american = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(plain);
  if (american) return made(american[3], monthOf(american[1]), american[2], 'day');
  const monthYear =
    /^([a-zä]{3,9})[-/.,\s]+(\d{2,4})$/i.exec(plain) ?? /^(\d{1,2})[/.-](\d{4})$/.exec(plain);
  if (monthYear) return monthAndYear(monthYear[1] ?? '', monthYear[2] ?? '');
  return fail('not-a-date', `This is not a date. ${example}`);
}

const twoFirst = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}\b/;

/** Whether a column's values prove that the month is written first: a day above twelve stands second. */
export function isMonthFirst(samples: readonly string[]): boolean {
  return samples.some((text) => {
    const [, first, second] = twoFirst.exec(text) ?? [];
    return Number(first) <= 12 && Number(second) > 12;
  });
}

/** Whether day and month could be changed for each other. */
export function isDayOrMonth(text: string): boolean {
  const [, first, second] = twoFirst.exec(text) ?? [];
  return Number(first) <= 12 && Number(second) <= 12 && Number(first) !== Number(second);
}

/** The instant that a text names with its zone, in UTC; null when there is none. */
function instantIn(text: string): string | null {
  const plain = text.trim();
  const isInstant = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(plain);
  const at = isInstant ? Date.parse(plain.replace(' ', 'T')) : Number.NaN;
  return Number.isNaN(at) ? null : toInstant(at);
}

function monthAndYear(month: string, year: string): Result<TypedDate, DateFault> {
  if (year.length !== 4) return twoDigits();
  return made(year, /^\d/.test(month) ? month : monthOf(month), 1, 'month');
}

function dayFirst(
  day: string | undefined,
  month: string | number | undefined,
  year: string | undefined,
): Result<TypedDate, DateFault> {
  if (year?.length !== 4) return twoDigits();
  if (Number(month) > 12 && Number(day) <= 12) {
    return fail('month-first', `The day must come before the month. ${example}`);
  }
  return made(year, month, day, 'day');
}

function twoDigits(): Result<TypedDate, DateFault> {
  return fail('two-digit-year', `Write the year with four digits. ${example}`);
}

function monthOf(name: string | undefined): number {
  const word = (name ?? '').toLowerCase();
  return word.length < 3 ? 0 : months.findIndex((month) => isMonth(word, month)) + 1;
}

/** In English or German, whole or cut short: `Feb`, `Sept`, `Februar`; a mayor is no May. */
function isMonth(word: string, month: string): boolean {
  const german: Record<string, string> = {
    january: 'januar',
    february: 'februar',
    june: 'juni',
    july: 'juli',
  };
  const other: Record<string, string> = {
    october: 'oktober',
    december: 'dezember',
    may: 'mai',
    march: 'märz',
  };
  const known = [month, german[month] ?? other[month] ?? month];
  return known.some((one) => one.startsWith(word));
}

/** Excel's day 1 is 1 January 1900; from day 61 on its count is one too high (it has a 29 February 1900). */
function fromSerial(serial: number): Result<TypedDate, DateFault> {
  if (serial < 10_000 || serial > 73_050)
    return fail('not-a-date', `This is not a date. ${example}`);
  return ok({ date: addDays('1899-12-30', serial), precision: 'day' });
}

function made(
  year: string | undefined,
  month: string | number | undefined,
  day: string | number | undefined,
  precision: TypedDate['precision'],
): Result<TypedDate, DateFault> {
  const date = [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
  if (Number(year) < 1800 || Number(year) > 2200) {
    return fail('not-a-date', 'Only the years from 1800 to 2200 can be kept.');
  }
  if (!isCalendarDate(date)) return fail('not-a-date', `There is no such day. ${example}`);
  return ok({ date, precision });
}
