import {
  addMinutes,
  dateInZone,
  type Instant,
  instantOf,
  isCalendarDate,
  timeInZone,
} from '../../kernel/calendar.ts';
import { type FormValues, listOf, numberOf, optionalOf, textOf } from '../../kernel/form-answer.ts';
import { invalid } from '../../kernel/errors.ts';
import type { AreaKey } from '../programmes/area.ts';
import type { AttendanceState } from './attendance.ts';
import type { SessionKind, SessionMode } from './session.ts';

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
  const endsAt = end === '' ? addMinutes(startsAt, length ?? 0) : instantOf(date, end, zone);
  return {
    startsAt,
    endsAt,
    mode: textOf(form, 'mode') as SessionMode,
    place: textOf(form, 'place'),
    topics: listOf(form, 'topics') as AreaKey[],
    kinds: listOf(form, 'kinds') as SessionKind[],
    summary: textOf(form, 'summary'),
    preparation: numberOf(form, 'preparation') ?? 0,
    followUp: numberOf(form, 'followUp') ?? 0,
    travel: numberOf(form, 'travel') ?? 0,
    administration: numberOf(form, 'administration') ?? 0,
  };
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
