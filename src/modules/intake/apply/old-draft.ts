import { type Instant, minutesBetween } from '../../../kernel/calendar.ts';

/**
 * How long a draft is kept from the last time that somebody touched it. Answers of people who did not apply
 * are kept for no purpose, so they go; three months are long enough for a year's accounts to be found.
 */
export const draftDays = 90;

/** How long before that the applicant is told. */
export const noticeDays = 14;

export type DraftFate = 'keep' | 'remind' | 'delete';

/**
 * What becomes of a draft now. Nobody loses one without notice: it goes only after the letter has had its
 * days, however late that was sent. Somebody who touches it after the letter begins anew.
 */
export function fateOfDraft(
  draft: { updatedAt: Instant; remindedAt: Instant | null },
  now: Instant,
): DraftFate {
  const { updatedAt, remindedAt } = draft;
  const untouched = daysSince(updatedAt, now);
  if (remindedAt === null || remindedAt < updatedAt) {
    return untouched >= draftDays - noticeDays ? 'remind' : 'keep';
  }
  return untouched >= draftDays && daysSince(remindedAt, now) >= noticeDays ? 'delete' : 'keep';
}

function daysSince(then: Instant, now: Instant): number {
  return minutesBetween(then, now) / (24 * 60);
}
