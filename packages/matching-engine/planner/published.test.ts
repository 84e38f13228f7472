import { afterAll, describe, expect, test, vi } from 'vitest';
import { proofOf } from './proved.ts';
import { Solver } from './solver.ts';
import {
  gapInstances,
  havePublished,
  type Instance,
  knapsackInstances,
  setCoverInstance,
} from './test/published.ts';

const solver = new Solver();
afterAll(() => solver.close());
vi.setConfig({ testTimeout: 120_000 });

if (!havePublished) console.log('Published instances: skipped, ../shared/bench-data is not there.');

/** The quick ones; `npm run bench:matching` runs all. */
const quick: (() => Instance[])[] = !havePublished
  ? []
  : [
      () => ['gap1', 'gap2', 'gap3'].flatMap((file) => gapInstances(file).slice(0, 2)),
      () => gapInstances('gap12').slice(0, 1),
      () => ['scp41', 'scp42', 'scp43'].map(setCoverInstance),
      () => knapsackInstances('mknap1'),
    ];

describe.skipIf(!havePublished)('published instances', () => {
  test.each(quick)('has the published optimum of every instance, proved', async (instances) => {
    for (const { name, model, best, sign } of instances()) {
      const solved = await solver.solve(model.plain(), { gap: 0, wallMs: 60_000 });
      const value = Math.round(1e6 * (solved.objective ?? NaN) * sign) / 1e6;
      expect({ name, value }).toEqual({ name, value: best });
      expect(proofOf(solved, value * sign, false).status).toBe('optimal');
    }
  });
});
