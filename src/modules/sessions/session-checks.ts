import type { Instant } from '../../kernel/calendar.ts';
import { type AttendanceState, needsReason } from './attendance.ts';
import { type MinutesByType, type SessionLimits, sessionProblems } from './session.ts';

/** How far back a session may be logged. */
export const backMonths = 12;

interface Checked {
  startsAt: Instant;
  endsAt: Instant;
  minutes: MinutesByType;
  sides: readonly { field: string; attendance: AttendanceState; reason: string }[];
}

/** What is wrong with a session, by the fields of the form; empty when it can be saved. */
export function checkSession(
  session: Checked,
  limits: Omit<SessionLimits, 'backMonths'>,
): Record<string, string> {
  const { startAt, endAt, minutes, ...rest } = sessionProblems(
    { startAt: session.startsAt, endAt: session.endsAt, minutes: session.minutes },
    { ...limits, backMonths },
  );
  const problems: Record<string, string> = { ...rest };
  if (startAt !== undefined) problems['startsAt'] = startAt;
  if (endAt !== undefined) problems['endsAt'] = endAt;
  if (minutes !== undefined) problems['minutes'] = minutes;
  for (const side of session.sides) {
    if (needsReason(side.attendance) && side.reason === '') {
      problems[side.field] = 'Say in a few words why.';
    }
  }
  return problems;
}
