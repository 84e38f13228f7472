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

/** Whose wish it is that two are kept apart. */
export const barCauseWords: Record<string, string> = {
  'veto-enterprise': 'The enterprise does not want this mentor',
  'veto-mentor': 'The mentor does not want this enterprise',
  'tried-misfit': 'It was tried and did not fit',
  staff: 'We know a reason',
};
