import { addMinutes } from '../../../kernel/calendar.ts';

export type NoteOpeningState = 'waiting' | 'confirmed' | 'refused' | 'withdrawn';

/** How long notes stay open once a second person has confirmed: a working day and the evening after it. */
const openMinutes = 24 * 60;

/** The instant at which notes opened now close again. */
export function openUntil(now: string): string {
  return addMinutes(now, openMinutes);
}

/** Why somebody may not answer a request, in words for them; null when they may. */
export function answerProblem(
  request: { state: string; requestedBy: string },
  byId: string,
): string | null {
  if (request.state === 'confirmed') return 'This was confirmed already.';
  if (request.state !== 'waiting') return 'This was refused or taken back.';
  if (request.requestedBy === byId) {
    return 'You asked for this yourself. Somebody else must confirm it.';
  }
  return null;
}
