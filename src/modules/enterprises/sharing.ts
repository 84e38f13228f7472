/** When a mentor may learn who a firm is: with the mentor's yes, or after the firm was asked about this mentor. */
export const sharings = ['at-yes', 'ask-first'] as const;
export type Sharing = (typeof sharings)[number];

export const sharingQuestion = 'When a mentor has agreed to help, may we introduce you at once?';

export const sharingHint =
  'Before that a mentor reads only your sector and stage, the need, roughly where you are and the time wanted: no name, no scores, no notes. After it the mentor learns your name, whom to ring, what your adviser found out with you and what earlier mentors advised.';

export const sharingOptions: readonly { value: Sharing; label: string }[] = [
  { value: 'at-yes', label: 'Yes, introduce us at once' },
  { value: 'ask-first', label: 'Ask us first, about each mentor' },
];

/** For staff. */
export const sharingWords: Record<Sharing, string> = {
  'at-yes': 'A mentor who says yes is introduced at once',
  'ask-first': 'Wishes to be asked first, about each mentor',
};
