import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evidenceFactor } from '../mentors/mentor.ts';
import type { Candidate, NeedToMatch } from './candidate.ts';
import { type HardRule, brokenRules, hardRules, ruleSentence } from './hard-rules.ts';
import { rankMentors } from './ranking.ts';
import { defaultWeights } from './weights.ts';

const here = new Set(['fern']);
const me = new Set(['m1']);
const some = (of: ReadonlySet<string>) => fc.constantFrom(new Set<string>(), of);

const needs = fc.record({
  enterpriseId: fc.constant('fern'),
  area: fc.constant('finance'),
  topics: fc.constant([]),
  sector: fc.constant(null),
  businessModel: fc.constant(null),
  stage: fc.constant(null),
  languages: fc.subarray(['English', 'Welsh']),
  meeting: fc.constantFrom('in-person', 'remote', 'either'),
  place: fc.constantFrom(null, { latitude: 52.4, longitude: -1.5 }),
  slots: fc.constant(null),
  slotsNeededPerMonth: fc.constant(2),
  style: fc.constant(null),
  contrast: fc.constant([]),
  vetoed: some(me),
  triedForFit: some(me),
  barred: some(me),
  asked: some(me),
  declined: fc.constantFrom(new Map(), new Map([['m1', 'not-my-field']])),
  turnedDown: fc.constantFrom(new Map(), new Map([['m1', 'It did not click.']])),
  felt: fc.constantFrom(new Map(), new Map([['m1', 3]])),
  wish: fc.record({
    trait: fc.constant('woman'),
    isMust: fc.boolean(),
    metBy: some(me),
  }),
}) as unknown as fc.Arbitrary<NeedToMatch>;

const mentors = fc.record({
  id: fc.constant('m1'),
  state: fc.constantFrom('appointed', 'live', 'paused', 'left'),
  inducted: fc.boolean(),
  codeSigned: fc.boolean(),
  load: fc.record({
    agreedPlaces: fc.integer({ min: 0, max: 3 }),
    liveMatches: fc.integer({ min: 0, max: 2 }),
    offersOpen: fc.integer({ min: 0, max: 1 }),
    heldForEvents: fc.constant(0),
    otherProgrammes: fc.constant(0),
  }),
  conflicts: some(here),
  vetoes: some(here),
  languages: fc.subarray(['English', 'Welsh']),
  expertise: fc.option(
    fc.array(
      fc.record({
        area: fc.constantFrom('finance', 'export'),
        topics: fc.constant([]),
        level: fc.constantFrom(1, 2, 3, 5),
        evidence: fc.constantFrom('self-stated', 'verified', 'shown'),
      }),
      { maxLength: 2 },
    ),
    { nil: null },
  ),
  sectors: fc.constant(null),
  businessModels: fc.constant(null),
  stages: fc.constant(null),
  meets: fc.constantFrom('in-person', 'remote', 'either'),
  place: fc.constantFrom(null, { latitude: 54.9, longitude: -1.6 }),
  travelsKm: fc.constantFrom(null, 30, 500),
  slots: fc.constant(null),
  style: fc.constant(null),
  perceivedFit: fc.constant(null),
  feedback: fc.record({ count: fc.integer({ min: 0, max: 9 }), mean: fc.constantFrom(2, 5) }),
  trainingCurrent: fc.constantFrom(null, true, false),
  busyUntil: fc.constantFrom(null, '2027-01-04'),
}) as unknown as fc.Arbitrary<Candidate>;

