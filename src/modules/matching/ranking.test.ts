import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaKeys } from '../programmes/area.ts';
import { stages } from '../programmes/programme.ts';
import type { Candidate, NeedToMatch } from './candidate.ts';
import { brokenRules } from './hard-rules.ts';
import { plusAndMinus, rankMentors } from './ranking.ts';
import { shrunkenMean } from './score-parts.ts';
import { defaultWeights, partKeys, weightsSchema } from './weights.ts';

const need: NeedToMatch = {
  enterpriseId: 'fern',
  area: 'finance',
  topics: ['equity'],
  sector: 'software',
  businessModel: null,
  stage: 'growth',
  languages: ['en'],
  meeting: 'either',
  place: { latitude: 52.4, longitude: -1.5 },
  slots: 0b111,
  slotsNeededPerMonth: 4,
  style: { T1: 4 },
  contrast: [],
  vetoed: new Set(),
  triedForFit: new Set(),
};
const mentor = (change: Partial<Candidate> = {}): Candidate => ({
  id: 'm1',
  state: 'live',
  inducted: true,
  codeSigned: true,
  load: { agreedPlaces: 3, liveMatches: 1, offersOpen: 0, heldForEvents: 0, otherProgrammes: 0 },
  conflicts: new Set(),
  vetoes: new Set(),
  languages: ['en'],
  expertise: [{ area: 'finance', topics: ['equity'], level: 4, evidence: 'verified' }],
  sectors: ['software'],
  businessModels: null,
  stages: ['growth'],
  meets: 'either',
  place: { latitude: 52.3, longitude: -1.6 },
  travelsKm: 30,
  slots: 0b1,
  style: { T1: 4 },
  perceivedFit: null,
  feedback: { count: 6, mean: 5 },
  trainingCurrent: true,
  ...change,
});
const broken = (change: Partial<Candidate>, of: Partial<NeedToMatch> = {}) =>
  brokenRules({ ...need, ...of }, mentor(change));

describe('weights', () => {
  test('the defaults sum to 100, others must, and no part can be added', () => {
    expect(weightsSchema.parse(defaultWeights)).toEqual(defaultWeights);
    expect(weightsSchema.safeParse({ ...defaultWeights, expertise: 41 }).success).toBe(false);
    expect(weightsSchema.safeParse({ ...defaultWeights, expertise: 35, sex: 5 }).success).toBe(
      false,
    );
  });
});

describe('hard rules', () => {
  test('each rule keeps a mentor out for its own reason', () => {
    expect(broken({})).toEqual([]);
    expect(broken({ inducted: false })).toEqual(['not-inducted']);
    expect(broken({ codeSigned: false })).toEqual(['code-not-signed']);
    expect(broken({ state: 'inducted' })).toEqual(['not-live']);
    expect(broken({ state: 'paused' })).toEqual(['paused']);
    expect(broken({ state: 'left' })).toEqual(['left']);
    expect(broken({ conflicts: new Set(['fern']) })).toEqual(['conflict-of-interest']);
    expect(broken({ vetoes: new Set(['fern']) })).toEqual(['mentor-veto']);
    expect(broken({ languages: ['cy'] })).toEqual(['language']);
    expect(broken({}, { vetoed: new Set(['m1']) })).toEqual(['enterprise-veto']);
    expect(broken({}, { triedForFit: new Set(['m1']) })).toEqual(['tried-for-fit']);
  });

  test('offers, events and other programmes use up places too', () => {
    const load = {
      agreedPlaces: 4,
      liveMatches: 1,
      offersOpen: 1,
      heldForEvents: 1,
      otherProgrammes: 1,
    };
    expect(broken({ load })).toEqual(['no-place']);
  });

  test('expertise under .3 is out, none recorded is not', () => {
    const level = (l: 2 | 3) => [
      { area: 'finance' as const, topics: [], level: l, evidence: 'self-stated' as const },
    ];
    expect(broken({ expertise: level(2) })).toEqual(['expertise-too-low']);
    expect(broken({ expertise: level(3) })).toEqual([]);
    expect(broken({ expertise: [] })).toEqual(['expertise-too-low']);
    expect(broken({ expertise: null })).toEqual([]);
  });

  test('a pair ruled out by staff and a mentor asked already say so', () => {
    expect(broken({}, { barred: new Set(['m1']), asked: new Set(['m1']) })).toEqual([
      'barred',
      'already-asked',
    ]);
  });

  test('too far is out only when meeting in person is all that is left', () => {
    const far = { latitude: 55, longitude: -1.6 };
    expect(broken({ place: far })).toEqual([]);
    expect(broken({ place: far }, { meeting: 'in-person' })).toEqual(['place-impossible']);
    expect(broken({ meets: 'remote' }, { meeting: 'in-person' })).toEqual(['place-impossible']);
  });
});

