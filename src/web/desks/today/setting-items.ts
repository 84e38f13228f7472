import { type CalendarDate, formatDate } from '../../../kernel/calendar.ts';
import type { programmePaths } from '../../../kernel/paths.ts';
import { pauseDueOn } from '../../../modules/programmes/pause.ts';
import type { Programme } from '../../../modules/programmes/reads.ts';
import type { TodayItem } from './today-item.ts';

/** What whoever sets the programme up has promised strangers, once its day has come. */
export function pauseItems(
  programme: Programme,
  paths: ReturnType<typeof programmePaths>,
  today: CalendarDate,
): TodayItem[] {
  const dueOn = pauseDueOn(programme, today);
  if (dueOn === null) return [];
  return [
    {
      key: `pause/${programme.id}`,
      cause: dueOn,
      enterprise: programme.name,
      href: paths.publicPage,
      why: `Applications are paused, and the public page ${dueOn < today ? 'said' : 'says'} that they are expected again from ${formatDate(dueOn)}. Open them, or set a new day.`,
      tag: 'pause is over',
      tone: 'warn',
      verb: 'Open or set a day',
      verbHref: paths.publicPage,
      needs: 'settings',
    },
  ];
}
