import { addDays, type CalendarDate, formatDate } from '../../kernel/calendar.ts';

/** When something last went wrong with a firm; null where nothing did. */
export interface Risks {
  missedOn: CalendarDate | null;
  /** A mentor's or the firm's own no to an offer or a shortlist. */
  refusedOn: CalendarDate | null;
  /** A match that ended before its work was done. */
  endedOn: CalendarDate | null;
  /** The day of the contact before, when it lies more than twice the interval back. */
  silentSince: CalendarDate | null;
}

/** Days for which something that went wrong keeps the next contact nearer. */
const counts = 28;

/** Nobody is rung more often than this because of a risk. */
const fewestDays = 5;

/** The interval to the next contact: half the usual one while something went wrong lately, with the reason. */
export function intervalAtRisk(
  cadenceDays: number,
  risks: Risks,
  on: CalendarDate,
): { days: number; because: string } {
  const isRecent = (day: CalendarDate | null): day is CalendarDate =>
    day !== null && day <= on && addDays(day, counts) >= on;
  const { missedOn, refusedOn, endedOn, silentSince } = risks;
  const because = [
    ...(isRecent(missedOn) ? [`an appointment was missed on ${formatDate(missedOn)}`] : []),
    ...(isRecent(refusedOn) ? [`somebody said no on ${formatDate(refusedOn)}`] : []),
    ...(isRecent(endedOn) ? [`a match ended on ${formatDate(endedOn)}`] : []),
    ...(silentSince === null ? [] : [`there was no contact from ${formatDate(silentSince)}`]),
  ];
  const nearer = Math.max(fewestDays, Math.ceil(cadenceDays / 2));
  return because.length === 0 || nearer >= cadenceDays
    ? { days: cadenceDays, because: '' }
    : { days: nearer, because: because.slice(0, 2).join(', ') };
}
