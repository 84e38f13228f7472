import {
  addDays,
  addMinutes,
  dateInZone,
  type Instant,
  instantOf,
  isCalendarDate,
  minutesBetween,
  timeInZone,
} from '../../kernel/calendar.ts';
import { type FormValues, listOf, numberOf, optionalOf, textOf } from '../../kernel/form-answer.ts';
import { invalid } from '../../kernel/errors.ts';
import type { AreaKey } from '../programmes/area.ts';
import type { AttendanceState } from './attendance.ts';
import { longestSessionMinutes, type SessionKind, type SessionMode } from './session.ts';
import { hasTakenPlace } from './session-input.ts';

/** Lengths offered as one tap, in minutes. */
export const offeredLengths = [30, 45, 60, 90, 120] as const;

const clockTime = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What the form starts with: today, a session of an hour that ended at the last half hour. */
export function presetTimes(now: Instant, zone: string): { date: string; start: string } {
  const [hours = 0, minutes = 0] = timeInZone(now, zone).split(':').map(Number);
  const sinceHalf = (hours * 60 + minutes) % 30;
  const start = addMinutes(now, -60 - sinceHalf);
  return { date: dateInZone(start, zone), start: timeInZone(start, zone) };
}

/** The fields of `sessionFields` from the form. `length` is a chip; `end` wins where it is filled in. */
export function sessionOfForm(form: FormValues, zone: string) {
  const date = textOf(form, 'date');
  const start = textOf(form, 'start');
  const end = textOf(form, 'end');
  if (!isCalendarDate(date)) throw invalid({ date: 'Enter the day.' });
  if (!clockTime.test(start)) throw invalid({ start: 'Enter when it began, like 09:30.' });
  const startsAt = instantOf(date, start, zone);
  const length = numberOf(form, 'length');
  if (end === '' && (length === undefined || Number.isNaN(length))) {
    throw invalid({ length: 'Choose how long it was, or enter the end.' });
  }
  if (end !== '' && !clockTime.test(end)) {
    throw invalid({ end: 'Enter when it ended, like 10:30.' });
  }
  return {
    startsAt,
    endsAt: end === '' ? addMinutes(startsAt, length ?? 0) : endOf({ date, start, end }, zone),
    mode: textOf(form, 'mode') as SessionMode,
    place: textOf(form, 'place'),
    topics: listOf(form, 'topics') as AreaKey[],
    kinds: listOf(form, 'kinds') as SessionKind[],
    summary: textOf(form, 'summary'),
    preparation: numberOf(form, 'preparation') ?? 0,
    followUp: numberOf(form, 'followUp') ?? 0,
    travel: numberOf(form, 'travel') ?? 0,
    administration: numberOf(form, 'administration') ?? 0,
    isRight: textOf(form, 'isRight') === 'yes',
  };
}

/** The end as typed; one before the start is of the next day, when that is not a slip of the keys. */
function endOf(typed: { date: string; start: string; end: string }, zone: string): Instant {
  const { date, start, end } = typed;
  if (end > start) return instantOf(date, end, zone);
  const endsAt = instantOf(addDays(date, 1), end, zone);
  if (minutesBetween(instantOf(date, start, zone), endsAt) > longestSessionMinutes) {
    throw invalid({ end: `The end, ${end}, is before the start, ${start}. Correct one of them.` });
  }
  return endsAt;
}

/** How an adviser settles a dispute; which time holds has to be said where the firm was there. */
export function settlementOfForm(form: FormValues, zone: string) {
  const attendance = textOf(form, 'attendance') as AttendanceState;
  const holds = textOf(form, 'time');
  if (hasTakenPlace(attendance) && holds !== 'logged' && holds !== 'other') {
    throw invalid({ time: 'Choose which time holds.' });
  }
  const version = numberOf(form, '_version');
  return {
    enrolmentId: textOf(form, 'enrolmentId'),
    attendance,
    reason: textOf(form, 'reason'),
    ...(version === undefined ? {} : { version }),
    ...(holds === 'other' ? { time: timeOfForm(form, zone) } : {}),
  };
}

function timeOfForm(form: FormValues, zone: string) {
  const { startsAt, endsAt, preparation, followUp, travel, administration } = sessionOfForm(
    form,
    zone,
  );
  return { startsAt, endsAt, preparation, followUp, travel, administration };
}

/** One side's attendance from the form. */
export function attendanceOfForm(form: FormValues, side: 'enterprise' | 'mentor') {
  return {
    attendance: (optionalOf(form, `${side}.attendance`) ?? 'attended') as AttendanceState,
    reason: textOf(form, `${side}.reason`),
  };
}

/** Up to two actions, one line each. */
export function actionsOfForm(form: FormValues) {
  return (['enterprise', 'mentor'] as const).flatMap((owner) => {
    const title = optionalOf(form, `action.${owner}`);
    return title === undefined ? [] : [{ title, owner }];
  });
}

/** The names of the command's fields as the form calls them, so that errors land where they belong. */
export function namedAsForm(fields: Record<string, string>): Record<string, string> {
  const { startsAt, endsAt, minutes, ...rest } = fields;
  return {
    ...rest,
    ...(startsAt === undefined ? {} : { start: startsAt }),
    ...(endsAt === undefined ? {} : { length: endsAt }),
    ...(minutes === undefined ? {} : { length: minutes }),
  };
}
