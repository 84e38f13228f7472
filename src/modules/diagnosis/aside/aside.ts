import type { CalendarDate } from '../../../kernel/calendar.ts';

/** A row of Today that somebody has put aside. */
export interface Aside {
  id: string;
  rowKey: string;
  /** What the row rested on when it was put aside. */
  cause: string;
  /** Put off to this day; null when the row is kept as it is. */
  until: CalendarDate | null;
  reason: string;
  by: string | null;
  at: string;
}

/** How far a row can be put off: nobody remembers why after half a year. */
export const longestDays = 183;

/** Whether a row stays out of sight: its cause is still the same, and the day it was put off to has not come. */
export function isAside(
  row: { cause: string },
  aside: Pick<Aside, 'cause' | 'until'> | undefined,
  today: CalendarDate,
): boolean {
  if (!aside || aside.cause !== row.cause) return false;
  return aside.until === null || today < aside.until;
}
