import { addMinutes, formatInstant } from '../../../kernel/calendar.ts';

/** What somebody is asked by letter and has not answered: staff can send each of them again. */
export const questionKinds = ['offer', 'shortlist', 'fit', 'feedback'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** The letters that ask it. */
export const lettersOfQuestion: Record<QuestionKind | 'sharing', readonly string[]> = {
  offer: ['offer', 'offer-reminder'],
  shortlist: ['shortlist', 'shortlist-reminder'],
  fit: ['fit-check', 'fit-check-reminder'],
  feedback: ['feedback', 'feedback-reminder', 'match-changed'],
  sharing: ['ask-sharing'],
};

/** Hours in which a second letter is one too many; a number of ours. */
export const pauseHours = 4;

/** Why it is not sent again just now; null when it can be. */
export function tooSoon(
  last: { isWaiting: boolean; at: string } | null,
  now: string,
  zone: string,
): string | null {
  if (last === null) return null;
  if (last.isWaiting) {
    return 'The last letter has not left yet: it waits for the end of their quiet hours, or for the mail server.';
  }
  const from = addMinutes(last.at, pauseHours * 60);
  if (now >= from) return null;
  return `A letter went out on ${formatInstant(last.at, zone)}. Give it time to arrive: it can be sent again from ${formatInstant(from, zone)}.`;
}

/** When the newest letter that asks it was written, for staff. */
export function lastLetterWords(
  last: { isWaiting: boolean; at: string } | null,
  zone: string,
): string {
  if (last === null) return 'No letter has reached them: there was no mail address to write to.';
  const at = formatInstant(last.at, zone);
  return last.isWaiting ? `Written on ${at}; it has not left yet.` : `The last letter is of ${at}.`;
}
