import { type CalendarDate, dateInZone, formatDate } from '../../../kernel/calendar.ts';
import type { programmePaths } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import { needDrift } from '../../../modules/diagnosis/drift.ts';
import {
  type EligibilityTest,
  eligibilityTestWords,
} from '../../../modules/enterprises/eligibility/test-result.ts';
import { type AreaKey, areaLabels } from '../../../modules/programmes/area.ts';
import type { TodayItem } from './today-item.ts';
import type { OverrideLine, TopicLine, UnsettledLine, WaitingLine } from './today-reads.ts';

type Paths = ReturnType<typeof programmePaths>;

/** Offers and shortlists whose time ends today or has ended. */
export function waitingItems(
  lines: readonly WaitingLine[],
  paths: Paths,
  today: CalendarDate,
  zone: string,
): TodayItem[] {
  return lines.map((line) => {
    const by = dateInZone(line.answerBy, zone);
    return {
      key: `waiting/${line.offerId}`,
      cause: by,
      enterprise: line.enterprise,
      href: paths.enrolment(line.enrolmentId).record,
      why: `${line.kind === 'offer' ? `${line.who} has not answered an offer` : 'The enterprise has not chosen from the shortlist'} sent on ${formatDate(dateInZone(line.since, zone))}; the clock ${by < today ? 'ended' : 'ends'} on ${formatDate(by)}.`,
      tag: by < today ? 'clock over' : 'ends today',
      tone: 'bad',
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
        cause: drift.toward ?? 'away',
        enterprise: line.enterprise,
        href: paths.enrolment(line.enrolmentId).record,
        why: `With ${line.mentor}, matched for ${areaLabels[line.area as AreaKey].toLowerCase()}. ${drift.explanation}`,
        tag: 'need drift',
        tone: 'warn' as const,
        verb: 'Review the match',
        verbHref: paths.rematch(line.matchId),
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
        cause: line.startsAt,
        why: `The enterprise disputes the session on ${day}.`,
        tag: 'disputed',
        tone: 'bad',
        verb: maySettle ? 'Settle' : 'See the session',
      };
    }
    const unconfirmed = {
      ...shared,
      key: `unconfirmed/${line.enrolmentId}`,
      cause: line.startsAt,
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
      cause: line.requestedAt,
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