/** Each rule on the raw facts, written a second time and apart from the rules themselves. */
const isTrue: Record<HardRule, (need: NeedToMatch, mentor: Candidate) => boolean> = {
  'not-inducted': (_, mentor) => !mentor.inducted,
  'code-not-signed': (_, mentor) => !mentor.codeSigned,
  'not-live': (_, mentor) => mentor.state === 'appointed',
  paused: (_, mentor) => mentor.state === 'paused',
  left: (_, mentor) => mentor.state === 'left',
  'no-place': (_, { load }) => load.liveMatches + load.offersOpen >= load.agreedPlaces,
  'too-busy': (_, mentor) => mentor.busyUntil === '2027-01-04',
  'conflict-of-interest': (_, mentor) => mentor.conflicts.size > 0,
  language: (need, mentor) =>
    need.languages.length > 0 &&
    need.languages.filter((each) => mentor.languages.includes(each)).length === 0,
  'place-impossible': (need, mentor) =>
    (need.meeting === 'in-person' && mentor.meets === 'remote') ||
    (need.meeting === 'remote' && mentor.meets === 'in-person') ||
    ((need.meeting === 'in-person' || mentor.meets === 'in-person') &&
      need.place !== null &&
      mentor.place !== null &&
      mentor.travelsKm === 30),
  'enterprise-veto': (need) => need.vetoed.size > 0,
  'mentor-veto': (_, mentor) => mentor.vetoes.size > 0,
  'tried-for-fit': (need) => need.triedForFit.size > 0,
  barred: (need) => need.barred?.size === 1,
  'already-asked': (need) => need.asked?.size === 1,
  declined: (need) => need.declined?.size === 1,
  'turned-down': (need) => need.turnedDown?.size === 1,
  wish: (need) => need.wish?.isMust === true && need.wish.metBy.size === 0,
  'expertise-too-low': (_, mentor) =>
    mentor.expertise !== null &&
    !mentor.expertise.some(
      ({ area, level, evidence }) =>
        area === 'finance' && (level / 5) * evidenceFactor[evidence] >= 30,
    ),
};

/** The smallest change that takes one reason away. */
const mended: Record<HardRule, { need?: Partial<NeedToMatch>; mentor?: Partial<Candidate> }> = {
  'not-inducted': { mentor: { inducted: true } },
  'code-not-signed': { mentor: { codeSigned: true } },
  'not-live': { mentor: { state: 'live' } },
  paused: { mentor: { state: 'live' } },
  left: { mentor: { state: 'live' } },
  'no-place': {
    mentor: {
      load: {
        agreedPlaces: 9,
        liveMatches: 1,
        offersOpen: 0,
        heldForEvents: 0,
        otherProgrammes: 0,
      },
    },
  },
  'too-busy': { mentor: { busyUntil: null } },
  'conflict-of-interest': { mentor: { conflicts: new Set() } },
  language: { mentor: { languages: ['English', 'Welsh'] } },
  'place-impossible': { mentor: { meets: 'either', travelsKm: null } },
  'enterprise-veto': { need: { vetoed: new Set() } },
  'mentor-veto': { mentor: { vetoes: new Set() } },
  'tried-for-fit': { need: { triedForFit: new Set() } },
  barred: { need: { barred: new Set() } },
  'already-asked': { need: { asked: new Set() } },
  declined: { need: { declined: new Map() } },
  'turned-down': { need: { turnedDown: new Map() } },
  wish: { need: { wish: { trait: 'woman', isMust: true, metBy: me } } },
  'expertise-too-low': {
    mentor: { expertise: [{ area: 'finance', topics: [], level: 5, evidence: 'verified' }] },
  },
};

describe('the rules that keep a mentor out', () => {
  test('name each reason that is true of the facts, and no other', () => {
    fc.assert(
      fc.property(needs, mentors, (need, mentor) => {
        const expected = hardRules.filter((rule) => isTrue[rule](need, mentor));
        expect(brokenRules(need, mentor)).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test('open the pair when every named reason is taken away, and lose one with each', () => {
    fc.assert(
      fc.property(needs, mentors, (need, mentor) => {
        let [n, m] = [need, mentor];
        for (const rule of brokenRules(need, mentor)) {
          n = { ...n, ...mended[rule].need };
          m = { ...m, ...mended[rule].mentor };
          expect(brokenRules(n, m)).not.toContain(rule);
        }
        expect(brokenRules(n, m)).toEqual([]);
        const { ranked } = rankMentors(n, [m], defaultWeights);
        expect(ranked).toHaveLength(1);
        const sum = ranked[0]?.parts.reduce((total, part) => total + part.points, 0);
        expect(sum).toBe(ranked[0]?.total);
      }),
      { numRuns: 1000 },
    );
  });

  test('are each said in a sentence', () => {
    fc.assert(
      fc.property(needs, mentors, (need, mentor) => {
        for (const rule of brokenRules(need, mentor)) {
          expect(ruleSentence(rule, need, mentor)).toMatch(/^[A-Z].*\.$/);
        }
      }),
    );
  });
});
