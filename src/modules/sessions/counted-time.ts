import { type CalendarDate, type Instant, dateInZone, formatDate } from '../../kernel/calendar.ts';
import { formatMinutes } from '../../kernel/minutes.ts';
import { type MinuteType, minuteTypeWords, minuteTypes } from '../programmes/indicator.ts';
import type { AttendanceState } from './attendance.ts';
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
}

export interface CountingRules {
  zone: string;
  countedMinutes: readonly MinuteType[];
  /** First day that counts: eligibility proved and subsidy confirmed; null when not yet. */
  countsFrom: CalendarDate | null;
  /** Last day of the programme, included. */
  countsTo: CalendarDate | null;
  groupRule: 'once-per-enterprise' | 'per-person';
}

export const notCountedReasons = [
  'not-eligible-yet',
  'before-eligibility',
  'after-programme',
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
    const excuse = whyNothingCounts(entry, rules);
    const again =
      entry.eventId !== null &&
      rules.groupRule === 'once-per-enterprise' &&
      eventsSeen.has(entry.eventId);
    const stretch: Stretch = [minuteOf(entry.startAt), minuteOf(entry.endAt)];
    let free = excuse === null && !again ? uncovered(stretch, covered) : 0;
    let together = false;
    for (const type of minuteTypes) {
      const minutes = entry.minutes[type] ?? 0;
      if (minutes === 0) continue;
      const base = { entryId: entry.id, startAt: entry.startAt, type, minutes };
      if (!rules.countedMinutes.includes(type)) {
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

function whyNothingCounts(
  entry: TimeEntry,
  rules: CountingRules,
): { reason: NotCountedReason; because: string } | null {
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

function overlapWords(
  minutes: number,
  counts: number,
): { reason: NotCountedReason | null; because: string } {
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
