import { planDates } from '../../packages/matching-engine/planner/dates/plan-dates.ts';
import { parseDatesInput } from '../../packages/matching-engine/planner/dates/dates.ts';
import { choosePanel } from '../../packages/matching-engine/planner/panel/choose-panel.ts';
import { parsePanelInput } from '../../packages/matching-engine/planner/panel/panel.ts';
import { planPortfolio } from '../../packages/matching-engine/planner/portfolio/plan-portfolio.ts';
import { parsePortfolioInput } from '../../packages/matching-engine/planner/portfolio/portfolio.ts';
import type { Proved } from '../../packages/matching-engine/planner/proved.ts';
import { sayAside } from './command-line.ts';
import { readJson, writeJson } from './solve-files.ts';

export type PlanKind = 'panel' | 'dates' | 'portfolio';

/** Plans a file. Ends with 1 when there is no answer; the file then says why. */
export async function solvePlan(
  kind: PlanKind,
  path: string,
  of: { out: string | undefined; gap: number; wallMs: number },
): Promise<number> {
  const json = await readJson(path);
  const { gap, wallMs } = of;
  const planners: Record<PlanKind, () => Promise<Proved<unknown>>> = {
    panel: () => choosePanel({ input: parsePanelInput(json), gap, wallMs }),
    dates: () => planDates({ input: parseDatesInput(json), gap, wallMs }),
    portfolio: () => planPortfolio({ input: parsePortfolioInput(json), gap, wallMs }),
  };
  const proved = await planners[kind]();
  await writeJson(proved, of.out);
  tell(proved);
  return proved.result === null ? 1 : 0;
}

function tell({ status, value, bound, gap, conflict }: Proved<unknown>): void {
  if (conflict !== undefined) {
    sayAside('These cannot all hold:');
    for (const { words } of conflict.rules) sayAside(`  ${words}.`);
    if (conflict.repair !== null) {
      sayAside('The fewest to relax, and by how much:');
      for (const { words, by } of conflict.repair) sayAside(`  ${words}: by ${by}.`);
    }
    return;
  }
  if (value === null) return sayAside('Time was over before any answer; allow more --seconds.');
  if (status === 'optimal') return sayAside(`Value ${value}, proved to be the best.`);
  const known = `Value ${value}; none is above ${bound ?? 'what is not known yet'}`;
  sayAside(gap === null ? `${known}.` : `${known}, so it is at most ${percent(gap)} % short.`);
}

/** Rounded up, because it is a promise. */
function percent(gap: number): string {
  return (Math.ceil(gap * 1e4) / 100).toFixed(2);
}
