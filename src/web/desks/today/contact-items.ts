import {
  type CalendarDate,
  dateInZone,
  daysBetween,
  formatDate,
} from '../../../kernel/calendar.ts';
import type { programmePaths } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import type { OpenIssue } from '../../../modules/diagnosis/contacts/reads.ts';
import { issueRow } from '../../../modules/diagnosis/contacts/settle-issue-step.ts';
import type { TodayItem } from './today-item.ts';
import type { CallLine, MissLine, SilentLine } from './today-reads.ts';

type Paths = ReturnType<typeof programmePaths>;

/** Contacts due; a firm that is silent, too, is told once, here. */
export function callItems(
  lines: readonly CallLine[],
  paths: Paths,
  today: CalendarDate,
  silent: readonly SilentLine[],
): TodayItem[] {
  const quietDays = new Map(silent.map((line) => [line.enrolmentId, line.quietDays]));
  return lines.map((line) => {
    const late = daysBetween(line.dueOn, today);
    const quiet = quietDays.get(line.enrolmentId);
    const own = paths.enrolment(line.enrolmentId);
    const since = line.lastContactOn
      ? `Last in touch on ${formatDate(line.lastContactOn)}.`
      : 'Not in touch yet.';
    const sooner = line.dueWhy === '' ? '' : ` Sooner than usual: ${line.dueWhy}.`;
    return {
      key: `call/${line.enrolmentId}`,
      cause: line.dueOn,
      enterprise: line.enterprise,
      href: own.record,
      why: `${late === 0 ? 'A contact is due today.' : `A contact was due ${plural(late, 'day')} ago.`}${sooner} ${line.issue ?? since}`,
      tag: quiet !== undefined ? `silent ${plural(quiet, 'day')}` : late === 0 ? 'due' : 'overdue',
      tone: late === 0 && quiet === undefined ? 'warn' : 'bad',
      verb: 'Log a contact',
      verbHref: own.contact,
      needs: 'contact',
    };
  });
}

/** What a firm said was its new main issue, until the need was changed or kept. */
export function issueItems(lines: readonly OpenIssue[], paths: Paths, zone: string): TodayItem[] {
  return lines.map((line) => {
    const own = paths.enrolment(line.enrolmentId);
    const from = `?contact=${line.contactId}`;
    const now = line.issue === '' ? '' : ` It is now: “${line.issue}”`;
    return {
      key: `${issueRow}${line.enrolmentId}`,
      cause: line.contactId,
      enterprise: line.enterprise,
      href: own.record,
      why: `On ${formatDate(dateInZone(line.saidAt, zone))} they said that the main issue has changed, and no need was changed since.${now}`,
      tag: 'issue changed',
      tone: 'bad',
      verb: 'Change the need',
      verbHref:
        line.matchId === null
          ? `${own.newNeed}${from}`
          : paths.changeMatch(line.matchId, line.contactId),
      needs: 'match',
    };
  });
}

export function silentItems(lines: readonly SilentLine[], paths: Paths): TodayItem[] {
  return lines.map((line) => {
    const own = paths.enrolment(line.enrolmentId);
    return {
      key: `silent/${line.enrolmentId}`,
      cause: line.quietSince,
      enterprise: line.enterprise,
      href: own.record,
      why: `No contact and no session for ${plural(line.quietDays, 'day')}, more than twice the agreed interval.`,
      tag: 'silent',
      tone: 'bad',
      verb: 'Log a contact',
      verbHref: own.contact,
      needs: 'contact',
    };
  });
}

export function missItems(lines: readonly MissLine[], paths: Paths, zone: string): TodayItem[] {
  return lines.map((line) => {
    const own = paths.enrolment(line.enrolmentId);
    const last = `the last on ${formatDate(dateInZone(line.lastAt, zone))}`;
    return {
      key: `miss/${line.enrolmentId}/${line.mentorId}`,
      cause: line.lastAt,
      enterprise: line.enterprise,
      href: own.record,
      why:
        line.side === 'enterprise'
          ? `The enterprise missed the last two appointments with ${line.mentor}, ${last}, and nobody has spoken with them since.`
          : `${line.mentor} missed the last two appointments, ${last}, and nobody has spoken with the enterprise since.`,
      tag: 'two missed',
      tone: 'bad',
      verb: 'Step in',
      verbHref: own.contact,
      needs: 'contact',
    };
  });
}
