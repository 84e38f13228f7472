import { addDays, type CalendarDate } from '../../../kernel/calendar.ts';

/** What is known of a need that nobody works on and nobody is asked for. */
export interface NobodyAsked {
  openedOn: CalendarDate;
  /** When its last match ended; null for a need that never had a mentor. */
  lostOn: CalendarDate | null;
  /** When the last mentor or the firm said no, or let the time pass; null when nobody did. */
  refusedOn: CalendarDate | null;
}

export type UnservedCause = 'lost' | 'refused' | 'overdue';

/**
 * Why a need for which nobody is asked stands in Today: it lost its mentor, it got a no, or the target has passed.
 * Null while it may still wait; of several causes the latest event, and any event before the plain target.
 */
export function unservedCause(
  need: NobodyAsked,
  today: CalendarDate,
  targetDays: number,
): UnservedCause | null {
  const { lostOn, refusedOn } = need;
  if (lostOn !== null && (refusedOn === null || refusedOn < lostOn)) return 'lost';
  if (refusedOn !== null) return 'refused';
  return addDays(need.openedOn, targetDays) < today ? 'overdue' : null;
}
