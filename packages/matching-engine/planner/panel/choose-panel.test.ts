import { afterAll, expect, test, vi } from 'vitest';
import type { Proved } from '../proved.ts';
import { Solver } from '../solver.ts';
import { randomPanel, seeded } from '../test/random-panel.ts';
import { choosePanel, quickPanel } from './choose-panel.ts';
import type { Panel } from './panel-result.ts';
import { fitOf, parsePanelInput, type PanelInput } from './panel.ts';
import { checkPanel } from './panel-check.ts';
import { PanelSearch } from './panel-search.ts';

const solver = new Solver();
afterAll(() => solver.close());
vi.setConfig({ testTimeout: 120_000 });

const choose = (input: PanelInput, gap = 0): Promise<Proved<Panel>> =>
  choosePanel({ input, gap, wallMs: 60_000, solver });

const small = (seed: number): PanelInput => {
  const input = randomPanel(seed, { applicants: 10, seats: 4, functions: 3, sectors: 2 });
  const [north, patient] = input.quotas;
  return {
    ...input,
    quotas: [
      { ...north!, min: 1, max: 3 },
      { ...patient!, min: 1, max: 4 },
    ],
  };
};

/** Every set of at most `seats`, by the slow way. */
function bruteForce(input: PanelInput): number | null {
  const search = new PanelSearch(input, input.applicants);
  const may = input.applicants.map(({ score }) => score >= input.minimumScore);
  let best: number | null = null;
  for (let set = 0; set < 1 << input.applicants.length; set++) {
    const members = input.applicants.flatMap((_, at) => (set & (1 << at) ? [at] : []));
    if (members.some((at) => !may[at]) || !search.isFeasible(members)) continue;
    best = Math.max(best ?? -Infinity, search.value(members));
  }
  return best;
}

test('is the best of all panels, with and without quotas that bite', async () => {
  for (let seed = 1; seed <= 12; seed++) {
    const input = small(seed);
    const { value, status, bound } = await choose(input);
    expect({ seed, value }).toEqual({ seed, value: bruteForce(input) });
    if (value !== null) expect({ status, bound }).toEqual({ status: 'optimal', bound: value });
  }
});

test('does not get worse when somebody more applies', async () => {
  for (let seed = 1; seed <= 8; seed++) {
    const input = small(seed);
    const fewer = { ...input, applicants: input.applicants.slice(0, 9) };
    const [less, more] = [await choose(fewer), await choose(input)];
    expect(more.value ?? 0).toBeGreaterThanOrEqual(less.value ?? 0);
  }
});

test('keeps quotas, budget and minimum score at the size of a programme, within the stated gap', async () => {
  const input = randomPanel(3, { applicants: 60, seats: 16 });
  const { result, value, bound, gap } = await choose(input, 0.01);
  expect(checkPanel(input, result!, value!)).toEqual([]);
  expect(bound).toBeGreaterThanOrEqual(value!);
  expect(gap).toBeLessThanOrEqual(0.01);
  expect(quickPanel(input)!.value).toBeGreaterThan(0.97 * value!);
});

test('chooses the same panel whatever the order of the applicants', async () => {
  const input = small(5);
  const once = await choose(input);
  for (let turn = 1; turn < 5; turn++) {
    const random = seeded(turn);
    const applicants = input.applicants
      .map((applicant) => ({ applicant, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ applicant }) => applicant);
    expect(await choose({ ...input, applicants })).toEqual(once);
  }
});

test('goes by scores alone when the slider is at quality', async () => {
  const input = { ...small(2), quotas: [], budget: null, coverage: 0 };
  const { result } = await choose(input);
  const best = input.applicants.map(({ score }) => score).sort((a, b) => b - a);
  expect(result!.quality).toBe((best[0]! + best[1]! + best[2]! + best[3]!) / 4);
});

test('covers no less when the slider moves to coverage', async () => {
  const shares: number[] = [];
  for (const coverage of [0, 50, 100]) {
    const { result } = await choose({ ...small(7), coverage });
    shares.push(result!.coverage);
  }
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
});

