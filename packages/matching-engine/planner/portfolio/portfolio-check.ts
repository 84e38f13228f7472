import type { Portfolio, ScenarioPlan } from './portfolio-result.ts';
import type { PortfolioInput, Scenario } from './portfolio.ts';

/**
 * Reads input and portfolio anew, without the model's code, and gives what is wrong: a pot that pays too much or
 * for the wrong enterprise, mentors' time, shares, promises, nesting, a value that is not the sum of its parts.
 */
export function checkPortfolio(
  input: PortfolioInput,
  portfolio: Portfolio,
  value: number,
): string[] {
  const wrong: string[] = [];
  let total = 0;
  input.scenarios.forEach((scenario, at) => {
    const plan = portfolio.scenarios[at];
    if (plan === undefined || plan.id !== scenario.id) {
      wrong.push(`${scenario.id} is missing`);
      return;
    }
    total += scenario.weight * plan.value;
    wrong.push(...faultsOf(input, scenario, plan).map((fault) => `${scenario.id}: ${fault}`));
    const richer = portfolio.scenarios[at + 1];
    if (richer !== undefined) wrong.push(...nestingFaults(input, plan, richer));
  });
  if (total !== value) wrong.push(`the value is ${total}, not ${value}`);
  return wrong;
}

function faultsOf(input: PortfolioInput, scenario: Scenario, plan: ScenarioPlan): string[] {
  const faults: string[] = [];
  const spent = new Map<string, number>();
  const minutes = new Map<string, number>();
  const seen = new Set<string>();
  let value = 0;
  let cost = 0;
  for (const { id, level, paid } of plan.enterprises) {
    const enterprise = input.enterprises.find((one) => one.id === id);
    const found = enterprise?.levels.find((one) => one.id === level);
    if (enterprise === undefined || found === undefined || seen.has(id)) {
      faults.push(`${id} at ${level} is not known or there twice`);
      continue;
    }
    seen.add(id);
    value += found.value;
    cost += found.cost;
    let sum = 0;
    for (const { pot, amount } of paid) {
      const tags = input.pots.find((one) => one.id === pot)?.tags;
      const isOpen = tags?.length === 0 || tags?.some((tag) => enterprise.tags.includes(tag));
      if (isOpen !== true) faults.push(`${pot} may not pay for ${id}`);
      if (!(amount > 0) || !Number.isInteger(amount)) faults.push(`${pot} pays ${amount}`);
      spent.set(pot, (spent.get(pot) ?? 0) + amount);
      sum += amount;
    }
    if (sum !== found.cost) faults.push(`${id} is paid ${sum}, not ${found.cost}`);
    for (const [name, one] of found.minutes) minutes.set(name, (minutes.get(name) ?? 0) + one);
  }
  for (const [pot, amount] of spent) {
    if (amount > (scenario.pots.get(pot) ?? 0)) faults.push(`${pot} pays more than it holds`);
  }
  for (const [name, available] of scenario.minutes) {
    if ((minutes.get(name) ?? 0) > available) faults.push(`mentors for ${name} lack time`);
  }
  for (const { name, tag, percent, of } of input.shares) {
    const inside = plan.enterprises.filter(({ id }) => {
      return input.enterprises.some((one) => one.id === id && one.tags.includes(tag));
    });
    const costs = (some: ScenarioPlan['enterprises']) =>
      some.reduce((sum, one) => sum + one.cost, 0);
    const [part, whole] =
      of === 'money'
        ? [costs(inside), costs(plan.enterprises)]
        : [inside.length, plan.enterprises.length];
    if (part * 100 < percent * whole) faults.push(`the share for ${name} is too small`);
  }
  for (const { id, levels, promised } of input.enterprises) {
    if (promised === 0) continue;
    const given = plan.enterprises.find((one) => one.id === id)?.level;
    if (levels.findIndex((one) => one.id === given) + 1 < promised) {
      faults.push(`${id} does not get what was promised`);
    }
  }
  if (value !== plan.value || cost !== plan.cost) faults.push('sums are wrong');
  return faults;
}

function nestingFaults(input: PortfolioInput, plan: ScenarioPlan, richer: ScenarioPlan): string[] {
  const given = new Map(richer.enterprises.map(({ id, level }) => [id, level]));
  return plan.enterprises.flatMap(({ id, level }) => {
    const order = input.enterprises.find((one) => one.id === id)?.levels.map((one) => one.id) ?? [];
    return order.indexOf(given.get(id) ?? '') < order.indexOf(level)
      ? [`${id} gets less in ${richer.id} than in ${plan.id}`]
      : [];
  });
}
