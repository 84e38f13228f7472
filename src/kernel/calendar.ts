import { Temporal } from 'temporal-polyfill';

/** A calendar day, `YYYY-MM-DD`. */
export type CalendarDate = string;

/** An instant in UTC, `YYYY-MM-DDTHH:MM:SS.sssZ`. */
export type Instant = string;

/** Half-open: from the first day up to, not including, `to`; `null` is open-ended. */
export interface Period {
  from: CalendarDate;
  to: CalendarDate | null;
}

/** Whether the text is a real day of the calendar between 1800 and 2200. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  if (year < 1800 || year > 2200 || month < 1 || month > 12 || day < 1) return false;
  return day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
}

const plain = (date: CalendarDate) => Temporal.PlainDate.from(date);

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return plain(date).add({ days }).toString();
}

/** The same day of a later month; the 31st becomes the month's last day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  return plain(date).add({ months }).toString();
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return plain(from).until(plain(to), { largestUnit: 'day' }).days;
}

/** Whole months from `from` to `to`. */
export function monthsBetween(from: CalendarDate, to: CalendarDate): number {
  return plain(from).until(plain(to), { largestUnit: 'month' }).months;
}

export function compareDates(a: CalendarDate, b: CalendarDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The calendar quarter a day falls in, e.g. `{ key: '2026-Q4', from: '2026-10-01', to: '2027-01-01' }`. */
export function quarterOf(date: CalendarDate): {
  key: string;
  from: CalendarDate;
  to: CalendarDate;
} {
  const { year, month } = plain(date);
  const quarter = Math.ceil(month / 3);
  const from = `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`;
  return { key: `${year}-Q${quarter}`, from, to: addMonths(from, 3) };
}

/** All quarters that touch the period, in order. */
export function quartersOf(from: CalendarDate, to: CalendarDate): ReturnType<typeof quarterOf>[] {
  const list: ReturnType<typeof quarterOf>[] = [];
  for (let at = quarterOf(from); at.from < to; at = quarterOf(at.to)) list.push(at);
  return list;
}

/** First day of the financial year that holds `date`; it starts on `startMonthDay`, `04-01` in the UK. */
export function financialYearStart(date: CalendarDate, startMonthDay = '04-01'): CalendarDate {
  const year = Number(date.slice(0, 4));
  return date.slice(5) >= startMonthDay
    ? `${year}-${startMonthDay}`
    : `${year - 1}-${startMonthDay}`;
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2026-11-23` → `23 November 2026`. */
export function formatDate(date: CalendarDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${monthNames[(month ?? 1) - 1]} ${year}`;
}

/** `2026-11` → `November 2026`. */
export function formatMonth(month: string): string {
  const [year, at] = month.split('-').map(Number);
  return `${monthNames[(at ?? 1) - 1]} ${year}`;
}

/** `2026-11-23` → `23 Nov`, with the year when it differs from `nearYear`. */
export function formatShortDate(date: CalendarDate, nearYear?: number): string {
  const [year, month, day] = date.split('-').map(Number);
  const name = (monthNames[(month ?? 1) - 1] ?? '').slice(0, 3);
  return year === nearYear ? `${day} ${name}` : `${day} ${name} ${year}`;
}

const quarterHour = 900_000;
const mostOffsets = 20_000;
const offsets = new Map<string, number>();

/** Milliseconds that a zone's clocks are ahead of UTC. Clocks change only at a quarter of an hour, so one look-up serves it. */
function offsetAt(milliseconds: number, zone: string): number {
  const key = `${zone} ${Math.floor(milliseconds / quarterHour)}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const at = Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(zone);
  const offset = at.offsetNanoseconds / 1_000_000;
  if (offsets.size >= mostOffsets) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

/** `YYYY-MM-DDTHH:MM…` as the clocks of the zone show it. */
function localText(instant: Instant, zone: string): string {
  const milliseconds = Date.parse(instant);
  return toInstant(milliseconds + offsetAt(milliseconds, zone));
}

/** The day an instant falls on in a zone such as `Europe/London`. */
export function dateInZone(instant: Instant, zone: string): CalendarDate {
  return localText(instant, zone).slice(0, 10);
}

/** The clock time `HH:MM` of an instant in a zone. */
export function timeInZone(instant: Instant, zone: string): string {
  return localText(instant, zone).slice(11, 16);
}

/** `23 November 2026, 10:30`, in the zone. */
export function formatInstant(instant: Instant, zone: string): string {
  return `${formatDate(dateInZone(instant, zone))}, ${timeInZone(instant, zone)}`;
}

/**
 * The instant of a wall-clock time. An hour that the clock change skips moves forward by the gap; of an
 * hour that occurs twice the first is taken (the "compatible" rule of ECMAScript Temporal and RFC 5545).
 */
export function instantOf(date: CalendarDate, time: string, zone: string): Instant {
  const local = Temporal.PlainDateTime.from(`${date}T${time}`);
  return toInstant(local.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds);
}

/** Milliseconds since 1970 as an `Instant`. */
export function toInstant(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString();
}

export function addMinutes(instant: Instant, minutes: number): Instant {
  return toInstant(Date.parse(instant) + minutes * 60_000);
}

/** Whole minutes from one instant to another, rounded down. */
export function minutesBetween(from: Instant, to: Instant): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / 60_000);
}

/** ISO weekday: 1 Monday … 7 Sunday. */
export function weekday(date: CalendarDate): number {
  return plain(date).dayOfWeek;
}

/** Monday to Friday and not in the list of holidays. */
export function isWorkingDay(date: CalendarDate, holidays: ReadonlySet<CalendarDate>): boolean {
  return weekday(date) < 6 && !holidays.has(date);
}

/** The n-th working day after `date`. */
export function addWorkingDays(
  date: CalendarDate,
  n: number,
  holidays: ReadonlySet<CalendarDate>,
): CalendarDate {
  let at = date;
  for (let left = n; left > 0;) {
    at = addDays(at, 1);
    if (isWorkingDay(at, holidays)) left -= 1;
  }
  return at;
}
