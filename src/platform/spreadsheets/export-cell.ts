import { type CalendarDate, dateInZone, type Instant, timeInZone } from '../../kernel/calendar.ts';

/** A day, with the clock time of its place when there is one: `2026-11-24`, `2026-11-24 09:24`. */
export interface DayCell {
  readonly day: CalendarDate;
  readonly time?: string;
}

/** What an export may hold; null is an empty cell. Money, hours and counts are numbers. */
export type ExportCell = string | number | null | DayCell;

/** A calendar day as a cell: a real date in a workbook, ISO in CSV. */
export function dayCell(day: CalendarDate | null): DayCell | null {
  return day === null ? null : { day };
}

/** An instant as the clocks of `zone` show it. */
export function instantCell(at: Instant | null, zone: string): DayCell | null {
  return at === null ? null : { day: dateInZone(at, zone), time: timeInZone(at, zone).slice(0, 5) };
}

/** The day of an instant in `zone`. */
export function dayOfInstantCell(at: Instant | null, zone: string): DayCell | null {
  return at === null ? null : { day: dateInZone(at, zone) };
}

/** A day as text, the same in every list. */
export function dayText({ day, time }: DayCell): string {
  return time === undefined ? day : `${day} ${time}`;
}