describe('rankMentors', () => {
  test('every part is shown with its points, and they sum to the total', () => {
    const first = rankMentors(need, [mentor()], defaultWeights).ranked[0];
    expect(first?.parts.map((part) => [part.part, part.value])).toEqual([
      ['expertise', 78],
      ['sector', 100],
      ['stage', 100],
      ['style', 100],
      ['availability', 100],
      ['reach', 100],
      ['feedback', 100],
      ['training', 100],
    ]);
    expect(first?.total).toBe(9120);
    expect(first?.parts[0]?.because).toBe(
      'Level 4 of 5 in finance and investment readiness, verified, and knows the very topic.',
    );
  });

  test('what is known and strong speaks for a mentor, what is known and weak against, the rest neither', () => {
    const partial = mentor({ sectors: ['textiles'], stages: null, style: { T1: 1 } });
    const [ranked] = rankMentors(need, [partial], defaultWeights).ranked;
    const { plus, minus } = plusAndMinus(ranked ?? { parts: [] });
    expect(plus.map((part) => part.part)).toEqual(['expertise', 'availability', 'feedback']);
    expect(minus.map((part) => part.part)).toEqual(['sector', 'style']);
  });

  test('missing facts are worth half and flagged, never zero', () => {
    const bare = mentor({
      expertise: null,
      sectors: null,
      stages: null,
      style: null,
      slots: null,
      meets: 'in-person',
      place: null,
      feedback: { count: 0, mean: 0 },
      trainingCurrent: null,
    });
    const ranking = rankMentors(need, [bare], defaultWeights);
    expect(ranking.ranked[0]?.total).toBe(5000);
    expect(ranking.ranked[0]?.flags).toEqual([...partKeys]);
  });

  test('those left out are listed with every reason in words', () => {
    const ranking = rankMentors(
      need,
      [mentor({ inducted: false, languages: ['cy'] })],
      defaultWeights,
    );
    expect(ranking.excluded).toEqual([
      {
        mentorId: 'm1',
        rules: [
          { rule: 'not-inducted', because: 'Has not completed the induction.' },
          { rule: 'language', because: 'Speaks none of: en.' },
        ],
      },
    ]);
  });

  test('few answers move a mentor little from the mean of all', () => {
    expect(shrunkenMean({ count: 0, mean: 0 }, 4)).toBe(4);
    expect(shrunkenMean({ count: 6, mean: 5 }, 4)).toBe(4.5);
  });

  test('a trait that is no part of the score changes nothing', () => {
    const plain = [mentor({ id: 'a' }), mentor({ id: 'b', sectors: ['food'] })];
    const traits = plain.map((each, at) => ({ ...each, sex: at, age: 20 + at, ethnicity: 'x' }));
    expect(rankMentors(need, traits, defaultWeights)).toEqual(
      rankMentors(need, plain, defaultWeights),
    );
  });

  const nullable = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
  const candidate = fc.record({
    inducted: fc.boolean(),
    expertise: nullable(
      fc.array(
        fc.record({
          area: fc.constantFrom(...areaKeys.slice(3, 6)),
          topics: fc.subarray(['equity']),
          level: fc.constantFrom(1, 2, 3, 4, 5),
          evidence: fc.constantFrom('self-stated', 'verified', 'shown'),
        }),
        { maxLength: 3 },
      ),
    ),
    sectors: nullable(fc.subarray(['software', 'games', 'food'])),
    stages: nullable(fc.subarray([...stages])),
    style: nullable(fc.record({ T1: fc.integer({ min: 1, max: 5 }) })),
    slots: nullable(fc.integer({ min: 0, max: 7 })),
    perceivedFit: nullable(fc.integer({ min: 1, max: 5 })),
    feedback: fc.record({
      count: fc.integer({ min: 0, max: 9 }),
      mean: fc.integer({ min: 1, max: 5 }),
    }),
    trainingCurrent: nullable(fc.boolean()),
  }) as fc.Arbitrary<Partial<Candidate>>;
  const adjacent = new Map([['games', new Set(['software'])]]);

  /** The score written again, plainly and in one place. */
  function plainScore(one: Candidate, panel: number | null): number {
    const factor = { 'self-stated': 0.6, verified: 0.85, shown: 1 };
    const mine = (one.expertise ?? []).filter((each) => each.area === 'finance');
    const topic = mine.some((each) => each.topics.includes('equity')) ? 10 : 0;
    const level = Math.max(0, ...mine.map((each) => each.level * 20 * factor[each.evidence]));
    const expertise = one.expertise
      ? Math.min(100, Math.round(Math.round(level * 1e6) / 1e6 + topic))
      : 50;
    const sector = one.sectors
      ? one.sectors.includes('software')
        ? 100
        : one.sectors.includes('games')
          ? 60
          : 20
      : 50;
    const near = (one.stages ?? []).map(
      (each) => 100 - 30 * Math.min(3, Math.abs(stages.indexOf(each) - 3)),
    );
    const stage = near.length > 0 ? Math.max(...near) : 50;
    const asked = one.style?.T1 === undefined ? 50 : 100 - 25 * Math.abs(4 - one.style.T1);
    const style = one.perceivedFit === null ? asked : (one.perceivedFit - 1) * 25;
    const slots = one.slots === null ? 50 : one.slots > 0 ? 100 : 0;
    const { count, mean } = one.feedback;
    const feedback =
      panel === null ? 50 : Math.round((panel + (count / (count + 6)) * (mean - panel) - 1) * 25);
    const training = one.trainingCurrent === null ? 50 : one.trainingCurrent ? 100 : 50;
    return (
      40 * expertise +
      15 * sector +
      10 * stage +
      12 * style +
      8 * slots +
      5 * 100 +
      7 * feedback +
      3 * training
    );
  }

  test('agrees with a plain score and sort, whatever order the mentors come in', () => {
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 15 }), (list) => {
        const pool = list.map((each, at) =>
          mentor({ ...each, id: `m${String(at).padStart(2, '0')}` }),
        );
        const count = pool.reduce((sum, each) => sum + each.feedback.count, 0);
        const panel =
          count === 0
            ? null
            : pool.reduce((sum, each) => sum + each.feedback.count * each.feedback.mean, 0) / count;
        const result = rankMentors(need, pool, defaultWeights, { limit: 99, adjacent });
        const left = pool.filter((each) => brokenRules(need, each).length === 0);
        expect(result.ranked.length).toBe(left.length);
        expect(result.ranked.length + result.excluded.length).toBe(pool.length);
        for (const each of result.ranked) {
          const found = pool.find((one) => one.id === each.mentorId);
          expect(each.total).toBe(found && plainScore(found, panel));
          expect(each.parts.reduce((sum, part) => sum + part.points, 0)).toBe(each.total);
        }
        const totals = result.ranked.map((each) => each.total);
        expect(totals).toEqual(totals.toSorted((a, b) => b - a));
        expect(
          rankMentors(need, pool.toReversed(), defaultWeights, { limit: 99, adjacent }),
        ).toEqual(result);
        expect(rankMentors(need, pool, defaultWeights, { limit: 3, adjacent }).ranked).toEqual(
          result.ranked.slice(0, 3),
        );
      }),
    );
  });
});
