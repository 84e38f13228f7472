import { Model, type Term } from '../model.ts';
import { isYes } from '../proved.ts';
import { type Level, type PortfolioInput, potSets, potsFor, type Scenario } from './portfolio.ts';

export interface PortfolioModel {
  readonly model: Model;
  /** Level of each enterprise (first index) in each scenario, counted from 1; 0 for none. */
  levels(values: Float64Array): number[][];
}

/** More money in a pot, which the model may ask for. */
export interface ExtraMoney {
  readonly pot: number;
  /** The least value of all scenarios together. */
  readonly value: number;
}

/**
 * A decision "at least this level" per enterprise, scenario and level, so that nesting is a row of two. Who pays
 * is no decision: the pots can pay exactly when, for every set of pots, those whom only these may pay cost no
 * more than they hold (Hall). With `extra` the least further money that reaches a value is sought instead.
 */
export function portfolioModel(
  input: PortfolioInput,
  scenarios: readonly Scenario[],
  extra: ExtraMoney | null = null,
): PortfolioModel {
  const model = new Model();
  const atLeast = input.enterprises.map(({ levels }) =>
    scenarios.map(({ weight }) => {
      return levels.map(({ value }, at) => {
        const more = weight * (value - (levels[at - 1]?.value ?? 0));
        return model.yesNo(extra === null ? more : 0);
      });
    }),
  );
  for (const own of atLeast) {
    own.forEach((steps, scenario) => {
      steps.forEach((step, at) => {
        const lower = steps[at - 1];
        const richer = own[scenario + 1]?.[at];
        if (lower !== undefined)
          model.row(
            [
              [step, 1],
              [lower, -1],
            ],
            { max: 0 },
          );
        if (richer !== undefined)
          model.row(
            [
              [step, 1],
              [richer, -1],
            ],
            { max: 0 },
          );
      });
    });
  }
  const sums = new LevelSums(input, atLeast);
  const more = extra === null ? null : addExtra(model, input, scenarios, sums, extra);
  scenarios.forEach((scenario, at) => {
    addMoney(model, input, scenario, (of) => sums.terms(at, of), more);
    addMinutes(model, scenario, (of) => sums.terms(at, of));
    addShares(model, input, scenario, (of) => sums.terms(at, of));
    addPromises(
      model,
      input,
      scenario,
      atLeast.map((own) => own[at]!),
    );
  });
  return {
    model,
    levels: (values) =>
      atLeast.map((own) => own.map((steps) => steps.filter((step) => isYes(values[step]!)).length)),
  };
}

type Weigh = (level: Level, enterprise: number) => number;

/** Sums over enterprises of what their level takes, as terms: each step adds the difference to the one below. */
class LevelSums {
  readonly #input: PortfolioInput;
  readonly #atLeast: readonly (readonly (readonly number[])[])[];

  constructor(input: PortfolioInput, atLeast: readonly (readonly (readonly number[])[])[]) {
    this.#input = input;
    this.#atLeast = atLeast;
  }

  terms(scenario: number, of: Weigh): Term[] {
    return this.#input.enterprises.flatMap(({ levels }, enterprise) =>
      levels.flatMap((level, at): Term[] => {
        const below = levels[at - 1];
        const before = below === undefined ? 0 : of(below, enterprise);
        const more = of(level, enterprise) - before;
        return more === 0 ? [] : [[this.#atLeast[enterprise]![scenario]![at]!, more]];
      }),
    );
  }
}

function addExtra(
  model: Model,
  input: PortfolioInput,
  scenarios: readonly Scenario[],
  sums: LevelSums,
  extra: ExtraMoney,
): { pot: number; variable: number } {
  const costs = input.enterprises.map(({ levels }) =>
    Math.max(0, ...levels.map(({ cost }) => cost)),
  );
  const most = costs.reduce((sum, cost) => sum + cost, 0);
  // Worth of 1 a unit: the solver stops when it is a millionth of a unit from the least.
  const variable = model.amount(-1, most);
  const value = scenarios.flatMap(({ weight }, at) =>
    sums.terms(at, (level) => weight * level.value),
  );
  model.row(value, { min: extra.value });
  return { pot: extra.pot, variable };
}

function addMoney(
  model: Model,
  input: PortfolioInput,
  scenario: Scenario,
  sum: (of: Weigh) => Term[],
  more: { pot: number; variable: number } | null,
): void {
  const open = input.enterprises.map((enterprise) => potsFor(enterprise, input.pots));
  for (const set of potSets(open)) {
    const pots = input.pots.filter((_, at) => set & (1 << at)).map(({ id }) => id);
    const held = pots.reduce((all, id) => all + (scenario.pots.get(id) ?? 0), 0);
    const terms = sum(({ cost }, enterprise) => ((open[enterprise]! & ~set) === 0 ? cost : 0));
    const words =
      pots.length === 0
        ? `${scenario.id}: no pot may pay for some enterprises`
        : `${scenario.id}: ${pots.join(' and ')} hold${pots.length === 1 ? 's' : ''} ${held}`;
    const gets = more !== null && set & (1 << more.pot);
    const all: Term[] = gets ? [...terms, [more.variable, -1]] : terms;
    if (terms.length > 0) model.row(all, { max: held }, model.rule('money', words));
  }
}

function addMinutes(model: Model, scenario: Scenario, sum: (of: Weigh) => Term[]): void {
  for (const [name, available] of scenario.minutes) {
    const terms = sum(({ minutes }) => minutes.get(name) ?? 0);
    const words = `${scenario.id}: mentors for ${name} have ${available} minutes`;
    if (terms.length > 0) model.row(terms, { max: available }, model.rule('minutes', words));
  }
}

function addShares(
  model: Model,
  input: PortfolioInput,
  scenario: Scenario,
  sum: (of: Weigh) => Term[],
): void {
  for (const { name, tag, percent, of } of input.shares) {
    const terms = sum(({ cost }, enterprise) => {
      const factor = (input.enterprises[enterprise]!.tags.includes(tag) ? 100 : 0) - percent;
      return of === 'money' ? factor * cost : factor;
    });
    const words = `${scenario.id}: at least ${percent} % of the ${of} for ${name}`;
    if (terms.length > 0) model.row(terms, { min: 0 }, model.rule('share', words));
  }
}

function addPromises(
  model: Model,
  input: PortfolioInput,
  scenario: Scenario,
  steps: readonly (readonly number[])[],
): void {
  input.enterprises.forEach(({ id, levels, promised }, at) => {
    const step = steps[at]![promised - 1];
    if (step === undefined) return;
    const words = `${scenario.id}: ${id} gets ${levels[promised - 1]!.id} as promised`;
    model.row([[step, 1]], { min: 1 }, model.rule('promised', words));
  });
}
