import { steady } from '../proved.ts';
import { drawForecasts, type Forecast } from './forecasts.ts';
import type { Applicant, PanelInput } from './panel.ts';
import { type FoundPanel, PanelSearch } from './panel-search.ts';

/** How often somebody is chosen when the forecast might have been another. */
export interface Sensitivity {
  readonly id: string;
  readonly chosenIn: number;
  readonly of: number;
  readonly when: 'always' | 'usually' | 'sometimes';
  /** What was different where a "sometimes" was chosen: this function's demand, in forecasts of 1. */
  readonly onlyIf: { readonly function: string; readonly factor: number } | null;
}

/** From this share of the forecasts on, somebody is chosen "usually". */
const usually = 0.6;

/** From this distance of the mean factors on, a function is named as the reason. */
const tellingDistance = 0.1;

/**
 * Chooses again for each drawn forecast, by greedy choice and swaps, from the best panel and from nothing. Those
 * never chosen are left out.
 */
export async function sensitivityOf(
  input: PanelInput,
  of: { applicants: readonly Applicant[]; best: FoundPanel; signal?: AbortSignal },
): Promise<Sensitivity[]> {
  const forecasts = drawForecasts(input.demand, {
    count: input.resamples,
    uncertainty: input.uncertainty,
    salt: input.salt,
  });
  const runs: { forecast: Forecast; members: ReadonlySet<number> }[] = [];
  for (const forecast of forecasts) {
    // Each takes a part of a second; whatever else the process has to do comes in between.
    await new Promise((next) => setImmediate(next));
    if (of.signal?.aborted) break;
    const search = new PanelSearch(input, of.applicants, forecast.needs);
    const kept = { members: of.best.members, value: search.value(of.best.members) };
    const fresh = search.greedy();
    const starts = search.isFeasible(fresh.members) ? [kept, fresh] : [kept];
    const found = starts.map((start) => search.improve(start, 2));
    const best = found.reduce((a, b) => (b.value > a.value ? b : a));
    runs.push({ forecast, members: new Set(best.members) });
  }
  return of.applicants.flatMap(({ id }, at): Sensitivity[] => {
    const chosen = runs.filter(({ members }) => members.has(at)).map(({ forecast }) => forecast);
    if (chosen.length === 0) return [];
    const others = runs.filter(({ members }) => !members.has(at)).map(({ forecast }) => forecast);
    const share = chosen.length / runs.length;
    const when = others.length === 0 ? 'always' : share >= usually ? 'usually' : 'sometimes';
    const onlyIf = when === 'sometimes' ? reasonOf(chosen, others) : null;
    return [{ id, chosenIn: chosen.length, of: runs.length, when, onlyIf }];
  });
}

/** The function whose demand was most above that of the other forecasts. */
function reasonOf(
  chosen: readonly Forecast[],
  others: readonly Forecast[],
): { function: string; factor: number } | null {
  const names = [...(chosen[0]?.factors.keys() ?? [])];
  const distances = names.map((name) => {
    const factor = meanFactor(chosen, name);
    return { function: name, factor, distance: factor - meanFactor(others, name) };
  });
  const most = distances.reduce<(typeof distances)[number] | null>(
    (best, one) => (best === null || one.distance > best.distance ? one : best),
    null,
  );
  if (most === null || most.distance < tellingDistance || most.factor <= 1) return null;
  return { function: most.function, factor: steady(Math.round(most.factor * 100) / 100) };
}

function meanFactor(forecasts: readonly Forecast[], name: string): number {
  return forecasts.reduce((sum, { factors }) => sum + factors.get(name)!, 0) / forecasts.length;
}
