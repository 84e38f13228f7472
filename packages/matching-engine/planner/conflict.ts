import type { Model, Rule } from './model.ts';
import { type Conflict, type Repair, within } from './proved.ts';
import type { Solver } from './solver.ts';

/** Above this many rules the smallest conflict would take too many solves; the solver's own is shown. */
const mostFiltered = 60;

/**
 * Why a model has no answer, in rules: a conflict from which nothing can be left out, and the fewest rules to
 * relax. HiGHS gives conflicting rows; a rule may have many rows, so the rules are filtered once more, one by
 * one. All that takes `wallMs` at most; what is not known by then stays in the conflict.
 */
export async function explainConflict(
  model: Model,
  { solver, wallMs, signal }: { solver: Solver; wallMs: number; signal?: AbortSignal },
): Promise<Conflict> {
  const options = { gap: 0, wallMs, signal: within(wallMs, signal) };
  const whole = await solver.solve(model.plain(), { ...options, wantsRows: true });
  const named = new Set(
    whole.rows.map((row) => model.rows[row]?.rule ?? -1).filter((rule) => rule >= 0),
  );
  const isImpossible = async (rules: ReadonlySet<number>) => {
    const { end } = await solver.solve(
      model.plain((rule) => rules.has(rule)),
      options,
    );
    return end === 'infeasible';
  };
  const isEnough = named.size > 0 && (await isImpossible(named));
  const rules = isEnough ? named : new Set(model.rules.keys());
  if (rules.size <= mostFiltered) {
    for (const rule of [...rules]) {
      rules.delete(rule);
      if (!(await isImpossible(rules))) rules.add(rule);
    }
  }
  return {
    rules: [...rules].sort((a, b) => a - b).map((rule) => ruleAt(model, rule)),
    repair: await cheapestRepair(model, solver, options),
  };
}

async function cheapestRepair(
  model: Model,
  solver: Solver,
  options: { gap: number; wallMs: number; signal: AbortSignal },
): Promise<Repair[] | null> {
  const loose = model.givingUp();
  const { values, end } = await solver.solve(loose.model.plain(), options);
  if (values === null || end !== 'solved') return null;
  const givenUp = [...loose.givenUp.keys()].filter((rule) => values[loose.givenUp[rule]!]! > 0.5);
  const broken = model.breaking(new Set(givenUp));
  const least = await solver.solve(broken.model.plain(), options);
  if (least.values === null) return null;
  const by = new Map(givenUp.map((rule) => [rule, 0]));
  for (const [row, breach] of broken.breaches) {
    by.set(row.rule, Math.max(by.get(row.rule) ?? 0, row.unit * least.values[breach]!));
  }
  return [...by].map(([rule, most]) => ({
    ...ruleAt(model, rule),
    by: Math.round(1e6 * most) / 1e6,
  }));
}

function ruleAt(model: Model, rule: number): Rule {
  const found = model.rules[rule];
  if (found === undefined) throw new RangeError(`The model has no rule ${rule}.`);
  return found;
}
