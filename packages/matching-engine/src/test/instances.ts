import type { ExistingPair, MatchInput, NeedInput, Points } from '../problem.ts';

/** Whole numbers below `limit`, the same for the same seed (mulberry32). */
export function seeded(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

interface Size {
  needs: number;
  mentors: number;
  /** Fits and penalties are below this; small makes ties. */
  points: number;
  /** Most places of a mentor. */
  places: number;
  /** Whether some pairs exist and some of them are pinned. */
  existing?: boolean;
}

/** A random problem with everything that may occur: mentors without places, needs without pairs, fits below zero. */
export function randomInput(seed: number, size: Size): MatchInput {
  const random = seeded(seed);
  const mentors = Array.from({ length: size.mentors }, (_, j) => ({
    id: `mentor ${j}`,
    places: random(size.places + 1),
  }));
  const needs = Array.from({ length: size.needs }, (_, i): NeedInput => ({
    id: `need ${i}`,
    unmatchedPenalty: random(size.points),
    pairs: mentors
      .filter(() => random(10) < 7)
      .map(({ id }) => ({
        mentor: id,
        fit: random(size.points) - (random(10) === 0 ? size.points : 0),
      })),
  }));
  const existing: ExistingPair[] = [];
  const pinnedAt = new Map<string, number>();
  for (const need of size.existing === true ? needs : []) {
    const pair = need.pairs[random(need.pairs.length * 2)];
    if (!pair) continue;
    const taken = pinnedAt.get(pair.mentor) ?? 0;
    const free = (mentors.find(({ id }) => id === pair.mentor)?.places ?? 0) - taken;
    const isPinned = random(5) === 0 && free > 0;
    if (isPinned) pinnedAt.set(pair.mentor, taken + 1);
    const loyalty = isPinned ? 'pinned' : random(size.points);
    existing.push({ need: need.id, mentor: pair.mentor, loyalty, meetings: random(6) });
  }
  return { needs, mentors, existing, salt: 'test' };
}

/** The same data in another order. */
export function shuffled(input: MatchInput, seed: number): MatchInput {
  const random = seeded(seed);
  const shuffle = <T>(list: readonly T[]): T[] =>
    list
      .map((each) => [random(1e9), each] as const)
      .toSorted((a, b) => a[0] - b[0])
      .map(([, each]) => each);
  return {
    ...input,
    needs: shuffle(input.needs).map((need) => ({ ...need, pairs: shuffle(need.pairs) })),
    mentors: shuffle(input.mentors),
    existing: shuffle(input.existing ?? []),
  };
}

/** The plain reference: tries everything. Σ (fit + loyalty) − Σ penalties at the best. Exponential. */
export function bruteForce(input: MatchInput): Points {
  const left = new Map(input.mentors.map((mentor) => [mentor.id, mentor.places]));
  const ties = new Map((input.existing ?? []).map((pair) => [pair.need, pair]));
  let best = -Infinity;
  const go = (at: number, sum: Points) => {
    const need = input.needs[at];
    if (!need) {
      best = Math.max(best, sum);
      return;
    }
    const tie = ties.get(need.id);
    if (tie?.loyalty !== 'pinned') go(at + 1, sum - need.unmatchedPenalty);
    for (const { mentor, fit } of need.pairs) {
      const places = left.get(mentor) ?? 0;
      if (places === 0 || (tie?.loyalty === 'pinned' && tie.mentor !== mentor)) continue;
      left.set(mentor, places - 1);
      go(
        at + 1,
        sum + fit + (tie?.mentor === mentor && tie.loyalty !== 'pinned' ? tie.loyalty : 0),
      );
      left.set(mentor, places);
    }
  };
  go(0, 0);
  return best;
}
