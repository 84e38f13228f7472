import { explainConflict } from '../conflict.ts';
import { type PlanJob, proofOf, type Proved } from '../proved.ts';
import { sharedSolver } from '../solver.ts';
import { type FrontierResult, frontierOf } from './frontier.ts';
import { payments } from './payments.ts';
import { type PortfolioInput, potsFor } from './portfolio.ts';
import { checkPortfolio } from './portfolio-check.ts';
import { portfolioModel } from './portfolio-model.ts';
import type { Portfolio, ScenarioPlan, Standing } from './portfolio-result.ts';

/**
 * Which enterprises to support further, and how intensely, in each scenario of funding: the most value, where what
 * is given in a poorer scenario is given in every richer one. The order of enterprises does not matter.
 */
export async function planPortfolio(job: PlanJob<PortfolioInput>): Promise<Proved<Portfolio>> {
  const { solver = sharedSolver } = job;
  const enterprises = [...job.input.enterprises].sort((a, b) => (a.id < b.id ? -1 : 1));
  const input = { ...job.input, enterprises };
  const plan = portfolioModel(input, input.scenarios);
  const solved = await solver.solve(plan.model.plain(), job);
  const none = { result: null, value: null, bound: null, gap: null };
  if (solved.end === 'infeasible') {
    const conflict = await explainConflict(plan.model, { ...job, solver });
    return { status: 'infeasible', ...none, conflict };
  }
  if (solved.values === null) return { status: 'timeout', ...none };
  const levels = plan.levels(solved.values);
  const scenarios = input.scenarios.map((_, at) => scenarioPlan(input, at, levels));
  const value = scenarios.reduce((sum, one, at) => {
    return sum + one.value * input.scenarios[at]!.weight;
  }, 0);
  const frontier = await frontierOf(input, { ...job, solver });
  const portfolio: Portfolio = {
    scenarios,
    standing: enterprises.map(({ id }) => standingOf(id, scenarios, frontier)),
    frontier,
  };
  const wrong = checkPortfolio(job.input, portfolio, value);
  if (wrong.length > 0) throw new Error(`The portfolio breaks its rules: ${wrong.join('; ')}`);
  return { ...proofOf(solved, value, true), result: portfolio };
}

function scenarioPlan(
  input: PortfolioInput,
  scenario: number,
  levels: readonly (readonly number[])[],
): ScenarioPlan {
  const { id, pots } = input.scenarios[scenario]!;
  const given = input.enterprises.map(({ levels: all }, at) => all[levels[at]![scenario]! - 1]);
  const costs = given.map((level) => level?.cost ?? 0);
  const open = input.enterprises.map((enterprise) => potsFor(enterprise, input.pots));
  const holds = input.pots.map((pot) => pots.get(pot.id) ?? 0);
  const paid = payments(costs, open, holds);
  if (paid === null) throw new Error(`The pots cannot pay for the plan of ${id}.`);
  return {
    id,
    value: given.reduce((sum, level) => sum + (level?.value ?? 0), 0),
    cost: costs.reduce((sum, cost) => sum + cost, 0),
    enterprises: input.enterprises.flatMap((enterprise, at) => {
      const level = given[at];
      if (level === undefined) return [];
      const parts = input.pots.flatMap((pot, index) => {
        const amount = paid[at]![index]!;
        return amount === 0 ? [] : [{ pot: pot.id, amount }];
      });
      const { value, cost } = level;
      return [{ id: enterprise.id, level: level.id, value, cost, paid: parts }];
    }),
    pots: input.pots.map((pot, index) => {
      const pays = paid.reduce((sum, own) => sum + own[index]!, 0);
      return { id: pot.id, holds: holds[index]!, pays };
    }),
  };
}

function standingOf(
  id: string,
  scenarios: readonly ScenarioPlan[],
  frontier: FrontierResult | null,
): Standing {
  const first = scenarios.find(({ enterprises }) => enterprises.some((one) => one.id === id));
  const when = first === undefined ? 'never' : first === scenarios[0] ? 'always' : 'depends';
  const points = frontier?.points ?? [];
  const lastWithout = points.findLastIndex(({ supported }) => !supported.includes(id));
  return { id, when, from: first?.id ?? null, fromAmount: points[lastWithout + 1]?.amount ?? null };
}
