import { type CalendarDate, addDays, daysBetween, formatDate } from '../../kernel/calendar.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { plural } from '../../kernel/text.ts';
import type { AreaKey } from './areas.ts';

export const needStates = ['open', 'introduced', 'closed'] as const;
export type NeedState = (typeof needStates)[number];

export const needResults = ['met', 'partly-met', 'not-met', 'changed', 'withdrawn'] as const;
export type NeedResult = (typeof needResults)[number];

export const needResultWords: Record<NeedResult, string> = {
  met: 'Met',
  'partly-met': 'Partly met',
  'not-met': 'Not met',
  changed: 'Became another need',
  withdrawn: 'Withdrawn',
};

export interface Need {
  area: AreaKey;
  detail: string;
  seenBy: 'enterprise' | 'adviser' | 'mentor';
  openedOn: CalendarDate;
  /** First introduction of a mentor for it; kept when the need is opened again. */
  introducedOn: CalendarDate | null;
  closedOn: CalendarDate | null;
  result: NeedResult | null;
}

export function needState(need: Pick<Need, 'introducedOn' | 'closedOn'>): NeedState {
  if (need.closedOn !== null) return 'closed';
  return need.introducedOn === null ? 'open' : 'introduced';
}

type Refusal = 'closed' | 'already-introduced' | 'too-early' | 'not-closed';

/** Stops the clock at the first introduction. */
export function introduceFor(need: Need, on: CalendarDate): Result<Need, Refusal> {
  if (need.closedOn !== null) return fail('closed', `Closed on ${formatDate(need.closedOn)}.`);
  if (need.introducedOn !== null) {
    return fail(
      'already-introduced',
      `A mentor was introduced on ${formatDate(need.introducedOn)}.`,
    );
  }
  if (on < need.openedOn) return fail('too-early', `Opened on ${formatDate(need.openedOn)}.`);
  return ok({ ...need, introducedOn: on });
}

export function closeNeed(need: Need, on: CalendarDate, result: NeedResult): Result<Need, Refusal> {
  if (need.closedOn !== null) return fail('closed', `Closed on ${formatDate(need.closedOn)}.`);
  if (on < (need.introducedOn ?? need.openedOn)) {
    return fail('too-early', 'A need cannot close before it was opened or introduced.');
  }
  return ok({ ...need, closedOn: on, result });
}

export function reopenNeed(need: Need): Result<Need, Refusal> {
  if (need.closedOn === null) return fail('not-closed', 'The need is still open.');
  return ok({ ...need, closedOn: null, result: null });
}

export interface NeedClock {
  days: number;
  dueOn: CalendarDate;
  state: 'running' | 'overdue' | 'met' | 'met-late' | 'stopped';
  words: string;
}

/** The clock from opened to introduced; closing without an introduction stops it. */
export function needClock(need: Need, today: CalendarDate, targetDays = 7): NeedClock {
  const dueOn = addDays(need.openedOn, targetDays);
  const end = need.introducedOn ?? need.closedOn ?? today;
  const days = Math.max(0, daysBetween(need.openedOn, end));
  const late = days - targetDays;
  if (need.introducedOn !== null) {
    const words = `Introduced after ${plural(days, 'day')}.`;
    return { days, dueOn, state: late > 0 ? 'met-late' : 'met', words };
  }
  if (need.closedOn !== null) {
    return { days, dueOn, state: 'stopped', words: 'Closed without an introduction.' };
  }
  return late > 0
    ? { days, dueOn, state: 'overdue', words: `Overdue by ${plural(late, 'day')}.` }
    : {
        days,
        dueOn,
        state: 'running',
        words: `${plural(targetDays - days, 'day')} left to introduce a mentor.`,
      };
}
