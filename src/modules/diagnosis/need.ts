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
  /** Since its last mentor was lost; null while one works on it, and before the first. */
  waitsSince: CalendarDate | null;
  closedOn: CalendarDate | null;
  result: NeedResult | null;
}

export function needState(need: Pick<Need, 'introducedOn' | 'waitsSince' | 'closedOn'>): NeedState {
  if (need.closedOn !== null) return 'closed';
  return need.introducedOn === null || need.waitsSince !== null ? 'open' : 'introduced';
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
  return ok({ ...need, introducedOn: on, waitsSince: null });
}

export function closeNeed(need: Need, on: CalendarDate, result: NeedResult): Result<Need, Refusal> {
  if (need.closedOn !== null) return fail('closed', `Closed on ${formatDate(need.closedOn)}.`);
  if (on < (need.introducedOn ?? need.openedOn)) {
    return fail('too-early', 'A need cannot close before it was opened or introduced.');
  }
  return ok({ ...need, closedOn: on, result });
}

/** Nobody works on a need that was closed, so it waits for its next mentor from now on. */
export function reopenNeed(need: Need, on: CalendarDate): Result<Need, Refusal> {
  if (need.closedOn === null) return fail('not-closed', 'The need is still open.');
  const waitsSince = need.introducedOn === null ? null : on;
  return ok({ ...need, closedOn: null, result: null, waitsSince });
}

export interface NeedClock {
  days: number;
  dueOn: CalendarDate;
  state: 'running' | 'overdue' | 'met' | 'met-late' | 'stopped';
  words: string;
}

/**
 * The clock from opened to introduced, and from a lost mentor to the next; closing without an introduction stops it.
 */
export function needClock(need: Need, today: CalendarDate, targetDays = 7): NeedClock {
  const from = need.closedOn === null ? (need.waitsSince ?? need.openedOn) : need.openedOn;
  const dueOn = addDays(from, targetDays);
  const isWaitingAgain = from !== need.openedOn;
  const end = isWaitingAgain ? today : (need.introducedOn ?? need.closedOn ?? today);
  const days = Math.max(0, daysBetween(from, end));
  const late = days - targetDays;
  if (isWaitingAgain) {
    const words = `Lost its mentor on ${formatDate(from)}. ${waitingWords(late)}`;
    return { days, dueOn, state: late > 0 ? 'overdue' : 'running', words };
  }
  if (need.introducedOn !== null) {
    const words = `Introduced after ${plural(days, 'day')}.`;
    return { days, dueOn, state: late > 0 ? 'met-late' : 'met', words };
  }
  if (need.closedOn !== null) {
    return { days, dueOn, state: 'stopped', words: 'Closed without an introduction.' };
  }
  return { days, dueOn, state: late > 0 ? 'overdue' : 'running', words: waitingWords(late) };
}

function waitingWords(late: number): string {
  return late > 0
    ? `Overdue by ${plural(late, 'day')}.`
    : `${plural(Math.abs(late), 'day')} left to introduce a mentor.`;
}
