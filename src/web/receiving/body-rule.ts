/** How much a page takes; a page says so in `handle = { takes: … }`, or one of the frames around it does. */
export type Takes = 'a form' | 'a long form' | 'a file';

export interface BodyRule {
  readonly takes: Takes;
  readonly maxBytes: number;
  /** From the first line of the request to its last byte. */
  readonly maxSeconds: number;
  readonly words: string;
}

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

export const bodyRules: Readonly<Record<Takes, BodyRule>> = {
  'a form': {
    takes: 'a form',
    maxBytes: 64 * kilobyte,
    maxSeconds: 30,
    words:
      'This is too long: a form takes 64 kB at most. Shorten what you typed and send it again.',
  },
  'a long form': {
    takes: 'a long form',
    maxBytes: megabyte,
    maxSeconds: 90,
    words: 'This is too long: a form takes 1 MB at most. Shorten what you typed and send it again.',
  },
  'a file': {
    takes: 'a file',
    maxBytes: 25 * megabyte,
    maxSeconds: 300,
    words:
      'This file is too large: 25 MB is the most that can be sent. Go back and choose a smaller one.',
  },
};

/** A form of ours has some hundred fields at most. */
export const maxFields = 2_000;

/** Reads a route's `handle`; null when it says nothing. */
export function takesOf(handle: unknown): Takes | null {
  if (typeof handle !== 'object' || handle === null || !('takes' in handle)) return null;
  const { takes } = handle;
  return typeof takes === 'string' && takes in bodyRules ? (takes as Takes) : null;
}
