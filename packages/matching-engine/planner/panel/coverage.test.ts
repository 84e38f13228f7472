import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Coverage } from './coverage.ts';

/** Tries every way to give units to cells. */
function bruteForce(fits: number[][], places: number[], needs: number[]): number {
  const units = places.flatMap((count, member) => Array.from({ length: count }, () => member));
  const left = [...needs];
  const best = (at: number): number => {
    const member = units[at];
    if (member === undefined) return 0;
    let most = best(at + 1);
    for (let cell = 0; cell < left.length; cell++) {
      if (left[cell]! === 0) continue;
      left[cell]!--;
      most = Math.max(most, fits[member]![cell]! + best(at + 1));
      left[cell]!++;
    }
    return most;
  };
  return best(0);
}

const groups = fc.integer({ min: 1, max: 4 }).chain((members) =>
  fc.integer({ min: 1, max: 3 }).chain((cells) =>
    fc.record({
      fits: fc.array(
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: cells, maxLength: cells }),
        { minLength: members, maxLength: members },
      ),
      places: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: members, maxLength: members }),
      needs: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: cells, maxLength: cells }),
    }),
  ),
);

test('serves no worse than another division of the places', () => {
  fc.assert(
    fc.property(groups, ({ fits, places, needs }) => {
      const coverage = new Coverage(
        fits.map((row) => Int32Array.from(row)),
        places,
        needs,
      );
      fits.forEach((_, member) => {
        const expected = coverage.gain(member);
        expect(coverage.add(member)).toBe(expected);
      });
      expect(coverage.total).toBe(bruteForce(fits, places, needs));
    }),
    { numRuns: 500, seed: 1 },
  );
});

test('never gives more for a member who comes later', () => {
  fc.assert(
    fc.property(groups, ({ fits, places, needs }) => {
      const coverage = new Coverage(
        fits.map((row) => Int32Array.from(row)),
        places,
        needs,
      );
      const first = coverage.gain(0);
      for (let member = 1; member < fits.length; member++) coverage.add(member);
      expect(coverage.gain(0)).toBeLessThanOrEqual(first);
    }),
    { numRuns: 300, seed: 2 },
  );
});
