import { afterAll, expect, test, vi } from 'vitest';
import { Solver } from '../solver.ts';
import { seeded } from '../test/random-panel.ts';
import { randomPortfolio } from '../test/random-portfolio.ts';
import { payments } from './payments.ts';
import { planPortfolio } from './plan-portfolio.ts';
import type { Portfolio } from './portfolio-result.ts';
import { parsePortfolioInput, type PortfolioInput, potsFor } from './portfolio.ts';
import { checkPortfolio } from './portfolio-check.ts';

const solver = new Solver();
afterAll(() => solver.close());
vi.setConfig({ testTimeout: 120_000 });

const plan = (input: PortfolioInput, gap = 0) =>
  planPortfolio({ input, gap, wallMs: 60_000, solver });

/** Every choice of levels of one scenario. */
function bruteForce(input: PortfolioInput): number {
  const [scenario] = input.scenarios;
  const open = input.enterprises.map((enterprise) => potsFor(enterprise, input.pots));
  const holds = input.pots.map(({ id }) => scenario!.pots.get(id) ?? 0);
  let best = 0;
  const given: number[] = [];
  const walk = () => {
    if (given.length < input.enterprises.length) {
      for (let level = 0; level <= 2; level++) {
        given.push(level);
        walk();
        given.pop();
      }
      return;
    }
    const levels = input.enterprises.map(({ levels: all }, at) => all[given[at]! - 1]);
    const cost = (some: (at: number) => boolean) =>
      levels.reduce((sum, level, at) => (some(at) ? sum + (level?.cost ?? 0) : sum), 0);
    const small = cost((at) => input.enterprises[at]!.tags.includes('small'));
    const isShared = small * 100 >= 40 * cost(() => true);
    const hasTime = [...scenario!.minutes].every(([name, most]) => {
      return levels.reduce((sum, level) => sum + (level?.minutes.get(name) ?? 0), 0) <= most;
    });
    if (!isShared || !hasTime) return;
    const costs = levels.map((level) => level?.cost ?? 0);
    if (payments(costs, open, holds) === null) return;
    best = Math.max(
      best,
      levels.reduce((sum, level) => sum + (level?.value ?? 0), 0),
    );
  };
  walk();
  return best * scenario!.weight;
}

test('is the best of all choices in one scenario', async () => {
  for (let seed = 1; seed <= 5; seed++) {
    const input = randomPortfolio(seed, { enterprises: 6, scenarios: 1 });
    const { value, status } = await plan(input);
    expect({ seed, value, status }).toEqual({ seed, value: bruteForce(input), status: 'optimal' });
  }
});

test('keeps in a richer scenario what a poorer one gives, and every pot within what it holds', async () => {
  for (let seed = 1; seed <= 2; seed++) {
    const input = randomPortfolio(seed, { enterprises: 15, scenarios: 3 });
    const { result, value } = await plan(input, 0.01);
    expect(checkPortfolio(input, result!, value!)).toEqual([]);
    const values = result!.scenarios.map((one) => one.value);
    expect(values).toEqual([...values].sort((a, b) => a - b));
  }
});

test('is worth no less with more money, and says what the next useful money is', async () => {
  const input = {
    ...randomPortfolio(2, { enterprises: 12, scenarios: 1 }),
    frontier: { scenario: 'scenario 1', pot: 'free', steps: 8 },
  };
  const { result, value } = await plan(input);
  const { points, next } = result!.frontier!;
  const values = points.map((point) => point.value!);
  expect(values).toEqual([...values].sort((a, b) => a - b));
  const [scenario] = input.scenarios;
  const worthWith = async (more: number) => {
    const pots = new Map([...scenario!.pots, ['free', scenario!.pots.get('free')! + more]]);
    const other = await plan({ ...input, frontier: null, scenarios: [{ ...scenario!, pots }] });
    return other.value! / scenario!.weight;
  };
  const now = value! / scenario!.weight;
  expect(await worthWith(next!.amount)).toBeGreaterThanOrEqual(now + next!.gain);
  expect(await worthWith(next!.amount - 1)).toBe(now);
});

test('says who is supported whatever comes, who depends on funding, and who never is', async () => {
  const level = (value: number, cost: number) => [{ id: 'light', value, cost }];
  const input = parsePortfolioInput({
    pots: [{ id: 'free' }],
    scenarios: [
      { id: 'poor', pots: { free: 100 } },
      { id: 'rich', pots: { free: 200 } },
    ],
    enterprises: [
      { id: 'first', levels: level(9, 100) },
      { id: 'second', levels: level(5, 100) },
      { id: 'third', levels: level(1, 100) },
    ],
    frontier: { scenario: 'rich', pot: 'free', steps: 4 },
  });
  const { result } = await plan(input);
  expect(result!.standing).toEqual([
    { id: 'first', when: 'always', from: 'poor', fromAmount: 100 },
    { id: 'second', when: 'depends', from: 'rich', fromAmount: 200 },
    { id: 'third', when: 'never', from: null, fromAmount: 300 },
  ]);
  expect(result!.frontier!.next).toEqual({ amount: 100, gain: 1 });
  expect(result!.frontier!.points.every(({ isProved }) => isProved)).toBe(true);
});

