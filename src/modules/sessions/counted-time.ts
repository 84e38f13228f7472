import { type CalendarDate, type Instant, dateInZone, formatDate } from '../../kernel/calendar.ts';
import { formatMinutes } from '../../kernel/minutes.ts';
import { type MinuteType, minuteTypeWords, minuteTypes } from '../programmes/indicator.ts';
import type { AttendanceState } from './attendance.ts';
import { type MatchPeriod, whyOutsideMatch } from './match-period.ts';
import type { MinutesByType } from './session.ts';

/** One session or event attendance of one enterprise, as far as counting needs it. */
export interface TimeEntry {
  id: string;
  startAt: Instant;
  endAt: Instant;
  minutes: MinutesByType;
  /** Attendance of the enterprise. */
  attendance: AttendanceState;
  confirmation: 'confirmed' | 'unconfirmed' | 'disputed';
  /** The event, when several people of the firm may have signed in. */
  eventId: string | null;
  /** Name of another funder that pays for it. */
  otherFunder: string | null;
  /** The match it was held in; null for a group session, which has none. */
  match: MatchPeriod | null;
}

/** What a rule set accepts of the sessions of a day on which it is in force. */
export interface DayRules {
  countedMinutes: readonly MinuteType[];
  groupRule: 'once-per-enterprise' | 'per-person';
}

export interface CountingRules {
  zone: string;
  /** The rules in force on a day; null before the programme had any. */
  rulesOn: (day: CalendarDate) => DayRules | null;
  /** First day that counts: eligibility proved and subsidy confirmed; null when not yet. */
  countsFrom: CalendarDate | null;
  /** First and last day of the programme, both included. */
  startsOn: CalendarDate | null;
  countsTo: CalendarDate | null;
  /** Days on which the enterprise joined and left the programme, both included. */
  enrolledOn: CalendarDate | null;
  leftOn: CalendarDate | null;
}

export const notCountedReasons = [
  'not-eligible-yet',
  'before-eligibility',
  'before-programme',
  'after-programme',
  'outside-enrolment',
  'outside-match',
  'no-rules',
  'not-attended',
  'unconfirmed',
  'disputed',
  'other-funder',
  'type-not-counted',
  'duplicate-attendance',
  'overlap',
] as const;

export type NotCountedReason = (typeof notCountedReasons)[number];

/** Minutes of one type of one entry; `counts` of them count, the rest for the reason given. */
export interface LedgerLine {
  entryId: string;
  startAt: Instant;
  type: MinuteType;
  minutes: number;
  counts: number;
  reason: NotCountedReason | null;
  because: string;
}

type Stretch = [from: number, to: number];

/**
 * The ledger of one enterprise. Time together is counted once however many mentors or colleagues were in
 * it: entries are taken by start, then id, and each counts only what no earlier one has covered.
 */
export function countTime(entries: readonly TimeEntry[], rules: CountingRules): LedgerLine[] {
  const lines: LedgerLine[] = [];
  const covered: Stretch[] = [];
  const eventsSeen = new Set<string>();
  for (const entry of entries.toSorted(byStart)) {
    const ofDay = rules.rulesOn(dateInZone(entry.startAt, rules.zone));
    const excuse = whyNothingCounts(entry, rules) ?? (ofDay === null ? noRules : null);
    const again =
      entry.eventId !== null &&
      ofDay?.groupRule === 'once-per-enterprise' &&
      eventsSeen.has(entry.eventId);
    const stretch: Stretch = [minuteOf(entry.startAt), minuteOf(entry.endAt)];
    let free = excuse === null && !again ? uncovered(stretch, covered) : 0;
    let together = false;
    for (const type of minuteTypes) {
      const minutes = entry.minutes[type] ?? 0;
      if (minutes === 0) continue;
      const base = { entryId: entry.id, startAt: entry.startAt, type, minutes };
      if (ofDay !== null && !ofDay.countedMinutes.includes(type)) {
        const because = `${capital(minuteTypeWords[type])} does not count for this indicator.`;
        lines.push({ ...base, counts: 0, reason: 'type-not-counted', because });
      } else if (excuse !== null) {
        lines.push({ ...base, counts: 0, ...excuse });
      } else if (type !== 'contact' && type !== 'group-event') {
        lines.push({ ...base, counts: minutes, reason: null, because: 'Counts.' });
      } else if (again) {
        const because = 'Another person of the enterprise was at the same event; it counts once.';
        lines.push({ ...base, counts: 0, reason: 'duplicate-attendance', because });
      } else {
        const counts = Math.min(minutes, free);
        free -= counts;
        together = true;
        lines.push({ ...base, counts, ...overlapWords(minutes, counts) });
      }
    }
    if (together) covered.push(stretch);
    if (together && entry.eventId !== null) eventsSeen.add(entry.eventId);
  }
  return lines;
}

