import { expect, test } from 'vitest';
import { plainWanted } from '../../../../test/factories/desk-parts.ts';
import type { Candidate, NeedToMatch } from '../candidate.ts';
import { defaultWeights } from '../weights.ts';
import { addressOfWeights, weightsInAddress, weightsPreview } from './preview.ts';

const wanted: NeedToMatch = { ...plainWanted, enterpriseId: 'fern', sector: 'software' };
const candidate = (id: string, level: 3 | 5, sectors: string[]): Candidate => ({
  id,
  state: 'live',
  inducted: true,
  codeSigned: true,
  load: { agreedPlaces: 1, liveMatches: 0, offersOpen: 0, heldForEvents: 0, otherProgrammes: 0 },
  conflicts: new Set(),
  vetoes: new Set(),
  languages: [],
  expertise: [{ area: 'finance', topics: [], level, evidence: 'verified' }],
  sectors,
  businessModels: null,
  stages: null,
  meets: 'either',
  place: null,
  travelsKm: null,
  slots: null,
  style: null,
  perceivedFit: null,
  feedback: { count: 0, mean: 0 },
  trainingCurrent: true,
});
const mentorOf = (name: string, made: Candidate) => ({
  id: made.id,
  name,
  headline: '',
  candidate: made,
  agreedPlaces: 1,
  liveMatches: 0,
  offersOpen: 0,
  minutes: { agreed: 600, matches: 0, offers: 0, groups: 0 },
});
const need = {
  id: 'n1',
  enrolmentId: 'e1',
  enterpriseId: 'fern',
  enterpriseName: 'Fern Ltd',
  area: 'finance' as const,
  detail: '',
  priority: 2,
  minutesPerMonth: 120,
  openedOn: '2026-11-02',
  days: 20,
  adviserId: null,
  held: null,
  wanted,
};
const desk = {
  needs: [need],
  mentors: [
    mentorOf('Ada', candidate('a', 5, ['games'])),
    mentorOf('Bea', candidate('b', 3, ['software'])),
  ],
  weights: defaultWeights,
};

test('names the need whose first mentor changes when a weight moves, before it is saved', () => {
  const sectorFirst = { ...defaultWeights, expertise: 10, sector: 45 };
  expect(weightsPreview(desk, sectorFirst)).toMatchObject({
    needs: 1,
    changed: [{ enterpriseName: 'Fern Ltd', before: { name: 'Ada' }, after: { name: 'Bea' } }],
  });
});

test('changes nobody when the weights stay, and leaves matched needs alone', () => {
  expect(weightsPreview(desk, defaultWeights)).toEqual({ needs: 1, changed: [] });
  const held = { kind: 'match', id: 'm', mentorId: 'a', meetings: 1 } as const;
  const matched = { ...desk, needs: [{ ...need, held }] };
  expect(weightsPreview(matched, { ...defaultWeights, expertise: 10, sector: 45 }).needs).toBe(0);
});

test('weights stand in the address only when they are eight and sum to 100', () => {
  expect(weightsInAddress(addressOfWeights(defaultWeights))).toEqual(defaultWeights);
  for (const text of [null, '', '100', '40.15.10.12.8.5.7.4', '40.15.10.12.8.5.7.x']) {
    expect(weightsInAddress(text)).toBeNull();
  }
});
