import { type CalendarDate, dateInZone, formatDate } from '../../../kernel/calendar.ts';
import type { programmePaths } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import type { LateYes } from '../../../modules/matching/asks/reads.ts';
import type { SaidConflict } from '../../../modules/matching/declines/reads.ts';
import type { MeetingLine, RematchLine } from '../../../modules/matching/rematch/reads.ts';
import { silenceOf } from '../../../modules/matching/rematch/rhythm.ts';
import { type AreaKey, areaLabels } from '../../../modules/programmes/area.ts';
import type { TodayItem } from './today-item.ts';

type Paths = ReturnType<typeof programmePaths>;

/** Matches that are to change: somebody says why first, then the next mentor is looked for. */
export function rematchItems(
  lines: readonly RematchLine[],
  paths: Paths,
  zone: string,
): TodayItem[] {
  return lines.map((line) => ({
    key: `rematch/${line.matchId}`,
    cause: line.raisedAt,
    enterprise: line.enterprise,
    href: paths.enrolment(line.enrolmentId).record,
    why: `With ${line.mentor} for ${areaLabels[line.area as AreaKey].toLowerCase()}: ${whyOf(line)}, noted on ${formatDate(dateInZone(line.raisedAt, zone))}.`,
    tag: 're-match',
    tone: 'bad',
    verb: 'Change the mentor',
    verbHref: paths.rematch(line.matchId),
    needs: 'match',
  }));
}

function whyOf(line: RematchLine): string {
  if (line.source === 'mentor-away') return 'the mentor is away for long or leaves';
  if (line.source === 'staff') return 'another mentor is to be found';
  return line.sides.length > 1
    ? 'both sides say that it does not fit'
    : `the ${line.sides[0] ?? 'enterprise'} says that it does not fit`;
}

/** A conflict of interest that a mentor spoke of; it enters the register when somebody confirms it. */
export function conflictItems(
  lines: readonly SaidConflict[],
  paths: Paths,
  zone: string,
): TodayItem[] {
  return lines.map((line) => ({
    key: `conflict/${line.offerId}`,
    cause: line.saidAt,
    enterprise: line.enterprise,
    href: paths.enrolment(line.enrolmentId).record,
    why: `${line.mentor} declined on ${formatDate(dateInZone(line.saidAt, zone))} because of a conflict of interest. Confirm it, so that the two are kept apart.`,
    tag: 'conflict',
    tone: 'warn',
    verb: 'Confirm',
    verbHref: paths.offer(line.offerId),
    needs: 'ranking',
  }));
}

/** Mentors who would still help, though their time to answer had passed. */
export function lateYesItems(lines: readonly LateYes[], paths: Paths, zone: string): TodayItem[] {
  return lines.map((line) => ({
    key: `late-yes/${line.offerId}`,
    cause: line.saidAt,
    enterprise: line.enterprise,
    href: paths.enrolment(line.enrolmentId).record,
    why: `${line.mentor} said on ${formatDate(dateInZone(line.saidAt, zone))} that they would still like to help with ${areaLabels[line.area as AreaKey].toLowerCase()}; the time to answer had passed. Ask them again with one button.`,
    tag: 'still willing',
    tone: 'good',
    verb: 'Ask again',
    verbHref: paths.offer(line.offerId),
    needs: 'ranking',
  }));
}

/** Running matches that have not met for more than twice their rhythm and plan nothing. */
export function quietMatchItems(
  lines: readonly MeetingLine[],
  paths: Paths,
  today: CalendarDate,
): TodayItem[] {
  return lines.flatMap((line): TodayItem[] => {
    const silence = silenceOf(line, today);
    if (silence === null) return [];
    const met = line.metOn.length > 0;
    return [
      {
        key: `quiet/${line.matchId}`,
        cause: silence.since,
        enterprise: line.enterprise,
        href: paths.enrolment(line.enrolmentId).record,
        why: `With ${line.mentor} for ${areaLabels[line.area as AreaKey].toLowerCase()}: no meeting for ${plural(silence.days, 'day')}, more than twice ${met ? 'their rhythm' : 'the usual rhythm'} of ${plural(silence.rhythm, 'day')}. ${met ? `They last met on ${formatDate(silence.since)}` : `Introduced on ${formatDate(silence.since)} and not met yet`}; none is planned.`,
        tag: 'match silent',
        tone: 'bad',
        verb: 'Review the match',
        verbHref: paths.rematch(line.matchId),
        needs: 'match',
      },
    ];
  });
}
