import { Temporal } from 'temporal-polyfill';
import { addDays, dateInZone, type Instant, instantOf, timeInZone } from '../../kernel/calendar.ts';

export interface QuietHours {
  /** `HH:MM`; equal to `to` means that no hour is quiet. */
  readonly from: string;
  readonly to: string;
}

/**
 * The first instant at or after `wanted` outside the quiet hours, which follow the wall clock of the zone: on
 * the days of the clock change they are an hour shorter or longer. Hours that are quiet but for a moment which
 * the change skips last until the day after.
 */
export function afterQuietHours(wanted: Instant, quiet: QuietHours, zone: string): Instant {
  const from = quiet.from.slice(0, 5);
  const to = quiet.to.slice(0, 5);
  let at = wanted;
  if (from === to) return at;
  while (isQuiet(timeInZone(at, zone), from, to)) at = nextEnd(at, to, zone);
  return at;
}

/** The next time the clock shows `to`, strictly after the instant. */
function nextEnd(after: Instant, to: string, zone: string): Instant {
  const today = dateInZone(after, zone);
  const end = instantOf(today, to, zone);
  if (end > after) return end;
  // An end inside the hour that comes twice has its second turn today, too.
  const later = secondTurn(today, to, zone);
  return later > after ? later : instantOf(addDays(today, 1), to, zone);
}

/** Whether the wall-clock time lies in [from, to), over midnight if need be. */
export function isQuiet(time: string, from: string, to: string): boolean {
  return from < to ? time >= from && time < to : time >= from || time < to;
}

function secondTurn(date: string, time: string, zone: string): Instant {
  const local = Temporal.PlainDateTime.from(`${date}T${time}`);
  const at = local.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds;
  return Temporal.Instant.fromEpochMilliseconds(at).toString({ fractionalSecondDigits: 3 });
}
