import { addMinutes, type Instant } from '../../kernel/calendar.ts';

const hour = 60;
const day = 24 * hour;

/**
 * How long somebody stays signed in, in minutes (ASVS 5.0, 7.3.1 and 7.3.2): after `rest` without a page of theirs
 * they sign in again, and after `whole` in any case. Staff see what many firms confide; a mentor or a firm comes once
 * in some weeks, by telephone, to what is their own.
 */
export const sessionLife = {
  rest: { staff: 12 * hour, others: 14 * day },
  whole: 30 * day,
  /** Use is noted no more often than this. */
  note: 10,
} as const;

/** The same, as pages say it. */
export const sessionWords = {
  staff: `${sessionLife.rest.staff / hour} hours`,
  others: `${sessionLife.rest.others / day} days`,
  whole: `${sessionLife.whole / day} days`,
} as const;

/** Whether a session has rested too long for whoever it belongs to. */
export function hasRested(lastUsedAt: Instant, now: Instant, who: 'staff' | 'others'): boolean {
  return addMinutes(lastUsedAt, sessionLife.rest[who]) <= now;
}
