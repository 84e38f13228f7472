import { type CalendarDate, dateInZone, formatDate, type Instant } from '../../kernel/calendar.ts';

export interface MatchPeriod {
  from: CalendarDate;
  /** First day it no longer holds; null while it goes on. */
  until: CalendarDate | null;
  /** Day on which somebody ended it, still inside; the period itself may be a day longer or shorter. */
  endedOn: CalendarDate | null;
}

/** Why a session that begins then is none of the match, in words; null when it is. */
export function whyOutsideMatch(match: MatchPeriod, startAt: Instant, zone: string): string | null {
  const day = dateInZone(startAt, zone);
  if (day < match.from) return `Before ${formatDate(match.from)}, when the match began.`;
  const isOver =
    match.endedOn === null ? match.until !== null && day >= match.until : day > match.endedOn;
  return isOver ? 'After the match had ended.' : null;
}
