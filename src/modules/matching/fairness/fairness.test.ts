import { describe, expect, test } from 'vitest';
import { match } from '../../../../packages/matching-engine/src/match.ts';
import { dimensions, type FairnessCase, fairnessOf, findingsOf } from './fairness.ts';
import { priceOfFloor } from './price-of-fairness.ts';
import { suppressed } from './suppression.ts';

let number = 0;

function cases(
  count: number,
  size: string | null,
  { served = true, fit = 7000, days = 10 }: { served?: boolean; fit?: number; days?: number } = {},
): FairnessCase[] {
  return Array.from({ length: count }, () => {
    number += 1;
    return {
      needId: `n${number}`,
      enterpriseId: `e${number}`,
      group: { size, sector: null, place: null, stage: 'early' },
      served,
      fit: served ? fit : null,
      days: served ? days : null,
    };
  });
}

const sizeOf = (all: FairnessCase[]) => {
  const [size] = fairnessOf(all).dimensions;
  if (!size) throw new Error('size is not told');
  return size;
};

describe('small numbers', () => {
  const hidden = (counts: Record<string, number>) =>
    [...suppressed(Object.entries(counts).map(([group, firms]) => ({ group, firms })))].toSorted();

  test('of fewer than five firms are not told, and nor is the next smallest from which they follow', () => {
    expect(hidden({ micro: 20, small: 9, medium: 3 })).toEqual(['medium', 'small']);
    expect(hidden({ micro: 20, small: 9, medium: 5 })).toEqual([]);
  });

  test('two small groups hide each other once they are five firms together', () => {
    expect(hidden({ a: 20, b: 3, c: 2 })).toEqual(['b', 'c']);
    expect(hidden({ a: 20, b: 2, c: 2 })).toEqual(['a', 'b', 'c']);
  });

  test('of nobody hide nobody', () => {
    expect(hidden({ a: 8, b: 0 })).toEqual([]);
  });

  test('never leave a hidden group to be worked out from the total', () => {
    let state = 3;
    const below = (most: number) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % most;
    };
    for (let world = 0; world < 500; world += 1) {
      const counts = Array.from({ length: 1 + below(6) }, (_, at) => ({
        group: `g${at}`,
        firms: below(14),
      }));
      const kept = suppressed(counts);
      for (const each of counts) {
        if (each.firms > 0 && each.firms < 5) expect(kept.has(each.group)).toBe(true);
      }
      const behind = counts.filter((each) => kept.has(each.group));
      const firms = behind.reduce((sum, each) => sum + each.firms, 0);
      const present = counts.filter((each) => each.firms > 0).length;
      if (behind.length > 0 && behind.length < present) {
        expect(behind.length).toBeGreaterThan(1);
        expect(firms).toBeGreaterThanOrEqual(5);
      }
    }
  });
});

