import { type CalendarDate, addDays } from '../../kernel/calendar.ts';

export const endCauses = [
  'finished',
  'need-changed',
  'misfit',
  'silence',
  'mentor-left',
  'enterprise-left',
] as const;
export type EndCause = (typeof endCauses)[number];

export const endCauseWords: Record<EndCause, string> = {
  finished: 'The work is done',
  'need-changed': 'The need has changed',
  misfit: 'The two do not fit',
  silence: 'Nothing happens any more',
  'mentor-left': 'The mentor leaves',
  'enterprise-left': 'The enterprise leaves',
};

/** Whether the next mentor will need to know what was done so far. */
export function needsHandover(cause: EndCause): boolean {
  return cause === 'need-changed' || cause === 'misfit' || cause === 'mentor-left';
}

/** The first day a match ended today no longer holds; a match holds one day at least. */
export function endOfMatch(from: CalendarDate, today: CalendarDate): CalendarDate {
  return today > from ? today : addDays(from, 1);
}
