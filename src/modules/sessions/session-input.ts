import { z } from 'zod';
import type { Instant } from '../../kernel/calendar.ts';
import { isCalendarDate, minutesBetween } from '../../kernel/calendar.ts';
import { areaKeys } from '../programmes/area.ts';
import { attendanceStates } from './attendance.ts';
import { type MinutesByType, sessionKinds, sessionModes } from './session.ts';

const minutes = z.int('Enter whole minutes.').min(0).max(720).default(0);

/** What is logged of every session, whoever logs it. Instants in UTC, durations in minutes. */
export const sessionFields = {
  startsAt: z.iso.datetime('Enter the start.'),
  endsAt: z.iso.datetime('Enter the end.'),
  mode: z.enum(sessionModes, 'Choose how you met.'),
  place: z.string().trim().max(300).default(''),
  topics: z.array(z.enum(areaKeys)).max(12).default([]),
  kinds: z.array(z.enum(sessionKinds)).max(4).default([]),
  summary: z.string().trim().max(5000).default(''),
  preparation: minutes,
  followUp: minutes,
  travel: minutes,
  administration: minutes,
  /** Says that unusual time, such as more than 8 hours on a day, is right as it stands. */
  isRight: z.boolean().default(false),
};

/** What one side did. */
export const attendanceFields = {
  attendance: z.enum(attendanceStates).default('attended'),
  reason: z.string().trim().max(500).default(''),
};

/** An action agreed in the session. */
export const sessionActionSchema = z.strictObject({
  title: z.string().trim().min(1).max(500),
  owner: z.enum(['enterprise', 'mentor', 'adviser']),
  dueOn: z.string().refine(isCalendarDate, 'Enter a real date.').optional(),
});

/** When a session was, and the minutes of each kind beside it. */
export interface SessionTime {
  startsAt: Instant;
  endsAt: Instant;
  preparation: number;
  followUp: number;
  travel: number;
  administration: number;
}

/** Minutes by type: the length is contact, or group event; whether it counts is told by who was there. */
export function minutesOf(input: SessionTime, isGroup: boolean): MinutesByType {
  const together = Math.max(0, minutesBetween(input.startsAt, input.endsAt));
  return {
    contact: isGroup ? 0 : together,
    'group-event': isGroup ? together : 0,
    preparation: input.preparation,
    'follow-up': input.followUp,
    travel: input.travel,
    administration: input.administration,
  };
}

/** Whether both sides were there. */
export function hasTakenPlace(...sides: string[]): boolean {
  return sides.every((side) => side === 'attended' || side === 'late');
}