test('pays from a restricted pot only for whom it may', async () => {
  const input = parsePortfolioInput({
    pots: [{ id: 'free' }, { id: 'green', tags: ['green'] }],
    scenarios: [{ id: 's', pots: { free: 10, green: 100 } }],
    enterprises: [
      { id: 'grey', levels: [{ id: 'light', value: 50, cost: 20 }] },
      { id: 'green', tags: ['green'], levels: [{ id: 'light', value: 1, cost: 105 }] },
    ],
  });
  const { result } = await plan(input);
  expect(result!.scenarios[0]!.enterprises).toEqual([
    {
      id: 'green',
      level: 'light',
      value: 1,
      cost: 105,
      paid: [
        { pot: 'free', amount: 5 },
        { pot: 'green', amount: 100 },
      ],
    },
  ]);
});

test('names the promises that the money does not reach for', async () => {
  const input = parsePortfolioInput({
    pots: [{ id: 'free' }],
    scenarios: [{ id: 'poor', pots: { free: 100 } }],
    enterprises: ['a', 'b', 'c'].map((id) => ({
      id,
      levels: [{ id: 'light', value: 1, cost: 80 }],
      ...(id === 'c' ? {} : { promised: 'light' }),
    })),
  });
  const { status, conflict } = await plan(input);
  expect(status).toBe('infeasible');
  expect(conflict!.rules.map(({ words }) => words)).toEqual([
    'poor: free holds 100',
    'poor: a gets light as promised',
    'poor: b gets light as promised',
  ]);
  expect(conflict!.repair).toHaveLength(1);
});

test('gives the same bytes whatever the order of enterprises', async () => {
  const input = randomPortfolio(5, { enterprises: 12, scenarios: 2 });
  const random = seeded(1);
  const enterprises = [...input.enterprises].sort(() => random() - 0.5);
  const [once, other] = [await plan(input), await plan({ ...input, enterprises })];
  expect(JSON.stringify(other)).toBe(JSON.stringify(once));
});

test('finds every fault of a portfolio that was tampered with', async () => {
  const input = randomPortfolio(3, { enterprises: 12, scenarios: 2 });
  const { result, value } = await plan(input);
  const portfolio = result!;
  const [poor, rich] = portfolio.scenarios;
  const [first, ...rest] = poor!.enterprises;
  const change = (changes: object): Portfolio => ({
    ...portfolio,
    scenarios: [{ ...poor!, ...changes }, rich!],
  });
  const tampered = [
    change({ enterprises: rest }),
    change({ enterprises: [...poor!.enterprises, first!] }),
    change({ enterprises: [{ ...first!, paid: [] }, ...rest] }),
    change({ enterprises: [{ ...first!, paid: [{ pot: 'free', amount: 1e9 }] }, ...rest] }),
    change({ value: poor!.value + 1 }),
    { ...portfolio, scenarios: [rich!, poor!] },
    { ...portfolio, scenarios: [poor!, { ...rich!, enterprises: [] }] },
  ];
  for (const one of tampered) expect(checkPortfolio(input, one, value!)).not.toEqual([]);
  expect(checkPortfolio(input, portfolio, value! + 1)).not.toEqual([]);
});

test('names the place of what cannot be read', () => {
  const good = {
    pots: [{ id: 'free' }],
    scenarios: [{ id: 's', pots: { free: 1 } }],
    enterprises: [{ id: 'b' }],
  };
  expect(parsePortfolioInput(good).frontier).toBeNull();
  const bad: [object, string][] = [
    [{ pots: [] }, 'pots: must hold at least one'],
    [
      { scenarios: [{ id: 's', pots: { fre: 1 } }] },
      'scenarios[0].pots.fre: is not among the pots',
    ],
    [{ enterprises: [{ id: 'b', promised: 'x' }] }, 'enterprises[0].promised: x is not among'],
    [{ frontier: { scenario: 't', pot: 'free' } }, 'frontier.scenario: must be one of s'],
    [{ shares: [{ tag: 't', percent: 101 }] }, 'shares[0].percent'],
  ];
  for (const [changes, words] of bad) {
    expect(() => parsePortfolioInput({ ...good, ...changes })).toThrow(words);
  }
});
