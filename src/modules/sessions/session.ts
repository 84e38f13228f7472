import {
  type CalendarDate,
  type Instant,
  addMonths,
  dateInZone,
  formatDate,
  minutesBetween,
} from '../../kernel/calendar.ts';
import { formatMinutes } from '../../kernel/minutes.ts';
import { type MinuteType, minuteTypes } from '../programmes/indicator.ts';
import { type MatchPeriod, whyOutsideMatch } from './match-period.ts';

export const sessionKinds = ['feedback', 'advice', 'introduction', 'challenge'] as const;
export type SessionKind = (typeof sessionKinds)[number];

export const sessionModes = ['in-person', 'video', 'phone'] as const;
export type SessionMode = (typeof sessionModes)[number];

/** Integer minutes per type; a type left out is zero. */
export type MinutesByType = Partial<Record<MinuteType, number>>;

export interface SessionTimes {
  startAt: Instant;
  endAt: Instant;
  minutes: MinutesByType;
}

export interface SessionLimits {
  now: Instant;
  zone: string;
  /** First day on which the enterprise was enrolled. */
  enrolledOn: CalendarDate;
  /** Day on which it left; null while it is in the programme. */
  leftOn: CalendarDate | null;
  /** The match it is a session of; null for a group session. */
  match: MatchPeriod | null;
  /** How far back a session may be logged, in months. */
  backMonths: number;
}

export const longestSessionMinutes = 12 * 60;

/** What is wrong with the times of a session, by field; empty when nothing is. */
export function sessionProblems(
  { startAt, endAt, minutes }: SessionTimes,
  limits: SessionLimits,
): Record<string, string> {
  const problems: Record<string, string> = {};
  const day = dateInZone(startAt, limits.zone);
  const oldest = addMonths(dateInZone(limits.now, limits.zone), -limits.backMonths);
  const length = minutesBetween(startAt, endAt);
  if (day < limits.enrolledOn) {
    problems['startAt'] =
      `The enterprise joined on ${formatDate(limits.enrolledOn)}; a session cannot be before that.`;
  } else if (day < oldest) {
    problems['startAt'] =
      `Sessions can be logged back to ${formatDate(oldest)}. Ask the programme.`;
  } else if (limits.leftOn !== null && day > limits.leftOn) {
    problems['startAt'] =
      `The enterprise left on ${formatDate(limits.leftOn)}; a session cannot be after that.`;
  } else if (limits.match !== null) {
    const outside = whyOutsideMatch(limits.match, startAt, limits.zone);
    if (outside !== null) problems['startAt'] = `${outside} Enter a day of the match.`;
  }
  if (length <= 0) {
    problems['endAt'] = 'The end must be after the start.';
  } else if (length > longestSessionMinutes) {
    problems['endAt'] = 'A session cannot be longer than 12 hours. Log each day on its own.';
  } else if (endAt > limits.now) {
    problems['endAt'] = 'The session has not ended yet. Log it afterwards.';
  }
  const wrong = length > 0 ? minutesProblem(minutes, length) : null;
  if (wrong !== null) problems['minutes'] = wrong;
  return problems;
}

/** All minutes of a session, whatever their type. */
export function totalMinutes(minutes: MinutesByType): number {
  return minuteTypes.reduce((sum, type) => sum + (minutes[type] ?? 0), 0);
}

/** Minutes spent with the enterprise, which must lie between start and end. */
export function metMinutes(minutes: MinutesByType): number {
  return (minutes.contact ?? 0) + (minutes['group-event'] ?? 0);
}

function minutesProblem(minutes: MinutesByType, length: number): string | null {
  const values = minuteTypes.map((type) => minutes[type] ?? 0);
  if (values.some((value) => !Number.isInteger(value) || value < 0)) {
    return 'Enter whole minutes, 0 or more.';
  }
  if (values.some((value) => value > longestSessionMinutes)) {
    return 'Enter at most 12 hours of each kind.';
  }
  if (totalMinutes(minutes) === 0) return 'Enter how the time was spent.';
  const met = metMinutes(minutes);
  if (met > length) {
    return `${formatMinutes(met)} together do not fit into the ${formatMinutes(length)} from start to end.`;
  }
  return null;
}
