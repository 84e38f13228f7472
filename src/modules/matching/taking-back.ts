import { addMinutes, type Instant } from '../../kernel/calendar.ts';

/** Minutes in which an answer can be taken back. Its letters leave afterwards. */
export const takeBackMinutes = 10;

/** From when on an answer stands. */
export function standsFrom(answeredAt: Instant): Instant {
  return addMinutes(answeredAt, takeBackMinutes);
}

/** Whether an answer can still be taken back; at the last instant its letters leave, so no more. */
export function mayTakeBack(answeredAt: Instant | null, now: Instant): boolean {
  return answeredAt !== null && now < standsFrom(answeredAt);
}
