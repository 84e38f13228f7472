import { addDays, type CalendarDate, daysBetween, formatDate } from '../../../kernel/calendar.ts';
import type { programmePaths } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import type { UnservedLine } from '../../../modules/matching/queue/reads.ts';
import { unservedCause } from '../../../modules/matching/queue/unserved.ts';
import { areaLabels } from '../../../modules/programmes/area.ts';
import type { TodayItem } from './today-item.ts';

/** Needs on which nobody works and for which nobody is asked: lost mentors and noes first, then the late ones. */
export function needItems(
  lines: readonly UnservedLine[],
  paths: ReturnType<typeof programmePaths>,
  today: CalendarDate,
  targetDays: number,
): TodayItem[] {
  const known = lines.flatMap((line) => {
    const cause = unservedCause(line, today, targetDays);
    return cause === null ? [] : [{ line, cause }];
  });
  const ordered = [
    ...known.filter(({ cause }) => cause !== 'overdue'),
    ...known.filter(({ cause }) => cause === 'overdue'),
  ];
  return ordered.map(({ line, cause }) => ({
    key: `need/${line.needId}`,
    cause: `${cause}/${line.lostOn ?? ''}/${line.refusedOn ?? ''}`,
    enterprise: line.enterprise,
    href: paths.enrolment(line.enrolmentId).record,
    why: `${areaLabels[line.area]}: ${whyOf(line, cause, today, targetDays)}`,
    tag: tags[cause],
    tone: 'bad',
    verb: 'Find a mentor',
    verbHref: paths.matching(line.needId),
    needs: 'ranking',
  }));
}

const tags = { lost: 'mentor lost', refused: 'got a no', overdue: 'no mentor' };

function whyOf(
  line: UnservedLine,
  cause: keyof typeof tags,
  today: CalendarDate,
  targetDays: number,
): string {
  const waits = `open for ${plural(daysBetween(line.openedOn, today), 'day')}`;
  if (cause === 'lost') {
    return `lost its mentor ${line.lostMentor ?? ''} on ${formatDate(line.lostOn ?? today)}, and nobody is asked; ${waits}.`;
  }
  if (cause === 'refused') {
    return `${refusal(line)} on ${formatDate(line.refusedOn ?? today)}, and nobody else is asked; ${waits}.`;
  }
  const late = daysBetween(addDays(line.openedOn, targetDays), today);
  return `no mentor introduced ${plural(late, 'day')} after the target of ${plural(targetDays, 'day')}.`;
}

function refusal({ refusedBy, isExpired }: UnservedLine): string {
  if (refusedBy !== null) {
    return isExpired ? `${refusedBy} let the time to answer pass` : `${refusedBy} said no`;
  }
  return isExpired
    ? 'the enterprise let the time to choose pass'
    : 'the enterprise said that none of the shortlist fits';
}
