import {
  type CalendarDate,
  addDays,
  dateInZone,
  daysBetween,
  formatDate,
} from '../../kernel/calendar.ts';
import { formatMinutes } from '../../kernel/minutes.ts';
import { plural } from '../../kernel/text.ts';
import { type LedgerLine, countedTotal } from './counted-time.ts';

/** The pace is that of the last twelve weeks. */
export const paceDays = 84;

/** A pace from less than two weeks says nothing. */
const leastPaceDays = 14;

export interface Cadence {
  minutesPerSession: number;
  daysBetweenSessions: number;
}

export interface ThresholdBar {
  counted: number;
  needed: number;
  /** Whole percent, at most 100; 100 only when the threshold is met. */
  percentage: number;
  remaining: number;
  met: boolean;
  /** Day on which the threshold is reached at the present pace; null when met or without a pace. */
  forecastOn: CalendarDate | null;
  /** How the forecast was made, or why there is none. */
  method: string;
  /** Last day for the next session if the threshold is to be met by the end; null when met or no cadence. */
  lastSafeStart: CalendarDate | null;
  /** Whether pace or last safe start say that the end comes too early. */
  atRisk: boolean;
}

interface BarInput {
  lines: readonly LedgerLine[];
  needed: number;
  today: CalendarDate;
  zone: string;
  /** Last day of the programme, included. */
  endsOn: CalendarDate;
  cadence: Cadence | null;
}

/** The bar to one threshold in minutes, with the forecast from the last twelve weeks. */
export function thresholdBar({
  lines,
  needed,
  today,
  zone,
  endsOn,
  cadence,
}: BarInput): ThresholdBar {
  const counted = countedTotal(lines);
  const remaining = Math.max(0, needed - counted);
  const met = remaining === 0;
  const { forecastOn, method } = met
    ? { forecastOn: null, method: 'The threshold is met.' }
    : forecast(lines, remaining, today, zone);
  const lastSafe = met || cadence === null ? null : lastSafeStart(remaining, cadence, endsOn);
  return {
    counted,
    needed,
    percentage: met ? 100 : Math.floor((counted * 100) / needed),
    remaining,
    met,
    forecastOn,
    method,
    lastSafeStart: lastSafe,
    atRisk:
      !met &&
      ((forecastOn !== null && forecastOn > endsOn) || (lastSafe !== null && lastSafe < today)),
  };
}

/** The latest first day of a run of sessions at the cadence whose last one is still on or before `endsOn`. */
export function lastSafeStart(
  remaining: number,
  cadence: Cadence,
  endsOn: CalendarDate,
): CalendarDate {
  const sessions = Math.max(1, Math.ceil(remaining / cadence.minutesPerSession));
  return addDays(endsOn, -(sessions - 1) * cadence.daysBetweenSessions);
}

function forecast(
  lines: readonly LedgerLine[],
  remaining: number,
  today: CalendarDate,
  zone: string,
): { forecastOn: CalendarDate | null; method: string } {
  const dated = lines
    .filter((line) => line.counts > 0)
    .map((line) => ({ day: dateInZone(line.startAt, zone), counts: line.counts }))
    .filter((line) => line.day <= today);
  const first = dated.reduce<CalendarDate | null>(
    (least, line) => (least === null || line.day < least ? line.day : least),
    null,
  );
  if (first === null) {
    return { forecastOn: null, method: 'No forecast: nothing has counted yet.' };
  }
  const from = addDays(today, -paceDays);
  const recent = dated
    .filter((line) => line.day > from)
    .reduce((sum, line) => sum + line.counts, 0);
  if (recent === 0) {
    return { forecastOn: null, method: 'No forecast: nothing has counted in the last 12 weeks.' };
  }
  const days = Math.min(paceDays, Math.max(leastPaceDays, daysBetween(first, today) + 1));
  const ahead = Math.ceil((remaining * days) / recent);
  if (ahead > 3650) {
    return { forecastOn: null, method: 'No forecast: at this pace it takes more than ten years.' };
  }
  const forecastOn = addDays(today, ahead);
  return {
    forecastOn,
    method: `${formatMinutes(recent)} in ${plural(days, 'day')} is the pace; ${formatMinutes(remaining)} more take ${plural(ahead, 'day')}, until ${formatDate(forecastOn)}.`,
  };
}
