import { describe, expect, test } from 'vitest';
import { match } from './match.ts';
import { type MatchInput, type MatchResult, InputError, parseMatchInput } from './problem.ts';
import { bruteForce, randomInput, seeded, shuffled } from './test/instances.ts';
import { verify } from './verify.ts';

const small = (seed: number): MatchInput =>
  randomInput(seed, {
    needs: 1 + (seed % 6),
    mentors: 1 + (seed % 4),
    points: [3, 10, 1_000][seed % 3] ?? 3,
    places: 2,
    existing: seed % 2 === 0,
  });
const total = (result: MatchResult) => Number(result.certificate.primal);

describe('the best allocation', () => {
  test('is what trying everything finds, and its certificate holds', () => {
    for (let seed = 0; seed < 1_500; seed += 1) {
      const input = small(seed);
      const result = match(input);
      expect(verify(input, result)).toEqual({ ok: true });
      expect(total(result)).toBe(bruteForce(input));
    }
  });

  test('sums the fit of the assigned and the penalties of the others', () => {
    const input: MatchInput = {
      needs: [
        { id: 'a', unmatchedPenalty: 100, pairs: [{ mentor: 'm', fit: 900 }] },
        { id: 'b', unmatchedPenalty: 300, pairs: [{ mentor: 'm', fit: 800 }] },
        { id: 'c', unmatchedPenalty: 50, pairs: [] },
      ],
      mentors: [{ id: 'm', places: 1 }],
    };
    const result = match(input);
    expect(result.assigned).toEqual([{ need: 'b', mentor: 'm', fit: 800 }]);
    expect(result.unmatched).toEqual(['a', 'c']);
    expect(result.objective).toBe(800 - 100 - 50);
    expect(result.prices).toEqual({ m: 1_000 });
  });

  test('is the same for the same data in any order, with massive ties too', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const input = randomInput(seed, {
        needs: 30,
        mentors: 8,
        points: 2,
        places: 6,
        existing: true,
      });
      const first = JSON.stringify(match(input));
      expect(JSON.stringify(match(shuffled(input, seed)))).toBe(first);
    }
  });

  test('serves a need rather than not where that costs nothing, and spreads the load', () => {
    const pairs = ['m', 'n'].map((mentor) => ({ mentor, fit: 0 }));
    const result = match({
      needs: ['a', 'b', 'c', 'd'].map((id) => ({ id, unmatchedPenalty: 0, pairs })),
      mentors: [
        { id: 'm', places: 4 },
        { id: 'n', places: 4 },
      ],
    });
    expect(result.unmatched).toEqual([]);
    expect(result.assigned.filter((pair) => pair.mentor === 'm')).toHaveLength(2);
  });

  test('has the same total whatever the ids are called', () => {
    for (let seed = 0; seed < 100; seed += 1) {
      const input = small(seed);
      const renamed = JSON.parse(
        JSON.stringify(input).replaceAll(/"(need|mentor) (\d+)"/g, '"$1 x$2y"'),
      ) as MatchInput;
      expect(match(renamed).objective).toBe(match(input).objective);
    }
  });

  test('does not change when all points are scaled, or all fits of a need that is always served are raised', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const input = { ...small(seed), existing: [] };
      const pairs = match(input).assigned.map(({ need, mentor }) => [need, mentor]);
      const scaled = mapPoints(input, (points) => points * 7);
      expect(match(scaled).assigned.map(({ need, mentor }) => [need, mentor])).toEqual(pairs);
    }
    const raise = (by: number): MatchInput => ({
      needs: [
        {
          id: 'a',
          unmatchedPenalty: 10_000,
          pairs: [
            { mentor: 'm', fit: 500 + by },
            { mentor: 'n', fit: 400 + by },
          ],
        },
        {
          id: 'b',
          unmatchedPenalty: 10_000,
          pairs: [
            { mentor: 'm', fit: 700 },
            { mentor: 'n', fit: 350 },
          ],
        },
      ],
      mentors: [
        { id: 'm', places: 1 },
        { id: 'n', places: 1 },
      ],
    });
    const mentors = (input: MatchInput) => match(input).assigned.map((pair) => pair.mentor);
    expect(mentors(raise(1_000))).toEqual(mentors(raise(0)));
  });

  test('comes out alike by chains and by auction, at the magnitudes a programme may choose', () => {
    for (const points of [1, 2, 10_000, 900_000_000]) {
      const input = randomInput(points, { needs: 700, mentors: 60, points, places: 14 });
      const large = {
        ...input,
        needs: input.needs.map((need) => ({ ...need, unmatchedPenalty: 1_000_000_000 })),
      };
      for (const each of [input, large]) expect(verify(each, match(each))).toEqual({ ok: true });
    }
  });

  test('refuses points whose sums could not be held exactly', () => {
    const input = { ...small(5), existing: [] };
    expect(() => match(mapPoints(input, (points) => points * 2 ** 48 + 2 ** 50))).toThrow(
      InputError,
    );
  });
});

