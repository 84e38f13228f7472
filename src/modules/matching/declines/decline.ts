import { type CalendarDate, addDays } from '../../../kernel/calendar.ts';
import { type DeclineReason, declineWords } from '../offer.ts';

export interface Decline {
  reason: DeclineReason;
  on: CalendarDate;
  /** Until when the mentor is too busy, if it was said. */
  until: CalendarDate | null;
}

/** Days a reason that will pass keeps a need from being proposed to the same mentor again. */
export const passingDays = 28;

/** What a no is about: the mentor altogether, all needs of the enterprise, those of one area, or this need only. */
type DeclineReach = 'mentor' | 'enterprise' | 'area' | 'need';

export function reachOf({ reason, until }: Pick<Decline, 'reason' | 'until'>): DeclineReach {
  if (reason === 'conflict' || reason === 'too-far') return 'enterprise';
  if (reason === 'not-my-field') return 'area';
  return reason === 'no-time' && until !== null ? 'mentor' : 'need';
}

/** Whether a no still counts; a field, a distance or a conflict does not pass by itself. */
export function stillCounts(decline: Decline, today: CalendarDate): boolean {
  if (['conflict', 'too-far', 'not-my-field'].includes(decline.reason)) return true;
  return today < (decline.until ?? addDays(decline.on, passingDays));
}

/** The no in words, for the list of those left out. */
export function declineSentence(reason: DeclineReason): string {
  return `Said no: ${declineWords[reason].toLowerCase()}. “Ask again after all” on the offer sets that aside.`;
}
