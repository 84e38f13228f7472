import { explainConflict } from '../conflict.ts';
import { type PlanJob, proofOf, type Proved, steady } from '../proved.ts';
import { sharedSolver } from '../solver.ts';
import { type Applicant, mayBeChosen, type PanelInput } from './panel.ts';
import { checkPanel } from './panel-check.ts';
import { panelModel } from './panel-model.ts';
import { type FoundPanel, PanelSearch } from './panel-search.ts';
import type { Member, Panel } from './panel-result.ts';
import { sensitivityOf } from './sensitivity.ts';

/**
 * A panel at once, by greedy choice and swaps, without proof; null when that finds none that keeps the rules.
 * What the page shows while `choosePanel` runs.
 */
export function quickPanel(input: PanelInput): { members: string[]; value: number } | null {
  const applicants = candidatesOf(input);
  const found = searched(new PanelSearch(input, applicants));
  if (found === null) return null;
  return { members: found.members.map((at) => applicants[at]!.id), value: found.value };
}

/**
 * The panel worth most: value = coverage × seats × Σ fit of served needs + (100 − coverage) × needs × Σ score.
 * Proved within the gap. The order of the input does not matter.
 */
export async function choosePanel(job: PlanJob<PanelInput>): Promise<Proved<Panel>> {
  const { input, solver = sharedSolver } = job;
  const applicants = candidatesOf(input);
  const search = new PanelSearch(input, applicants);
  const start = searched(search);
  const plan = panelModel(input, applicants);
  const { scale } = plan;
  const solved = await solver.solve(plan.model.plain(), {
    ...job,
    ...(start === null ? {} : { start: plan.valuesOf(search.coverage(start.members).served) }),
    onProgress({ value, bound }) {
      const known = value === null ? (start?.value ?? null) : value * scale;
      job.onProgress?.({ value: known, bound: bound === null ? null : bound * scale });
    },
  });
  if (solved.end === 'infeasible') {
    const conflict = await explainConflict(plan.model, { ...job, solver });
    return { status: 'infeasible', result: null, value: null, bound: null, gap: null, conflict };
  }
  const best = better(search, solved.values === null ? null : plan.chosen(solved.values), start);
  if (best === null)
    return { status: 'timeout', result: null, value: null, bound: null, gap: null };
  const panel = await describe(job, { search, applicants, best });
  const wrong = checkPanel(input, panel, best.value);
  if (wrong.length > 0) throw new Error(`The chosen panel breaks its rules: ${wrong.join('; ')}`);
  const proof = proofOf({ ...solved, bound: solved.bound * scale }, best.value, true);
  return { ...proof, result: panel };
}

/** Who may be chosen, by id: the answer must not depend on the order of the input. */
function candidatesOf(input: PanelInput): Applicant[] {
  return input.applicants
    .filter((applicant) => mayBeChosen(applicant, input))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function searched(search: PanelSearch): FoundPanel | null {
  const found = search.greedy();
  return search.isFeasible(found.members) ? search.improve(found) : null;
}

/** The solver's panel, unless the start is better: it stops anywhere within the gap, a swap short of the best. */
function better(
  search: PanelSearch,
  members: number[] | null,
  start: FoundPanel | null,
): FoundPanel | null {
  if (members === null) return start;
  const found = search.improve({ members, value: search.value(members) });
  return start !== null && start.value > found.value ? start : found;
}

async function describe(
  { input, signal }: PlanJob<PanelInput>,
  of: { search: PanelSearch; applicants: readonly Applicant[]; best: FoundPanel },
): Promise<Panel> {
  const { search, applicants, best } = of;
  const coverage = search.coverage(best.members);
  const members = best.members.map((at): Member => {
    const rest = best.members.filter((member) => member !== at);
    const { id, score } = applicants[at]!;
    const serves = [...coverage.served.get(at)!].flatMap((needs, cell) => {
      return needs === 0 ? [] : [{ cell, needs }];
    });
    return { id, score, serves, worth: best.value - search.value(rest) };
  });
  const served = input.demand.map((_, cell) => {
    return best.members.reduce((sum, at) => sum + coverage.served.get(at)![cell]!, 0);
  });
  const needs = input.demand.reduce((sum, cell) => sum + cell.needs, 0);
  const chosen = best.members.map((at) => applicants[at]!);
  return {
    chosen: members,
    needs,
    served: served.reduce((sum, one) => sum + one, 0),
    coverage: steady(coverage.total / (100 * Math.max(1, needs))),
    quality: steady(chosen.reduce((sum, { score }) => sum + score, 0) / Math.max(1, chosen.length)),
    cost: chosen.reduce((sum, { cost }) => sum + cost, 0),
    open: input.demand.flatMap((cell, at) => {
      const left = cell.needs - served[at]!;
      return left === 0 ? [] : [{ cell: at, needs: left }];
    }),
    runnersUp: search.runnersUp(best).map(({ one, leaver, loses }) => {
      return { id: applicants[one]!.id, instead: applicants[leaver]!.id, loses };
    }),
    sensitivity: await sensitivityOf(input, { applicants, best, ...(signal ? { signal } : {}) }),
  };
}
