import { afterAll, expect, test, vi } from 'vitest';
import { Model } from './model.ts';
import { proofOf } from './proved.ts';
import { Solver } from './solver.ts';

const solver = new Solver();
afterAll(() => solver.close());
vi.setConfig({ testTimeout: 120_000 });

/** Market split (Cornuéjols and Dawande 1998): small, and far beyond any wall limit. */
function hard(): Model {
  const model = new Model();
  const items = Array.from({ length: 60 }, (_, at) => model.yesNo(at % 7));
  let state = 7;
  const random = () => (state = (state * 48_271) % 2_147_483_647) % 100;
  for (let row = 0; row < 7; row++) {
    const terms = items.map((item) => [item, random()] as const);
    const half = Math.floor(terms.reduce((sum, [, factor]) => sum + factor, 0) / 2);
    model.row(terms, { min: half, max: half });
  }
  return model;
}

function easy(): Model {
  const model = new Model();
  const [a, b, c] = [model.yesNo(5), model.yesNo(4), model.yesNo(3)];
  model.row(
    [
      [a, 2],
      [b, 3],
      [c, 1],
    ],
    { max: 5 },
  );
  model.row(
    [
      [a, 4],
      [b, 1],
      [c, 2],
    ],
    { max: 11 },
  );
  model.row(
    [
      [a, 3],
      [b, 4],
      [c, 2],
    ],
    { max: 8 },
  );
  return model;
}

test('kills a run at the wall limit, gives the best so far, and the next job still works', async () => {
  const late = await solver.solve(hard().plain(), { gap: 0, wallMs: 400 });
  expect(late.end).toBe('stopped');
  const next = await solver.solve(easy().plain(), { gap: 0, wallMs: 30_000 });
  expect(next).toMatchObject({ end: 'solved', objective: 9 });
});

test('answers jobs in turn when several are asked at once', async () => {
  const jobs = Array.from({ length: 4 }, () =>
    solver.solve(easy().plain(), { gap: 0, wallMs: 30_000 }),
  );
  expect((await Promise.all(jobs)).map(({ objective }) => objective)).toEqual([9, 9, 9, 9]);
});

test('stops on a signal, also while it waits', async () => {
  const stop = new AbortController();
  const running = solver.solve(hard().plain(), { gap: 0, wallMs: 60_000, signal: stop.signal });
  const waiting = solver.solve(easy().plain(), { gap: 0, wallMs: 60_000, signal: stop.signal });
  stop.abort();
  expect((await running).end).toBe('stopped');
  expect((await waiting).end).toBe('stopped');
});

test('says what is wrong with a model and works on', async () => {
  const broken = { ...easy().plain(), variables: Int32Array.from([0, 1, 99, 0, 1, 2, 0, 1, 2]) };
  await expect(solver.solve(broken, { gap: 0, wallMs: 30_000 })).rejects.toThrow('broke off');
  const next = await solver.solve(easy().plain(), { gap: 0, wallMs: 30_000 });
  expect(next.objective).toBe(9);
});

test('gives the same bytes twice', async () => {
  const once = await solver.solve(easy().plain(), { gap: 0, wallMs: 30_000 });
  const again = await solver.solve(easy().plain(), { gap: 0, wallMs: 30_000 });
  expect(again.values).toEqual(once.values);
});

test('takes a first answer and never ends below it', async () => {
  const start = Float64Array.from([1, 1, 0]);
  const solved = await solver.solve(easy().plain(), { gap: 0.5, wallMs: 30_000, start });
  expect(solved.objective).toBe(9);
});

test('rounds a bound down where values are whole, which may prove the answer', () => {
  const solved = { end: 'solved', values: null, objective: null, bound: 9.6, rows: [] } as const;
  expect(proofOf(solved, 9, true)).toMatchObject({ status: 'optimal', bound: 9, gap: 0 });
  expect(proofOf(solved, 9, false)).toMatchObject({ status: 'withinGap', bound: 9.6 });
  expect(proofOf({ ...solved, end: 'stopped' }, 8, true)).toMatchObject({ status: 'timeout' });
});
