import {
  type CalendarDate,
  type Instant,
  addDays,
  addWorkingDays,
  dateInZone,
  instantOf,
  isWorkingDay,
} from '../../kernel/calendar.ts';
import { englandWalesHolidays } from '../programmes/holidays/england-wales.ts';

export const matchRoles = ['lead', 'specialist', 'pair'] as const;
export type MatchRole = (typeof matchRoles)[number];

export const roleWords: Record<MatchRole, { label: string; hint: string }> = {
  specialist: { label: 'Specialist', hint: 'Comes for this need and leaves when it is met.' },
  lead: { label: 'Lead mentor', hint: 'Stays with the enterprise and sees the whole of it.' },
  pair: { label: 'One of a pair', hint: 'Works on this need together with another mentor.' },
};

export const declineReasons = [
  'no-time',
  'not-my-field',
  'conflict',
  'too-far',
  'not-now',
  'other',
] as const;
export type DeclineReason = (typeof declineReasons)[number];

export const declineWords: Record<DeclineReason, string> = {
  'no-time': 'No time',
  'not-my-field': 'Not my field',
  conflict: 'Conflict of interest',
  'too-far': 'Too far away',
  'not-now': 'Not now, perhaps later',
  other: 'Something else',
};

export const offerStates = ['pending', 'accepted', 'declined', 'expired', 'withdrawn'] as const;
export type OfferState = (typeof offerStates)[number];

export const offerStateWords: Record<OfferState, string> = {
  pending: 'Waiting for an answer',
  accepted: 'Accepted',
  declined: 'Declined',
  expired: 'Not answered in time',
  withdrawn: 'Withdrawn',
};

/** The day an answer is due: so many working days on. */
export function answerDay(today: CalendarDate, workingDays: number): CalendarDate {
  return addWorkingDays(today, workingDays, englandWalesHolidays);
}

/** Until when an offer made now waits: 17:00 in the zone on the day an answer is due. */
export function answerBy(now: Instant, workingDays: number, zone: string): Instant {
  return instantOf(answerDay(dateInZone(now, zone), workingDays), '17:00', zone);
}

/** When to remind: 09:00 on the last working day before the answer is due, if the offer is older than that. */
export function nudgeAt(offeredAt: Instant, answerDue: Instant, zone: string): Instant | null {
  let day = addDays(dateInZone(answerDue, zone), -1);
  while (!isWorkingDay(day, englandWalesHolidays)) day = addDays(day, -1);
  const at = instantOf(day, '09:00', zone);
  return at > offeredAt && day > dateInZone(offeredAt, zone) ? at : null;
}

/** Why an offer that is not pending takes no answer any more, said to the mentor or to staff. */
export function closedOfferWords(state: string, { isForMentor }: { isForMentor: boolean }): string {
  switch (state) {
    case 'accepted':
      return isForMentor
        ? 'You have said yes to this. The letter of introduction says whom to ring.'
        : 'The mentor has said yes already.';
    case 'declined':
      return isForMentor
        ? 'You have said no to this. Nothing more is needed.'
        : 'The mentor has said no already.';
    case 'expired':
      return isForMentor
        ? 'The time to answer this has passed, and somebody else may be asked by now.'
        : 'The time to answer has passed. The mentor can be asked again.';
    default:
      return isForMentor
        ? 'This question was taken back: your answer is not needed any more. Thank you all the same.'
        : 'This offer was withdrawn.';
  }
}
