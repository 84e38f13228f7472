import { type CalendarDate, dateInZone, type Instant, toInstant } from '../kernel/calendar.ts';

/** The only source of "now". Tests and the demonstration programme bring their own. */
export interface Clock {
  now(): Instant;
  today(zone: string): CalendarDate;
}

function clockFrom(milliseconds: () => number): Clock {
  const now = () => toInstant(milliseconds());
  return { now, today: (zone) => dateInZone(now(), zone) };
}

export const systemClock: Clock = clockFrom(() => Date.now());

/** A clock that stands still until it is set. */
export function settableClock(start: Instant): Clock & { set(instant: Instant): void } {
  let at = Date.parse(start);
  return {
    ...clockFrom(() => at),
    set(instant) {
      at = Date.parse(instant);
    },
  };
}
