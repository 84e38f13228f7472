/** How somebody likes to work, on eight axes of our own from 1 to 5; a preference, not a test of character. */
export const styleAxes = ['T1', 'T2', 'T3', 'T4', 'I1', 'I2', 'I3', 'I4'] as const;
export type StyleAxis = (typeof styleAxes)[number];

export const styleWords: Record<StyleAxis, readonly [one: string, five: string]> = {
  T1: ['improve what is there', 'try something quite new'],
  T2: ['decide on figures', 'decide on feel and experience'],
  T3: ['begin with detail', 'begin with the whole picture'],
  T4: ['one thing at a time', 'many strands together'],
  I1: ['say what I would do', 'ask until you find it'],
  I2: ['straight to business', 'get to know each other first'],
  I3: ['press and challenge', 'encourage and steady'],
  I4: ['brief and often', 'longer and seldom'],
};

/** The axes with the words at both ends, for forms and pictures. */
export const styleEnds = styleAxes.map((key) => {
  const [one, five] = styleWords[key];
  return { key, one, five };
});

/** Answers 1 to 5; an axis left out was not answered. */
export type StyleAnswers = Partial<Record<StyleAxis, number>>;

/** Axes on which the enterprise may ask for the opposite of what it likes. */
export type ContrastAxis = 'T1' | 'I3';

/**
 * How well a mentor's way suits what was asked for, in whole percent: the mean over axes both answered of
 * 1 − |difference| / 4, turned round where contrast was asked for. Null when no axis is shared.
 */
export function styleFit(
  asked: StyleAnswers,
  mentor: StyleAnswers,
  contrast: readonly ContrastAxis[] = [],
): number | null {
  let sum = 0;
  let axes = 0;
  for (const axis of styleAxes) {
    const a = asked[axis];
    const b = mentor[axis];
    if (a === undefined || b === undefined) continue;
    const distance = Math.abs(a - b);
    sum += (contrast as readonly string[]).includes(axis) ? distance : 4 - distance;
    axes += 1;
  }
  return axes === 0 ? null : Math.round((sum * 25) / axes);
}
