import { type PlanJob, within } from '../proved.ts';
import type { Solver } from '../solver.ts';
import { type PortfolioInput, potSets, potsFor, type Scenario } from './portfolio.ts';
import { portfolioModel } from './portfolio-model.ts';

export interface FrontierPoint {
  readonly amount: number;
  /** Best known value of the scenario with that amount; null where promises cannot be kept. */
  readonly value: number | null;
  /** Whether `value` is within the gap; it is not where time was over. */
  readonly isProved: boolean;
  readonly supported: readonly string[];
}

export interface FrontierResult {
  readonly scenario: string;
  readonly pot: string;
  readonly points: readonly FrontierPoint[];
  /**
   * The least money beyond what the pot holds that raises the value at all, and by how much it then does. Money is
   * not divisible here, so no price says that. Null when more money there changes nothing, or time was over.
   */
  readonly next: { readonly amount: number; readonly gain: number } | null;
}

/** Value of one scenario for amounts of one pot from nothing to twice what it holds; in `wallMs` at most. */
export async function frontierOf(
  input: PortfolioInput,
  job: PlanJob<PortfolioInput> & { solver: Solver },
): Promise<FrontierResult | null> {
  const { frontier } = input;
  const scenario = input.scenarios.find(({ id }) => id === frontier?.scenario);
  if (frontier === null || scenario === undefined) return null;
  const held = scenario.pots.get(frontier.pot) ?? 0;
  const timed = { ...job, signal: within(job.wallMs, job.signal) };
  const points: FrontierPoint[] = [];
  for (let step = 0; step <= frontier.steps; step++) {
    const amount = Math.round((2 * held * step) / frontier.steps);
    const found = await best(input, withAmount(scenario, frontier.pot, amount), timed);
    const before = points.at(-1);
    // Stopped within a gap, more money may seem worth less; the poorer plan is still there to take.
    const isWorse = before?.value != null && before.value > (found.value ?? -1);
    points.push(isWorse ? { ...before, amount, isProved: false } : { amount, ...found });
  }
  return {
    scenario: scenario.id,
    pot: frontier.pot,
    points,
    next: await nextUseful(input, scenario, frontier.pot, timed),
  };
}

async function best(
  input: PortfolioInput,
  scenario: Scenario,
  job: PlanJob<PortfolioInput> & { solver: Solver },
): Promise<Omit<FrontierPoint, 'amount'>> {
  const plan = portfolioModel(input, [{ ...scenario, weight: 1 }]);
  const { values, end } = await job.solver.solve(plan.model.plain(), optionsOf(job));
  if (values === null) return { value: null, isProved: end === 'infeasible', supported: [] };
  return { ...readPlan(input, plan.levels(values)), isProved: end === 'solved' };
}

async function nextUseful(
  input: PortfolioInput,
  scenario: Scenario,
  pot: string,
  job: PlanJob<PortfolioInput> & { solver: Solver },
): Promise<FrontierResult['next']> {
  const exact = { ...job, gap: 0 };
  const now = await best(input, scenario, exact);
  if (now.value === null || !now.isProved) return null;
  const index = input.pots.findIndex(({ id }) => id === pot);
  const extra = { pot: index, value: now.value + 1 };
  const plan = portfolioModel(input, [{ ...scenario, weight: 1 }], extra);
  const { values, end } = await job.solver.solve(plan.model.plain(), optionsOf(exact));
  if (values === null || end !== 'solved') return null;
  const levels = plan.levels(values);
  const { value } = readPlan(input, levels);
  return { amount: lackOf(input, scenario, index, levels), gain: value - now.value };
}

/** What a pot must hold beyond its amount so that all can be paid, in whole units. */
function lackOf(
  input: PortfolioInput,
  scenario: Scenario,
  pot: number,
  levels: readonly (readonly number[])[],
): number {
  const open = input.enterprises.map((enterprise) => potsFor(enterprise, input.pots));
  const costs = input.enterprises.map((enterprise, at) => {
    return enterprise.levels[levels[at]![0]! - 1]?.cost ?? 0;
  });
  const lacks = potSets(open)
    .filter((set) => set & (1 << pot))
    .map((set) => {
      const due = costs.reduce((sum, cost, at) => ((open[at]! & ~set) === 0 ? sum + cost : sum), 0);
      const held = input.pots.reduce((sum, { id }, at) => {
        return set & (1 << at) ? sum + (scenario.pots.get(id) ?? 0) : sum;
      }, 0);
      return due - held;
    });
  return Math.max(0, ...lacks);
}

function readPlan(
  input: PortfolioInput,
  levels: readonly (readonly number[])[],
): { value: number; supported: string[] } {
  return {
    value: input.enterprises.reduce((sum, enterprise, at) => {
      return sum + (enterprise.levels[levels[at]![0]! - 1]?.value ?? 0);
    }, 0),
    supported: input.enterprises.flatMap(({ id }, at) => (levels[at]![0]! > 0 ? [id] : [])),
  };
}

function withAmount(scenario: Scenario, pot: string, amount: number): Scenario {
  return { ...scenario, pots: new Map([...scenario.pots, [pot, amount]]) };
}

/** Without the listener: the bounds of the frontier are not those of the plan. */
function optionsOf({ gap, wallMs, signal }: PlanJob<PortfolioInput>): {
  gap: number;
  wallMs: number;
  signal?: AbortSignal;
} {
  return { gap, wallMs, ...(signal === undefined ? {} : { signal }) };
}
