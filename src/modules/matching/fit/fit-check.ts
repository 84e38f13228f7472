export const fitAnswers = ['good', 'undecided', 'not-good'] as const;
export type FitAnswer = (typeof fitAnswers)[number];
export type FitSide = 'enterprise' | 'mentor';

export const fitWords: Record<FitAnswer, string> = {
  good: 'Good',
  undecided: 'Still deciding',
  'not-good': 'Not good',
};

/** What an answer is worth from 1 to 5, where it takes the place of the style answers. */
export const feltFit: Record<FitAnswer, number> = { good: 5, undecided: 3, 'not-good': 1 };

/** Three weeks are enough to meet once more, and short enough to part without loss; a number of ours. */
export const askAgainDays = 21;

/** Days after which a question without an answer is asked a second time, and never again. */
export const remindAfterDays = 7;

/** Why a question is not open to an answer; null when it is. */
export function fitCheckRefusal(check: {
  answer: string | null;
  isEnded: boolean;
  isLatest: boolean;
}): string | null {
  if (check.isEnded) return 'This match has ended. Thank you all the same.';
  if (!check.isLatest) return 'You have been asked again since. Please answer the newest letter.';
  if (check.answer !== null && check.answer !== 'undecided') {
    return 'You have answered already. Ring your adviser when it has changed.';
  }
  return null;
}
