import type { CalendarDate, Instant } from '../../kernel/calendar.ts';
import { listWords } from '../../kernel/text.ts';
import { type MatchPeriod, whyOutsideMatch } from './match-period.ts';
import { hasTakenPlace } from './session-input.ts';

/** One session of one mentor, as far as paying for it needs it. Minutes. */
export interface MentorSession {
  sessionId: string;
  mentorId: string;
  mentor: string;
  startsAt: Instant;
  /** From the beginning to the end. */
  together: number;
  preparation: number;
  followUp: number;
  travel: number;
  administration: number;
  mentorAttendance: string;
  match: MatchPeriod | null;
  parties: readonly {
    enterprise: string;
    attendance: string;
    confirmation: string;
    /** Whether the firm has seen the session as it stands now. */
    isSeen: boolean;
  }[];
}

/**
 * `payable`: both were there, inside the match, and every firm has confirmed what stands there or a dispute was
 * settled. `not-yet`: somebody has to answer first. `not`: nothing was held, or not inside the match.
 */
export type PayState = 'payable' | 'not-yet' | 'not';

export const payStateWords: Record<PayState, string> = {
  payable: 'payable',
  'not-yet': 'not yet',
  not: 'not payable',
};

/** Whether a session's time can be paid, and what stands against it in a sentence; empty when nothing does. */
export function payStateOf(session: MentorSession, zone: string): { state: PayState; why: string } {
  const { parties, mentorAttendance } = session;
  const present = parties.filter(({ attendance }) => hasTakenPlace(attendance, mentorAttendance));
  if (present.length === 0) {
    const isMentors = parties.some(({ attendance }) => hasTakenPlace(attendance, 'attended'));
    return {
      state: 'not',
      why: isMentors
        ? 'The mentor was not there.'
        : 'The enterprise was not there: your agreement says whether a missed appointment is paid.',
    };
  }
  const outside = session.match ? whyOutsideMatch(session.match, session.startsAt, zone) : null;
  if (outside !== null) return { state: 'not', why: outside };
  const disputed = present.filter(({ confirmation }) => confirmation === 'disputed');
  if (disputed.length > 0) {
    return { state: 'not-yet', why: `Disputed by ${namesOf(disputed)}; an adviser settles it.` };
  }
  const open = present.filter(
    ({ confirmation, isSeen }) =>
      confirmation === 'waiting' || (confirmation === 'confirmed' && !isSeen),
  );
  if (open.length > 0) return { state: 'not-yet', why: `Waits for ${namesOf(open)} to confirm.` };
  return { state: 'payable', why: '' };
}

const namesOf = (parties: readonly { enterprise: string }[]) =>
  listWords(parties.map(({ enterprise }) => enterprise));

export interface MentorMonth {
  mentorId: string;
  mentor: string;
  sessions: number;
  /** Minutes together by state. */
  payable: number;
  notYet: number;
  not: number;
  /** Preparation, follow-up, travel and administration of the payable sessions. */
  beside: number;
}

/** One line a mentor, by name. */
export function byMentor(
  sessions: readonly (MentorSession & { state: PayState })[],
): MentorMonth[] {
  const months = new Map<string, MentorMonth>();
  for (const session of sessions) {
    const { mentorId, mentor, state, together } = session;
    const month = months.get(mentorId) ?? {
      ...{ mentorId, mentor, sessions: 0, payable: 0, notYet: 0, not: 0, beside: 0 },
    };
    month.sessions += 1;
    if (state === 'payable') {
      month.payable += together;
      month.beside +=
        session.preparation + session.followUp + session.travel + session.administration;
    } else if (state === 'not-yet') month.notYet += together;
    else month.not += together;
    months.set(mentorId, month);
  }
  return [...months.values()].toSorted((a, b) => a.mentor.localeCompare(b.mentor, 'en-GB'));
}

/** The months from the programme's first day to today, the latest first, as `2026-11`. */
export function monthsUntil(startsOn: CalendarDate | null, today: CalendarDate): string[] {
  const months: string[] = [];
  let [year = 0, month = 1] = today.split('-').map(Number);
  const first = (startsOn ?? today).slice(0, 7);
  for (;;) {
    const name = `${year}-${String(month).padStart(2, '0')}`;
    if (name < first && months.length > 0) return months;
    months.push(name);
    if (name <= first) return months;
    month -= 1;
    if (month === 0) [year, month] = [year - 1, 12];
  }
}
