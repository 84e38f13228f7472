import { describe, expect, test } from 'vitest';
import { chanceWords, type Clustered, holm, permutationTest } from './permutation.ts';

const firms = (group: string, sums: readonly number[]): Clustered[] =>
  sums.map((sum) => ({ group, sum, count: 1 }));

const mixed = [...firms('a', [1, 0, 1, 0, 1, 0, 1, 0]), ...firms('b', [0, 1, 0, 1, 0, 1, 0, 1])];

describe('whether a difference could be chance', () => {
  test('two groups that fare alike differ as chance would', () => {
    expect(permutationTest(mixed)).toBe(1);
  });

  test('one group served and the other not is hardly chance', () => {
    const chance = permutationTest([
      ...firms('a', [1, 1, 1, 1, 1, 1, 1, 1]),
      ...firms('b', [0, 0, 0, 0, 0, 0, 0, 0]),
    ]);
    // 2 of the 12,870 ways of dealing eight labels out are as far apart.
    expect(chance).toBeLessThan(0.005);
    expect(chance).toBeGreaterThan(0);
  });

  test('comes close to the chance counted over all ways of dealing', () => {
    const values = [9, 7, 8, 6, 9, 3, 4, 2, 5, 6];
    const sample = values.map((sum, at) => ({ group: at < 5 ? 'a' : 'b', sum, count: 1 }));
    const total = values.reduce((sum, value) => sum + value, 0);
    const far = (sum: number) => Math.abs(sum - total / 2);
    const own = far(values.slice(0, 5).reduce((sum, value) => sum + value, 0));
    let all = 0;
    let asFar = 0;
    for (let chosen = 0; chosen < 1 << 10; chosen += 1) {
      const at = values.map((_, place) => place).filter((place) => (chosen >> place) & 1);
      if (at.length !== 5) continue;
      all += 1;
      if (far(at.reduce((sum, place) => sum + (values[place] ?? 0), 0)) >= own) asFar += 1;
    }
    expect(permutationTest(sample)).toBeCloseTo(asFar / all, 1);
  });

  test('is the same each time, whatever the groups are called or scaled to', () => {
    const sample = [...firms('a', [5, 7, 6, 8, 9, 7]), ...firms('b', [4, 6, 5, 6, 3, 5])];
    const first = permutationTest(sample);
    expect(permutationTest(sample)).toBe(first);
    expect(permutationTest(sample.map((each) => ({ ...each, sum: each.sum * 1000 })))).toBe(first);
    expect(permutationTest(sample.map((each) => ({ ...each, group: `x${each.group}` })))).toBe(
      first,
    );
  });

  test('under no difference, few of many worlds look odd', () => {
    let state = 9;
    const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    let odd = 0;
    for (let world = 0; world < 60; world += 1) {
      const sample = Array.from({ length: 24 }, (_, at) => ({
        group: at % 3 === 0 ? 'a' : 'b',
        sum: random(),
        count: 1,
      }));
      if ((permutationTest(sample) ?? 1) < 0.05) odd += 1;
    }
    expect(odd).toBeLessThanOrEqual(8);
  });

  test('cannot be told of fewer than ten firms or of one group', () => {
    expect(permutationTest(firms('a', [1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 0]))).toBeNull();
    expect(permutationTest([...firms('a', [1, 1, 1]), ...firms('b', [0, 0, 0])])).toBeNull();
    expect(chanceWords(null)).toBe('Too few firms to tell from chance');
  });
});

describe('several questions at once', () => {
  test('raise each chance, in their order, and never above one', () => {
    const raised = holm([0.01, null, 0.2, 0.03]).map(
      (each) => each && Math.round(each * 1e6) / 1e6,
    );
    expect(raised).toEqual([0.03, null, 0.2, 0.06]);
    expect(holm([0.9, 0.8])).toEqual([1, 1]);
  });

  test('are told in plain words', () => {
    expect([0.4, 0.07, 0.02, 0.001].map(chanceWords)).toEqual([
      'Could easily be chance',
      'Might be chance',
      'Hardly chance: look at why',
      'Very unlikely to be chance: look at why',
    ]);
  });
});
