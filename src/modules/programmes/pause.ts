import { type CalendarDate, formatDate } from '../../kernel/calendar.ts';

/** What the public page says of the day on which applications are expected again; a day that is over is no promise. */
export function expectedAgain(until: CalendarDate | null, today: CalendarDate): string | null {
  if (until === null) return null;
  return until < today
    ? `It was expected to take them again from ${formatDate(until)}. A new day is not known yet.`
    : `It expects to take them again from ${formatDate(until)}.`;
}

interface Pause {
  state: string;
  applications_open: boolean;
  pause_until: CalendarDate | null;
}

/** The day on which somebody has to open applications or set another day; null while it has not come. */
export function pauseDueOn(programme: Pause, today: CalendarDate): CalendarDate | null {
  const { state, applications_open: isOpen, pause_until: until } = programme;
  return state === 'open' && !isOpen && until !== null && until <= today ? until : null;
}
