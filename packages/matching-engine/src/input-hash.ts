import { createHash } from 'node:crypto';
import type { MatchInput } from './problem.ts';

/** SHA-256 of the input in the order of its ids, hexadecimal: the same for the same data in any order. */
export function hashInput(input: MatchInput): string {
  const hash = createHash('sha256');
  const rank = new Map<string, number>();
  const lines: string[] = ['mentors'];
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  for (const mentor of input.mentors.toSorted(byId)) {
    lines.push(`${JSON.stringify(mentor.id)} ${mentor.places}`);
    rank.set(mentor.id, rank.size);
  }
  lines.push('needs');
  for (const need of input.needs.toSorted(byId)) {
    const pairs = Float64Array.from(
      need.pairs,
      // A pair as one number keeps sorting quick: its rank by mentor, with the position to find the fit again.
      (pair, position) => (rank.get(pair.mentor) ?? -1) * 2 ** 22 + position,
    ).sort();
    let line = `${JSON.stringify(need.id)} ${need.unmatchedPenalty}`;
    for (const key of pairs) {
      const pair = need.pairs[((key % 2 ** 22) + 2 ** 22) % 2 ** 22];
      line += ` ${Math.floor(key / 2 ** 22)}:${pair?.fit}`;
    }
    lines.push(line);
    if (lines.length > 500) hash.update(`${lines.splice(0).join('\n')}\n`);
  }
  lines.push('existing');
  const pairs = (input.existing ?? []).map((pair) =>
    JSON.stringify([pair.need, pair.mentor, pair.loyalty]),
  );
  lines.push(...pairs.toSorted(), `salt ${input.salt ?? ''}`);
  return hash.update(lines.join('\n')).digest('hex');
}
