import { expect, test } from 'vitest';
import type { Candidate, NeedToMatch } from './candidate.ts';
import { partSentence } from './score-parts.ts';
import { saidToFirm } from './said-to-firm.ts';
import { partKeys } from './weights.ts';

const place = { latitude: 52.4, longitude: -1.5 };
const need: NeedToMatch = {
  ...{ enterpriseId: 'fern', area: 'finance', topics: [], sector: 'Software', stage: 'growth' },
  ...{ businessModel: null, languages: ['en'], meeting: 'either', place, slots: 1 },
  ...{ slotsNeededPerMonth: 4, style: { T1: 4 }, contrast: [] },
  ...{ vetoed: new Set<string>(), triedForFit: new Set<string>() },
};
const mentor: Candidate = {
  ...{ id: 'm1', state: 'live', inducted: true, codeSigned: true },
  load: { agreedPlaces: 3, liveMatches: 1, offersOpen: 0, heldForEvents: 0, otherProgrammes: 0 },
  ...{ conflicts: new Set<string>(), vetoes: new Set<string>(), languages: ['en'] },
  ...{ expertise: [], sectors: ['Software'], businessModels: null, stages: ['growth'] },
  ...{ meets: 'either', place, travelsKm: 30, slots: 1, style: { T1: 4 }, perceivedFit: null },
  ...{ feedback: { count: 6, mean: 5 }, trainingCurrent: true },
};

test.each([
  [
    'The enterprise is in Software; the mentor knows Software.',
    'You are in Software; the mentor knows Software.',
  ],
  [
    'The enterprise felt a fit of 5 out of 5 after meeting.',
    'You felt a fit of 5 out of 5 after meeting.',
  ],
  [
    '12 km apart; the enterprise wants to meet in person.',
    '12 km apart; you want to meet in person.',
  ],
  ['The enterprise wants to meet online.', 'You want to meet online.'],
  ['The enterprise does not mind how to meet.', 'You do not mind how to meet.'],
  ['Level 4 of 5 in finance, verified.', 'Level 4 of 5 in finance, verified.'],
])('“%s” is said to the firm as “%s”', (because, said) => {
  expect(saidToFirm(because)).toBe(said);
});

test('no reason speaks of the firm as of somebody else', () => {
  const pairs = [
    [need, mentor],
    [{ ...need, place: null, meeting: 'in-person' }, mentor],
    [
      { ...need, meeting: 'remote' },
      { ...mentor, perceivedFit: 5 },
    ],
  ] as const;
  for (const [one, other] of pairs) {
    for (const part of partKeys) {
      expect(saidToFirm(partSentence(part, one, other, 100))).not.toMatch(/enterprise|founder/i);
    }
  }
});
