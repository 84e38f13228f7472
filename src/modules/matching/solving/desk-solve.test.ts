import { describe, expect, test } from 'vitest';
import { knowsDraft, progressAt, solveStages } from './desk-solve.ts';

describe('how far a solve is', () => {
  test('rises from stage to stage and within each', () => {
    const shares = solveStages.flatMap((stage) =>
      [0, 0.5, 1].map((share) => [stage, share] as const),
    );
    const percents = shares.map(([stage, share]) => progressAt(stage, share).percent);
    expect(percents).toEqual(percents.toSorted((a, b) => a - b));
    expect(percents[0]).toBe(0);
    expect(percents.at(-1)).toBeLessThan(100);
  });
});

describe('a solve knows the draft', () => {
  const solve = { allocationId: 'a', allocationVersion: 3 };
  const none = { allocationId: null, allocationVersion: null };

  test('of the same version, and none after one more step', () => {
    expect(knowsDraft(solve, { id: 'a', version: 3 }, 2)).toBe(true);
    expect(knowsDraft(solve, { id: 'a', version: 4 }, 3)).toBe(false);
    expect(knowsDraft(solve, { id: 'b', version: 3 }, 2)).toBe(false);
  });

  test('that was begun to send it as it is, but not one with a step in it', () => {
    expect(knowsDraft(none, null, 0)).toBe(true);
    expect(knowsDraft(none, { id: 'a', version: 1 }, 0)).toBe(true);
    expect(knowsDraft(none, { id: 'a', version: 2 }, 1)).toBe(false);
  });

  test('no more when the draft it was made for has gone', () => {
    expect(knowsDraft(solve, null, 0)).toBe(false);
  });
});
