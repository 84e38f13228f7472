import { type CalendarDate, addDays, daysBetween } from '../../../kernel/calendar.ts';

/** Days between meetings of a pair that has not shown a rhythm of its own. */
const usualDays = 28;

/** A pair that meets more often than weekly is not silent after a fortnight's holiday. */
const fewestDays = 7;
const mostDays = 60;

/** Meetings that show a rhythm: with fewer gaps one postponed meeting would decide. */
const leastMeetings = 3;

/** Days between the meetings of a pair: the middle gap of its own, within a week and two months. */
export function rhythmOf(metOn: readonly CalendarDate[]): number {
  const days = [...new Set(metOn)].toSorted();
  if (days.length < leastMeetings) return usualDays;
  const gaps = days.slice(1).map((day, at) => daysBetween(days[at] ?? day, day));
  gaps.sort((a, b) => a - b);
  const middle = gaps[Math.floor((gaps.length - 1) / 2)] ?? usualDays;
  return Math.min(mostDays, Math.max(fewestDays, middle));
}

export interface Silence {
  rhythm: number;
  /** Since the last meeting, or since the introduction where the two have never met. */
  since: CalendarDate;
  days: number;
}

/** How long a pair has not met, when that is more than twice its rhythm and no meeting is planned; else null. */
export function silenceOf(
  pair: {
    introducedOn: CalendarDate;
    metOn: readonly CalendarDate[];
    nextOn: CalendarDate | null;
  },
  today: CalendarDate,
): Silence | null {
  if (pair.nextOn !== null && pair.nextOn >= today) return null;
  const rhythm = rhythmOf(pair.metOn);
  const since = pair.metOn.reduce(
    (latest, day) => (day > latest ? day : latest),
    pair.introducedOn,
  );
  return addDays(since, 2 * rhythm) < today
    ? { rhythm, since, days: daysBetween(since, today) }
    : null;
}