test('names the quotas that cannot hold together', async () => {
  const input = small(4);
  const [north] = input.quotas;
  const quotas = [
    { ...north!, name: 'from the north', min: 3, max: 4 },
    { ...north!, name: 'from the south', of: 'south', min: 2, max: 4 },
  ];
  const { status, conflict } = await choose({ ...input, minimumScore: 0, budget: null, quotas });
  expect(status).toBe('infeasible');
  expect(conflict?.rules.map(({ words }) => words)).toEqual([
    'The panel has at most 4 seats',
    'At least 3 of the panel: from the north',
    'At least 2 of the panel: from the south',
  ]);
  expect(conflict?.repair).toHaveLength(1);
  expect(conflict?.repair?.[0]?.by).toBe(1);
});

test('finds every fault of a panel that was tampered with', async () => {
  const input = small(1);
  const { result, value } = await choose(input);
  const panel = result!;
  const [first] = panel.chosen;
  const out = input.applicants.find(({ id }) => panel.chosen.every((one) => one.id !== id))!;
  const tampered: [Panel, number][] = [
    [panel, value! + 1],
    [{ ...panel, chosen: panel.chosen.slice(1) }, value!],
    [{ ...panel, chosen: [...panel.chosen, first!] }, value!],
    [{ ...panel, chosen: [...panel.chosen, { ...first!, id: out.id }] }, value!],
    [{ ...panel, chosen: [{ ...first!, serves: [{ cell: 0, needs: 99 }] }] }, value!],
  ];
  for (const [changed, worth] of tampered)
    expect(checkPanel(input, changed, worth)).not.toEqual([]);
});

test('says who is chosen always, usually or only under another forecast, the same every time', async () => {
  const input = { ...randomPanel(6, { applicants: 30, seats: 8 }), quotas: [], resamples: 12 };
  const once = await choose(input, 0.01);
  const again = await choose(input, 0.01);
  expect(again).toEqual(once);
  const kinds = new Set(once.result!.sensitivity.map(({ when }) => when));
  expect(kinds).toContain('always');
  expect(kinds).toContain('sometimes');
  expect(once.result!.runnersUp[0]!.loses).toBeGreaterThanOrEqual(0);
});

test('multiplies the levels of function, sector and style, and takes any style where none is asked', () => {
  const input = randomPanel(1, { applicants: 1, seats: 1 });
  const applicant = {
    ...input.applicants[0]!,
    functions: new Map([['finance', 80]]),
    sectors: new Map([['food', 50]]),
    styles: new Map([['patient', 50]]),
  };
  const cell = { function: 'finance', sector: 'food', style: null, needs: 1 };
  expect(fitOf(applicant, cell)).toBe(40);
  expect(fitOf(applicant, { ...cell, style: 'patient' })).toBe(20);
  expect(fitOf(applicant, { ...cell, sector: 'textiles' })).toBe(0);
});

test('names the place of what cannot be read', () => {
  const applicant = { id: 'a', score: 70, places: 2 };
  const demand = [{ function: 'f', sector: 's', needs: 1 }];
  const good = { seats: 1, applicants: [applicant], demand };
  expect(parsePanelInput(good).applicants[0]!.decided).toBeNull();
  const bad: [unknown, string][] = [
    [{ ...good, seats: 0 }, 'seats: must be a whole number from 1'],
    [{ ...good, applicants: [applicant, applicant] }, 'applicants[1].id: a is there twice'],
    [{ ...good, applicants: [{ ...applicant, score: 101 }] }, 'applicants[0].score'],
    [
      { ...good, applicants: [{ ...applicant, sectors: { s: 'much' } }] },
      'applicants[0].sectors.s',
    ],
    [{ ...good, quotas: [{ min: 1 }] }, 'quotas[0]: needs exactly one of'],
    [{ ...good, seat: 1 }, 'seat: is not known'],
  ];
  for (const [json, words] of bad) expect(() => parsePanelInput(json)).toThrow(words);
});
