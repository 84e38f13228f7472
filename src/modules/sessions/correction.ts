import { addDays, type CalendarDate } from '../../kernel/calendar.ts';

/** How long a mentor may correct what they logged, in days; afterwards hours may stand in a claim. */
export const correctionDays = 30;

interface Correctable {
  state: string;
  /** What each firm says of it. */
  confirmations: readonly string[];
  loggedOn: CalendarDate | null;
}

/** Why a mentor cannot correct or take out a session of theirs any more, in words; null when they can. */
export function mentorsCorrectionProblem(
  { state, confirmations, loggedOn }: Correctable,
  today: CalendarDate,
): string | null {
  if (state === 'cancelled') return 'This session was taken out.';
  if (confirmations.includes('settled')) {
    return 'The adviser has settled this session. Ask them to correct it.';
  }
  if (confirmations.includes('confirmed')) {
    return 'The enterprise has confirmed this session. Ask the adviser to correct it.';
  }
  if (loggedOn !== null && addDays(loggedOn, correctionDays) < today) {
    return `A session can be corrected for ${correctionDays} days. Ask the adviser to correct it.`;
  }
  return null;
}
