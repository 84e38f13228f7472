import type { EndCause } from '../match.ts';

export type RematchSource = 'fit-check' | 'mentor-away' | 'staff';

export const rematchSourceWords: Record<RematchSource, string> = {
  'fit-check': 'One side says that it does not fit',
  'mentor-away': 'The mentor is away for long, or leaves',
  staff: 'Staff look for another mentor',
};

/** The cause that the form begins with; staff decide, since the first reason given is not always the true one. */
export const likelyCause: Record<RematchSource, EndCause | ''> = {
  'fit-check': 'misfit',
  'mentor-away': 'mentor-left',
  staff: '',
};

/** A pause of more than six weeks is longer than pairs go without meeting (domain notes 1.7). */
export const longPauseDays = 42;

/** Days before the end of a mentor's contract in which their enterprises need somebody else. */
export const contractNoticeDays = 28;
