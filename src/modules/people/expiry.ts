import { addDays, type CalendarDate, type Instant, instantOf } from '../../kernel/calendar.ts';

/** The instant at which a role ends that is given until the end of a day. */
export function endOfDay(lastDay: CalendarDate, zone: string): Instant {
  return instantOf(addDays(lastDay, 1), '00:00', zone);
}