describe('prices', () => {
  test('are the exact worth of one more place, and the worth of further places never rises', () => {
    for (let seed = 0; seed < 250; seed += 1) {
      const input = small(seed);
      const base = match(input);
      for (const { id } of input.mentors) {
        let gain = base.prices[id] ?? NaN;
        let before = base;
        for (let more = 1; more <= 3; more += 1) {
          const next = match(withPlaces(input, id, more));
          expect(total(next) - total(before)).toBe(gain);
          const following = next.prices[id] ?? NaN;
          expect(following).toBeLessThanOrEqual(gain);
          gain = following;
          before = next;
        }
      }
    }
  });

  test('of a mentor with an empty place are nothing, and pausing one without needs changes nothing', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const input = small(seed);
      const result = match(input);
      for (const { id, places } of input.mentors) {
        const taken = result.assigned.filter((pair) => pair.mentor === id).length;
        if (taken < places) expect(result.prices[id]).toBe(0);
        if (taken > 0 || result.prices[id] !== 0 || places === 0) continue;
        if (input.existing?.some((pair) => pair.mentor === id) === true) continue;
        const paused = match(withPlaces(input, id, -places));
        expect(paused.assigned).toEqual(result.assigned);
      }
    }
  });
});

describe('the checker', () => {
  test('refuses every result in which one thing was changed', () => {
    const random = seeded(1);
    for (let seed = 0; seed < 300; seed += 1) {
      const input = small(seed);
      const result = match(input);
      for (const forge of forgeries) {
        const forged = structuredClone(result);
        if (!forge(forged, random, input)) continue;
        expect(verify(input, forged).ok, `${forge.name} of ${seed}`).toBe(false);
      }
    }
  });

  test('refuses a result that belongs to another input', () => {
    const input = small(12);
    const result = match(input);
    const other = mapPoints(input, (points) => points + 1);
    expect(verify(other, result)).toMatchObject({ ok: false, at: 'certificate.inputHash' });
  });
});

describe('bad input', () => {
  const good = {
    needs: [{ id: 'a', unmatchedPenalty: 1, pairs: [] }],
    mentors: [{ id: 'm', places: 1 }],
  };
  test.each([
    [null, 'must be an object'],
    [{ needs: 1, mentors: [] }, 'needs: must be a list'],
    [{ ...good, mentors: [{ id: 'm', places: -1 }] }, 'mentors[0].places: must not be negative'],
    [{ ...good, mentors: [{ id: 'm', places: 1.5 }] }, 'mentors[0].places: must be a whole number'],
    [
      { ...good, needs: [{ id: 'a', unmatchedPenalty: 1, pairs: [{ mentor: 'm', fit: '9' }] }] },
      'needs[0].pairs[0].fit: must be a whole number',
    ],
    [{ ...good, needs: [...good.needs, ...good.needs] }, 'needs: a stands twice'],
    [
      { ...good, needs: [{ id: 'a', unmatchedPenalty: 1, pairs: [{ mentor: 'x', fit: 9 }] }] },
      'needs[0].pairs[0]: no mentor x',
    ],
    [
      { ...good, existing: [{ need: 'a', mentor: 'm', loyalty: 'pinned' }] },
      'existing[0]: a pinned pair must be among the pairs of a',
    ],
  ])('%j is refused with the place that is wrong', (json, words) => {
    expect(() => match(parseMatchInput(json))).toThrow(words);
  });
});

/** Each changes one thing of a result and gives whether it could. */
const forgeries = [
  function price(result: MatchResult, random: (limit: number) => number, input: MatchInput) {
    const mentor = input.mentors[random(input.mentors.length)];
    // A price of a mentor without places bounds pairs only, so raising it proves as much.
    if (!mentor || mentor.places === 0) return false;
    result.prices[mentor.id] = (result.prices[mentor.id] ?? 0) + 1;
    return true;
  },
  function value(result: MatchResult, random: (limit: number) => number, input: MatchInput) {
    const need = input.needs[random(input.needs.length)];
    if (!need) return false;
    result.values[need.id] = (result.values[need.id] ?? 0) + (random(2) === 0 ? 1 : -1);
    return true;
  },
  function lostNeed(result: MatchResult) {
    return result.assigned.pop() !== undefined;
  },
  function doubledNeed(result: MatchResult) {
    const [first] = result.assigned;
    return first !== undefined && result.assigned.push(first) > 0;
  },
  function fit(result: MatchResult) {
    const [first] = result.assigned;
    if (first) first.fit += 1;
    return first !== undefined;
  },
  function objective(result: MatchResult) {
    result.objective += 1;
    return true;
  },
  function stranger(result: MatchResult) {
    return result.unmatched.push('nobody') > 0;
  },
  function statedSum(result: MatchResult) {
    result.certificate.primal += '0';
    return result.certificate.primal !== '00';
  },
];

function mapPoints(input: MatchInput, change: (points: number) => number): MatchInput {
  return {
    ...input,
    needs: input.needs.map((need) => ({
      ...need,
      unmatchedPenalty: change(need.unmatchedPenalty),
      pairs: need.pairs.map((pair) => ({ ...pair, fit: change(pair.fit) })),
    })),
  };
}

function withPlaces(input: MatchInput, mentor: string, more: number): MatchInput {
  return {
    ...input,
    mentors: input.mentors.map((each) =>
      each.id === mentor ? { ...each, places: each.places + more } : each,
    ),
  };
}
