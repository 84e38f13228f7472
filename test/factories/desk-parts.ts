import type { Candidate, NeedToMatch } from '../../src/modules/matching/candidate.ts';
import {
  type Edit,
  type EditKind,
  wishesOf,
} from '../../src/modules/matching/allocation/allocation.ts';
import { type Desk, type DeskNeed, scoreDesk } from '../../src/modules/matching/allocation/desk.ts';
import { propose } from '../../src/modules/matching/allocation/proposal.ts';
import { defaultWeights } from '../../src/modules/matching/weights.ts';

/** What is looked for when nothing but the area is known. */
export const plainWanted: NeedToMatch = {
  enterpriseId: 'e',
  area: 'finance',
  topics: [],
  sector: null,
  businessModel: null,
  stage: null,
  languages: [],
  meeting: 'either',
  place: null,
  slots: null,
  slotsNeededPerMonth: 2,
  style: null,
  contrast: [],
  vetoed: new Set(),
  triedForFit: new Set(),
};

/** A mentor ready for anybody, of whom nothing else is known. */
export const plainCandidate: Candidate = {
  id: 'm',
  state: 'live',
  inducted: true,
  codeSigned: true,
  load: { agreedPlaces: 1, liveMatches: 0, offersOpen: 0, heldForEvents: 0, otherProgrammes: 0 },
  conflicts: new Set(),
  vetoes: new Set(),
  languages: ['English'],
  expertise: [],
  sectors: null,
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
};

/** A need for finance that everybody with the level may take. */
export const need = (
  id: string,
  traits: Partial<DeskNeed> & { asked?: string[] } = {},
): DeskNeed => ({
  id,
  enrolmentId: `n-${id}`,
  enterpriseId: `e-${id}`,
  enterpriseName: `Firm ${id}`,
  area: 'finance',
  detail: '',
  priority: 2,
  minutesPerMonth: 120,
  openedOn: '2026-11-02',
  days: 22,
  adviserId: null,
  held: null,
  ...traits,
  wanted: {
    ...plainWanted,
    enterpriseId: `e-${id}`,
    asked: new Set(traits.asked),
    ...traits.wanted,
  } satisfies NeedToMatch,
});

/** A mentor who knows finance at a level and has so many places. */
export function mentor(id: string, level: 1 | 2 | 3 | 4 | 5, places: number, traits = { live: 0 }) {
  const candidate: Candidate = {
    ...plainCandidate,
    id,
    load: { ...plainCandidate.load, agreedPlaces: places, liveMatches: traits.live },
    expertise: [{ area: 'finance', topics: [], level, evidence: 'shown' }],
  };
  const minutes = { agreed: 600, matches: 0, offers: 0, groups: 0 };
  return {
    id,
    name: id,
    headline: '',
    candidate,
    agreedPlaces: places,
    liveMatches: traits.live,
    offersOpen: 0,
    minutes,
  };
}

export const deskOf = (needs: DeskNeed[], mentors: ReturnType<typeof mentor>[]): Desk =>
  scoreDesk({ needs, mentors, weights: defaultWeights, weightsVersion: 0 });

let number = 0;
/** One step of a draft. */
export function edit(
  kind: EditKind,
  needId: string | null,
  mentorId: string | null,
  amount: number | null = null,
): Edit {
  number += 1;
  return { number, kind, needId, mentorId, amount, reason: '', madeBy: null, madeAt: '' };
}

/** The proposal with these steps in force. */
export const solve = (desk: Desk, ...edits: Edit[]) => propose(desk, wishesOf(edits), 'programme');
