import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freePlaces, mayBecome, mentorStates } from './mentor.ts';
import { styleAxes, styleFit } from './working-style.ts';

describe('freePlaces', () => {
  test('matches, open offers, events and other programmes all take a place', () => {
    const load = {
      agreedPlaces: 6,
      liveMatches: 2,
      offersOpen: 1,
      heldForEvents: 1,
      otherProgrammes: 1,
    };
    expect(freePlaces(load)).toBe(1);
    expect(freePlaces({ ...load, liveMatches: 9 })).toBe(0);
  });
});

describe('mayBecome', () => {
  test('nobody goes live without induction', () => {
    expect(mentorStates.filter((from) => mayBecome(from, 'live'))).toEqual(['inducted', 'paused']);
  });
});

describe('styleFit', () => {
  const answers = fc.dictionary(fc.constantFrom(...styleAxes), fc.integer({ min: 1, max: 5 }));

  test('is 100 for the same, 0 for the opposite, and unknown without a shared axis', () => {
    expect(styleFit({ T1: 1, I3: 5 }, { T1: 1, I3: 5 })).toBe(100);
    expect(styleFit({ T1: 1, I3: 5 }, { T1: 5, I3: 1 })).toBe(0);
    expect(styleFit({ T1: 1 }, { I3: 5 })).toBeNull();
  });

  test('a wish for contrast turns one axis round', () => {
    expect(styleFit({ I3: 5, T2: 3 }, { I3: 1, T2: 3 }, ['I3'])).toBe(100);
  });

  test('is the same from both sides and between 0 and 100', () => {
    fc.assert(
      fc.property(answers, answers, (a, b) => {
        const fit = styleFit(a, b);
        expect(styleFit(b, a)).toBe(fit);
        if (fit !== null) expect(fit >= 0 && fit <= 100).toBe(true);
      }),
    );
  });
});
