import {
  dateInZone,
  daysBetween,
  formatDate,
  type CalendarDate,
} from '../../../kernel/calendar.ts';
import type { programmePaths } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import type { WaitingApplication } from '../../../modules/intake/apply/reads.ts';
import type { TodayItem } from './today-items.ts';

type Paths = ReturnType<typeof programmePaths>;

/** Days after which a firm that was told "some working days" begins to wonder. */
const patience = 5;

/** Applications that nobody has answered; they have no adviser yet, so they wait for everybody. */
export function applicantItems(
  lines: readonly WaitingApplication[],
  paths: Paths,
  today: CalendarDate,
  zone: string,
): TodayItem[] {
  return lines.map((line) => {
    const sentOn = dateInZone(line.sentAt, zone);
    const days = daysBetween(sentOn, today);
    const since = days > patience ? `, ${plural(days, 'day')} ago` : '';
    return {
      key: `application/${line.id}`,
      enterprise: line.firm || line.name,
      href: paths.application(line.id),
      why: `${line.name} sent an application on ${formatDate(sentOn)}${since}.`,
      tag: days > patience ? 'unanswered' : 'application',
      tone: days > patience ? 'warn' : 'info',
      verb: 'Read it',
      verbHref: paths.application(line.id),
      needs: 'nothing',
    };
  });
}
