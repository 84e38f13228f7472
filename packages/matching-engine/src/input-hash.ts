import { createHash } from 'node:crypto';
import type { MatchInput, NeedInput } from './problem.ts';

/**
 * SHA-256 of the input in the order of its ids, hexadecimal: the same for the same data in any order. Ids go in as
 * JSON text, numbers as little-endian doubles: places by mentor; per need its penalty and its pairs as rank of the
 * mentor and fit; then the existing pairs and the salt as text.
 */
export function hashInput(input: MatchInput): string {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  const mentors = input.mentors.toSorted(byId);
  const needs = input.needs.toSorted(byId);
  const rank = new Map(mentors.map((mentor, index) => [mentor.id, index]));
  const hash = createHash('sha256');
  hash.update(JSON.stringify([mentors.map(({ id }) => id), needs.map(({ id }) => id)]));
  hash.update(Float64Array.from(mentors, ({ places }) => places));
  const numbers: number[] = [];
  for (const need of needs) {
    numbers.push(need.unmatchedPenalty, need.pairs.length);
    pushPairs(numbers, need, rank);
    if (numbers.length > 50_000) hash.update(Float64Array.from(numbers.splice(0)));
  }
  hash.update(Float64Array.from(numbers));
  const existing = (input.existing ?? [])
    .map((pair) => JSON.stringify([pair.need, pair.mentor, pair.loyalty]))
    .toSorted();
  return hash.update(JSON.stringify([existing, input.salt ?? ''])).digest('hex');
}

/** Rank and fit of each pair by rank; pairs that stand in that order already are not sorted. */
function pushPairs(numbers: number[], need: NeedInput, rank: ReadonlyMap<string, number>): void {
  const first = numbers.length;
  let before = -1;
  let isSorted = true;
  for (const { mentor, fit } of need.pairs) {
    const at = rank.get(mentor) ?? Infinity;
    if (at < before) isSorted = false;
    before = at;
    numbers.push(at, fit);
  }
  if (isSorted) return;
  // Rank and position in one number, so that a typed array sorts them.
  const keys = new Float64Array(need.pairs.length);
  for (let index = 0; index < keys.length; index += 1) {
    keys[index] = Math.min(numbers[first + 2 * index]!, 2 ** 26) * 2 ** 26 + index;
  }
  keys.sort();
  numbers.length = first;
  for (const key of keys) {
    const pair = need.pairs[key % 2 ** 26]!;
    numbers.push(rank.get(pair.mentor) ?? Infinity, pair.fit);
  }
}