export function countedTotal(lines: readonly LedgerLine[]): number {
  return lines.reduce((sum, line) => sum + line.counts, 0);
}

function byStart(a: TimeEntry, b: TimeEntry): number {
  if (a.startAt !== b.startAt) return a.startAt < b.startAt ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

interface Excuse {
  reason: NotCountedReason;
  because: string;
}

const noRules: Excuse = {
  reason: 'no-rules',
  because: 'The programme had no rule set on that day.',
};

function whyNothingCounts(entry: TimeEntry, rules: CountingRules): Excuse | null {
  const day = dateInZone(entry.startAt, rules.zone);
  if (entry.attendance !== 'attended' && entry.attendance !== 'late') {
    return { reason: 'not-attended', because: 'The enterprise was not there.' };
  }
  if (rules.countsFrom === null) {
    return { reason: 'not-eligible-yet', because: 'Eligibility is not proved yet.' };
  }
  if (day < rules.countsFrom) {
    return {
      reason: 'before-eligibility',
      because: `Before ${formatDate(rules.countsFrom)}, when eligibility was proved.`,
    };
  }
  if (rules.countsTo !== null && day > rules.countsTo) {
    return {
      reason: 'after-programme',
      because: `After ${formatDate(rules.countsTo)}, the last day of the programme.`,
    };
  }
  const outside = whyOutside(entry, day, rules);
  if (outside !== null) return outside;
  if (entry.otherFunder !== null) {
    return { reason: 'other-funder', because: `Paid for by ${entry.otherFunder}.` };
  }
  if (entry.confirmation === 'disputed') {
    return { reason: 'disputed', because: 'The enterprise disputes it.' };
  }
  if (entry.confirmation === 'unconfirmed') {
    return { reason: 'unconfirmed', because: 'The enterprise has not confirmed it yet.' };
  }
  return null;
}

/** Whether the day lies before or after the programme, the enrolment or the match, in words; null when inside all. */
function whyOutside(entry: TimeEntry, day: CalendarDate, rules: CountingRules): Excuse | null {
  const { startsOn, enrolledOn, leftOn } = rules;
  if (startsOn !== null && day < startsOn) {
    const because = `Before ${formatDate(startsOn)}, the first day of the programme.`;
    return { reason: 'before-programme', because };
  }
  if (enrolledOn !== null && day < enrolledOn) {
    const because = `Before ${formatDate(enrolledOn)}, when the enterprise joined.`;
    return { reason: 'outside-enrolment', because };
  }
  if (leftOn !== null && day > leftOn) {
    const because = `After ${formatDate(leftOn)}, when the enterprise left the programme.`;
    return { reason: 'outside-enrolment', because };
  }
  if (entry.match === null) return null;
  const because = whyOutsideMatch(entry.match, entry.startAt, rules.zone);
  return because === null ? null : { reason: 'outside-match', because };
}

function overlapWords(
  minutes: number,
  counts: number,
): Omit<Excuse, 'reason'> & { reason: NotCountedReason | null } {
  if (counts === minutes) return { reason: null, because: 'Counts.' };
  const because =
    counts === 0
      ? 'The same time is already counted; two mentors in one hour are one hour for the enterprise.'
      : `${formatMinutes(counts)} of ${formatMinutes(minutes)} count; the rest is already counted or longer than the session.`;
  return { reason: 'overlap', because };
}

/** Minutes of the stretch that lie in none of the covered ones. */
function uncovered([from, to]: Stretch, covered: readonly Stretch[]): number {
  let free = 0;
  let at = from;
  for (const [start, end] of covered.toSorted((a, b) => a[0] - b[0])) {
    if (end <= at) continue;
    if (start >= to) break;
    if (start > at) free += start - at;
    at = Math.max(at, end);
  }
  return free + Math.max(0, to - at);
}

function minuteOf(instant: Instant): number {
  return Math.floor(Date.parse(instant) / 60_000);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