describe('how groups fared', () => {
  test('is told as share served, mean fit and mean waiting of each group of five firms or more', () => {
    const report = sizeOf([
      ...cases(8, 'micro', { fit: 8000, days: 6 }),
      ...cases(2, 'micro', { served: false }),
      ...cases(6, 'small', { fit: 6000, days: 12 }),
    ]);
    expect(report.lines).toEqual([
      { group: 'micro', firms: 10, needs: 10, served: 0.8, fit: 8000, days: 6 },
      { group: 'small', firms: 6, needs: 6, served: 1, fit: 6000, days: 12 },
    ]);
    expect(report).toMatchObject({ others: null, hidden: 0, notKnown: 0 });
  });

  test('leaves a mean out that fewer than five firms stand behind, and one that would give it away', () => {
    const report = sizeOf([
      ...cases(4, 'micro', { fit: 8000 }),
      ...cases(6, 'micro', { served: false }),
      ...cases(9, 'small'),
      ...cases(12, 'medium'),
    ]);
    const fits = Object.fromEntries(report.lines.map((line) => [line.group, line.fit]));
    expect(fits).toEqual({ medium: 7000, micro: null, small: null });
    expect(report.lines.every((line) => line.served !== null)).toBe(true);
  });

  test('puts small groups together, and counts a firm once however many needs it has', () => {
    const [twice] = cases(1, 'large');
    if (!twice) throw new Error('no case');
    const report = sizeOf([
      ...cases(20, 'micro'),
      ...cases(4, 'medium'),
      twice,
      { ...twice, needId: 'again' },
    ]);
    expect(report.lines.map((line) => line.group)).toEqual(['micro']);
    expect(report.others).toMatchObject({ firms: 5, needs: 6 });
    expect(report.hidden).toBe(2);
  });

  test('says of how many firms a thing is not recorded', () => {
    expect(sizeOf([...cases(9, 'micro'), ...cases(7, null)]).notKnown).toBe(7);
  });

  test('names what is hardly chance, and nothing where all fare alike', () => {
    const alike = fairnessOf([...cases(20, 'micro'), ...cases(20, 'small')]);
    expect(findingsOf(alike)).toEqual([]);
    const apart = fairnessOf([...cases(20, 'micro'), ...cases(20, 'small', { served: false })]);
    expect(findingsOf(apart)).toEqual([
      'The share served differs by size of the firm, which is very unlikely to be chance. Look at why.',
    ]);
  });

  test('never asks what a founder is', () => {
    expect(dimensions).toEqual(['size', 'sector', 'place', 'stage']);
  });
});

describe('the price of fairness', () => {
  const need = (id: string, fit: number) => ({
    id,
    unmatchedPenalty: 10_000,
    pairs: [{ mentor: 'm', fit }],
  });

  test('is what the whole loses when so many of a group are served', () => {
    const input = {
      needs: [need('a', 9000), need('b', 7000), need('c', 6500)],
      mentors: [{ id: 'm', places: 1 }],
    };
    const now = match(input);
    expect(priceOfFloor(input, now, new Set(['b', 'c']), 1)).toEqual({
      needs: 2,
      before: 0,
      after: 1,
      isReached: true,
      loss: 2000,
      othersFewer: 1,
    });
  });

  test('is nothing where the floor holds, and says so where it cannot be reached', () => {
    const input = { needs: [need('a', 9000), need('b', 7000)], mentors: [{ id: 'm', places: 1 }] };
    const now = match(input);
    expect(priceOfFloor(input, now, new Set(['a']), 1)).toMatchObject({ loss: 0, before: 1 });
    expect(priceOfFloor(input, now, new Set(['a', 'b']), 2)).toMatchObject({
      after: 1,
      isReached: false,
    });
  });

  test('is the least possible: no other way of serving as many loses less', () => {
    let state = 5;
    const below = (limit: number) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % limit;
    };
    for (let world = 0; world < 40; world += 1) {
      const input = {
        needs: Array.from({ length: 6 }, (_, at) => ({
          id: `n${at}`,
          unmatchedPenalty: 5000 + below(2000),
          pairs: ['m0', 'm1'].map((mentor) => ({ mentor, fit: below(9000) })),
        })),
        mentors: [
          { id: 'm0', places: 1 },
          { id: 'm1', places: 1 + below(2) },
        ],
      };
      const group = new Set(['n0', 'n1', 'n2']);
      const now = match(input);
      const price = priceOfFloor(input, now, group, 2);
      let best = -Infinity;
      for (let code = 0; code < 3 ** 6; code += 1) {
        const at = input.needs.map((_, place) => Math.floor(code / 3 ** place) % 3);
        const used = [1, 2].map((mentor) => at.filter((each) => each === mentor).length);
        if (used.some((count, mentor) => count > (input.mentors[mentor]?.places ?? 0))) continue;
        const servedOfGroup = at.filter((each, place) => each > 0 && group.has(`n${place}`)).length;
        if (servedOfGroup < price.after) continue;
        const value = input.needs.reduce((sum, own, place) => {
          const mentor = at[place] ?? 0;
          return sum + (mentor === 0 ? -own.unmatchedPenalty : (own.pairs[mentor - 1]?.fit ?? 0));
        }, 0);
        best = Math.max(best, value);
      }
      expect(now.objective - price.loss).toBe(best);
    }
  });
});
