/** What can end, and what comes back. */
export const endings = [
  'need-closed',
  'need-changed',
  'firm-leaves',
  'firm-returns',
  'mentor-pauses',
  'mentor-leaves',
  'mentor-loses-role',
  'mentor-removed',
  'pair-barred',
  'pair-ended',
  'programme-closes',
  'contact-removed',
  'adviser-leaves',
  'adviser-changed',
] as const;

export type Ending = (typeof endings)[number];

export const endingWords: Record<Ending, string> = {
  'need-closed': 'A need is closed',
  'need-changed': 'A need has changed into another, and the mentor with it',
  'firm-leaves': 'A firm leaves',
  'firm-returns': 'A firm returns',
  'mentor-pauses': 'A mentor pauses for long',
  'mentor-leaves': 'A mentor leaves the panel',
  'mentor-loses-role': 'The role of a mentor ends',
  'mentor-removed': 'A mentor is removed from the organisation',
  'pair-barred': 'A pair is kept apart',
  'pair-ended': 'A match is ended',
  'programme-closes': 'A programme closes for good',
  'contact-removed': 'The contact of a firm is removed',
  'adviser-leaves': 'The role of an adviser ends, or they are removed',
  'adviser-changed': 'A firm gets another adviser',
};

/** What hangs on needs, firms, mentors and advisers. */
export const hangers = [
  'offer',
  'shortlist',
  'place',
  'match',
  'meeting',
  'link',
  'letter',
  'reminder',
  'today',
  'draft',
] as const;

export type Hanger = (typeof hangers)[number];

export const hangerWords: Record<Hanger, string> = {
  offer: 'Offer that waits',
  shortlist: 'Shortlist that waits',
  place: 'Place of the mentor',
  match: 'Match',
  meeting: 'Planned meeting',
  link: 'Mailed link',
  letter: 'Letter that has not left',
  reminder: 'Reminder',
  today: 'Today, and the queue of needs',
  draft: 'Draft at the match desk',
};

/** What becomes of it. */
export const fateWords = {
  stays: 'stays',
  withdrawn: 'is withdrawn',
  struck: 'goes on without the mentor',
  moves: 'goes to who comes next',
  freed: 'is free',
  ended: 'ends',
  'to-change': 'comes up to be changed',
  refused: 'stands in the way',
  cancelled: 'is cancelled',
  explains: 'opens, and says what happened',
  revoked: 'opens no more, and says whom to ring',
  gone: 'its rows go',
  waits: 'a need waits there',
  'left-out': 'is left out',
  'comes-back': 'is there again',
  'given-up': 'is given up',
} as const;

export type Fate = keyof typeof fateWords;

/** Who is written to; whoever ends it is not. */
export type Reader = 'mentor' | 'enterprise' | 'adviser' | 'manager';

export interface Consequence {
  fate: Fate;
  told: readonly Reader[];
  /** What the fate leaves open; empty where it says all. */
  note: string;
}
