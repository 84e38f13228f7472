import { existsSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { match } from '../src/match.ts';
import type { MatchInput } from '../src/problem.ts';
import { randomInput } from '../src/test/instances.ts';
import { Model, type Term } from './model.ts';
import { Solver } from './solver.ts';

const solver = new Solver();
afterAll(() => solver.close());

/** The optimum by linear programming: its corners are whole, so no whole numbers need be asked for. */
async function byLinearProgramme(input: MatchInput): Promise<number> {
  const model = new Model();
  const loads = new Map(input.mentors.map(({ id }) => [id, [] as Term[]]));
  for (const need of input.needs) {
    const choice: Term[] = [[model.amount(-need.unmatchedPenalty, 1), 1]];
    for (const { mentor, fit } of need.pairs) {
      const tie = input.existing?.find((pair) => pair.need === need.id && pair.mentor === mentor);
      const bonus = typeof tie?.loyalty === 'number' ? tie.loyalty : 0;
      const pair = model.amount(fit + bonus, 1);
      choice.push([pair, 1]);
      loads.get(mentor)?.push([pair, 1]);
      if (tie?.loyalty === 'pinned') model.row([[pair, 1]], { min: 1 });
    }
    model.row(choice, { min: 1, max: 1 });
  }
  for (const { id, places } of input.mentors) {
    const load = loads.get(id) ?? [];
    if (load.length > 0) model.row(load, { max: places });
  }
  const solved = await solver.solve(model.plain(), { gap: 0, wallMs: 20_000 });
  return Math.round(solved.objective ?? NaN);
}

describe('against an independent solver of linear programmes', () => {
  test('has the same optimum in two thousand random cases', async () => {
    for (let seed = 0; seed < 2_000; seed += 1) {
      const large = seed % 50 === 0;
      const input = randomInput(seed + 77_000, {
        needs: large ? 60 : 1 + (seed % 12),
        mentors: large ? 12 : 1 + (seed % 6),
        points: [2, 10, 1_000, 1_000_000][seed % 4] ?? 2,
        places: large ? 6 : 3,
        existing: seed % 3 === 0,
      });
      expect(Number(match(input).certificate.primal), `case ${seed}`).toBe(
        await byLinearProgramme(input),
      );
    }
  });
});

const published = new URL('../../../../shared/bench-data/', import.meta.url);
const assign100 = new URL('orlib/assign100.txt', published);
if (!existsSync(assign100)) console.log('assign100: skipped, ../shared/bench-data is not there.');

describe.skipIf(!existsSync(assign100))('published assignment', () => {
  test('assign100 has its optimum', () => {
    const numbers = readFileSync(assign100, 'utf8').trim().split(/\s+/).map(Number);
    const size = numbers[0] ?? 0;
    const ids = Array.from({ length: size }, (_, index) => String(index));
    const result = match({
      needs: ids.map((id, i) => ({
        id,
        unmatchedPenalty: 100_000,
        pairs: ids.map((mentor, j) => ({ mentor, fit: -(numbers[1 + i * size + j] ?? NaN) })),
      })),
      mentors: ids.map((id) => ({ id, places: 1 })),
    });
    const optima = JSON.parse(readFileSync(new URL('optima.json', published), 'utf8')) as {
      assign: { assign100: number };
    };
    expect(-result.objective).toBe(optima.assign.assign100);
  });
});
