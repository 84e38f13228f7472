import {
  type CalendarDate,
  dateInZone,
  daysBetween,
  formatDate,
} from '../../../kernel/calendar.ts';
import type { programmePaths } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import { needDrift } from '../../../modules/diagnosis/drift.ts';
import {
  type EligibilityTest,
  eligibilityTestWords,
} from '../../../modules/enterprises/eligibility/test-result.ts';
import { type AreaKey, areaLabels } from '../../../modules/programmes/area.ts';
import type { Tone } from '../../../ui/tag.tsx';
import type {
  CallLine,
  MissLine,
  OverrideLine,
  SilentLine,
  TopicLine,
  UnsettledLine,
  WaitingLine,
} from './today-reads.ts';

/** One thing to do: about whom, why (the rule that found it), and the one verb. */
export interface TodayItem {
  key: string;
  enterprise: string;
  href: string;
  why: string;
  tag: string;
  tone: Tone;
  verb: string;
  verbHref: string;
  /** What the verb leads to asks for more than reading; without it the row has no button. */
  needs: 'nothing' | 'contact' | 'ranking' | 'match';
}

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
    return {
      key: `call/${line.enrolmentId}`,
      enterprise: line.enterprise,
      href: own.record,
      why: `${late === 0 ? 'A contact is due today.' : `A contact was due ${plural(late, 'day')} ago.`} ${line.issue ?? since}`,
      tag: quiet !== undefined ? `silent ${plural(quiet, 'day')}` : late === 0 ? 'due' : 'overdue',
      tone: late === 0 && quiet === undefined ? 'warn' : 'bad',
      verb: 'Log a contact',
      verbHref: own.contact,
      needs: 'contact',
    };
  });
}

export function silentItems(lines: readonly SilentLine[], paths: Paths): TodayItem[] {
  return lines.map((line) => {
    const own = paths.enrolment(line.enrolmentId);
    return {
      key: `silent/${line.enrolmentId}`,
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

export function missItems(lines: readonly MissLine[], paths: Paths): TodayItem[] {
  return lines.map((line) => {
    const own = paths.enrolment(line.enrolmentId);
    return {
      key: `miss/${line.enrolmentId}/${line.mentor}`,
      enterprise: line.enterprise,
      href: own.record,
      why:
        line.side === 'enterprise'
          ? `The enterprise missed the last two appointments with ${line.mentor}.`
          : `${line.mentor} missed the last two appointments.`,
      tag: 'two missed',
      tone: 'bad',
      verb: 'Step in',
      verbHref: own.contact,
      needs: 'contact',
    };
  });
}

export function waitingItems(
  lines: readonly WaitingLine[],
  paths: Paths,
  today: CalendarDate,
  zone: string,
): TodayItem[] {
  return lines.map((line) => {
    const by = dateInZone(line.answerBy, zone);
    const left = daysBetween(today, by);
    return {
      key: `waiting/${line.offerId}`,
      enterprise: line.enterprise,
      href: paths.enrolment(line.enrolmentId).record,
      why: `${line.kind === 'offer' ? `${line.who} has not answered an offer` : 'The enterprise has not chosen from the shortlist'} sent on ${formatDate(dateInZone(line.since, zone))}; the clock ends on ${formatDate(by)}.`,
      tag: left < 0 ? 'clock over' : left === 0 ? 'ends today' : `${plural(left, 'day')} left`,
      tone: left <= 1 ? 'bad' : 'info',
      verb: line.kind === 'offer' ? 'See the offer' : 'See the need',
      verbHref: line.kind === 'offer' ? paths.offer(line.offerId) : paths.matching(line.needId),
      needs: line.kind === 'offer' ? 'nothing' : 'ranking',
    };
  });
}

/** Matches whose sessions no longer fit the need, by the rule of drift. */
export function driftItems(
  lines: readonly TopicLine[],
  paths: Paths,
  today: CalendarDate,
  zone: string,
): TodayItem[] {
  return lines.flatMap((line) => {
    const drift = needDrift(
      line.area as AreaKey,
      line.observations.map((one) => ({
        on: dateInZone(one.at, zone),
        topics: one.topics as AreaKey[],
      })),
      today,
    );
    if (!drift.drifting) return [];
    return [
      {
        key: `drift/${line.matchId}`,
        enterprise: line.enterprise,
        href: paths.enrolment(line.enrolmentId).record,
        why: `With ${line.mentor}, matched for ${areaLabels[line.area as AreaKey].toLowerCase()}. ${drift.explanation}`,
        tag: 'need drift',
        tone: 'warn' as const,
        verb: 'Review the match',
        verbHref: paths.changeMatch(line.matchId),
        needs: 'match' as const,
      },
    ];
  });
}

/** A dispute is an item of its own; what a firm has not confirmed is one item, however many sessions. */
export function sessionItems(
  lines: readonly UnsettledLine[],
  paths: Paths,
  zone: string,
  maySettle: boolean,
): TodayItem[] {
  return lines.map((line) => {
    const day = formatDate(dateInZone(line.startsAt, zone));
    const shared = {
      enterprise: line.enterprise,
      href: paths.enrolment(line.enrolmentId).record,
      verbHref: paths.session(line.sessionId),
      needs: 'nothing' as const,
    };
    if (line.confirmation === 'disputed') {
      return {
        ...shared,
        key: `dispute/${line.sessionId}/${line.enrolmentId}`,
        why: `The enterprise disputes the session on ${day}.`,
        tag: 'disputed',
        tone: 'bad',
        verb: maySettle ? 'Settle' : 'See the session',
      };
    }
    const unconfirmed = {
      ...shared,
      key: `unconfirmed/${line.enrolmentId}`,
      tone: 'warn' as const,
    };
    if (line.sessions === 1) {
      return {
        ...unconfirmed,
        why: `The session on ${day} has been unconfirmed for more than two weeks: its time may not count.`,
        tag: 'unconfirmed',
        verb: 'See the session',
      };
    }
    const named = new URLSearchParams({ search: line.enterprise, confirmation: 'waiting' });
    return {
      ...unconfirmed,
      why: `${plural(line.sessions, 'session')} have been unconfirmed for more than two weeks, the oldest on ${day}: their time may not count.`,
      tag: `${line.sessions} unconfirmed`,
      verb: 'See the sessions',
      verbHref: `${paths.sessions}?${named.toString()}`,
    };
  });
}

const testOf = (line: OverrideLine) =>
  eligibilityTestWords[line.test as EligibilityTest] ?? line.test;

export function overrideItems(
  lines: readonly OverrideLine[],
  paths: Paths,
  personId: string | null,
  mayAnswer: boolean,
): TodayItem[] {
  return lines.map((line) => {
    const isOwn = line.requestedById === personId;
    return {
      key: `override/${line.enrolmentId}/${line.test}`,
      enterprise: line.enterprise,
      href: paths.enrolment(line.enrolmentId).record,
      why: isOwn
        ? `Your request to set “${testOf(line)}” aside waits for another person.`
        : `${line.requestedBy} asks to set the test “${testOf(line)}” aside.`,
      tag: 'second person',
      tone: 'info',
      verb: isOwn || !mayAnswer ? 'See it' : 'Answer',
      verbHref: paths.enrolment(line.enrolmentId).eligibility,
      needs: 'nothing',
    };
  });
}
