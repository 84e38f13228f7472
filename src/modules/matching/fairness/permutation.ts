/** What one firm adds to the measure: the sum over its needs, and how many they are. */
export interface Clustered {
  group: string;
  sum: number;
  count: number;
}

const rounds = 1999;

/** Fewer firms than this cannot tell a pattern from chance. */
const fewestFirms = 10;

/**
 * How often labels dealt out at random would differ at least as much as the real ones: 0 to 1, or null where there
 * are too few firms or one group only. Firms are dealt anew, not needs, because needs of one firm are alike. The
 * same input gives the same answer: the chance is seeded.
 */
export function permutationTest(firms: readonly Clustered[], seed = 1): number | null {
  const groups = [...new Set(firms.map((firm) => firm.group))].toSorted();
  if (firms.length < fewestFirms || groups.length < 2) return null;
  const labels = Int32Array.from(firms, (firm) => groups.indexOf(firm.group));
  const sums = Float64Array.from(firms, (firm) => firm.sum);
  const counts = Float64Array.from(firms, (firm) => firm.count);
  const total = sums.reduce((sum, each) => sum + each, 0);
  const mean = total / counts.reduce((sum, each) => sum + each, 0);
  const groupSums = new Float64Array(groups.length);
  const groupCounts = new Float64Array(groups.length);
  // Thousands of rounds over thousands of firms: plain loops, and nothing new made in them.
  const difference = (of: Int32Array) => {
    groupSums.fill(0);
    groupCounts.fill(0);
    for (let firm = 0; firm < of.length; firm += 1) {
      const label = of[firm] ?? 0;
      groupSums[label] = (groupSums[label] ?? 0) + (sums[firm] ?? 0);
      groupCounts[label] = (groupCounts[label] ?? 0) + (counts[firm] ?? 0);
    }
    let between = 0;
    for (let group = 0; group < groups.length; group += 1) {
      const count = groupCounts[group] ?? 0;
      if (count > 0) between += ((groupSums[group] ?? 0) - count * mean) ** 2 / count;
    }
    return between;
  };
  const seen = difference(labels);
  // Sums in another order differ in the last digits.
  const least = seen - 1e-9 * Math.max(1, seen);
  const dealt = labels.slice();
  const random = randomFrom(seed);
  let asFar = 1;
  for (let round = 0; round < rounds; round += 1) {
    shuffle(dealt, random);
    if (difference(dealt) >= least) asFar += 1;
  }
  return asFar / (rounds + 1);
}

function shuffle(list: Int32Array, random: () => number): void {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const kept = list[last] ?? 0;
    list[last] = list[other] ?? 0;
    list[other] = kept;
  }
}

/** Mulberry32: small, seeded, the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Chances of several questions asked at once, raised by Holm's rule so that one odd answer among many is not taken
 * for a finding. Null stays null.
 */
export function holm(chances: readonly (number | null)[]): (number | null)[] {
  const asked = chances
    .flatMap((chance, at) => (chance === null ? [] : [{ chance, at }]))
    .toSorted((a, b) => a.chance - b.chance);
  const raised: (number | null)[] = chances.map(() => null);
  let highest = 0;
  for (const [rank, { chance, at }] of asked.entries()) {
    highest = Math.max(highest, Math.min(1, chance * (asked.length - rank)));
    raised[at] = highest;
  }
  return raised;
}

/** A chance in plain words. */
export function chanceWords(chance: number | null): string {
  if (chance === null) return 'Too few firms to tell from chance';
  if (chance >= 0.1) return 'Could easily be chance';
  if (chance >= 0.05) return 'Might be chance';
  if (chance >= 0.01) return 'Hardly chance: look at why';
  return 'Very unlikely to be chance: look at why';
}
