import type { Panel } from './panel-result.ts';
import type { PanelInput } from './panel.ts';

/**
 * Reads input and panel anew, without the model's code, and gives what is wrong with the panel: rules that it
 * breaks, service that cannot be, a value that is not the sum of its parts.
 */
export function checkPanel(input: PanelInput, panel: Panel, value: number): string[] {
  const wrong: string[] = [];
  const byId = new Map(input.applicants.map((applicant) => [applicant.id, applicant]));
  const ids = new Set(panel.chosen.map(({ id }) => id));
  if (ids.size !== panel.chosen.length) wrong.push('somebody is chosen twice');
  if (panel.chosen.length > input.seats) wrong.push('more are chosen than there are seats');
  let cost = 0;
  let scores = 0;
  let fits = 0;
  const served = input.demand.map(() => 0);
  for (const { id, serves } of panel.chosen) {
    const applicant = byId.get(id);
    if (applicant === undefined) {
      wrong.push(`${id} did not apply`);
      continue;
    }
    if (applicant.decided === 'out') wrong.push(`${id} was decided out`);
    if (applicant.decided !== 'in' && applicant.score < input.minimumScore) {
      wrong.push(`${id} is below the minimum score`);
    }
    cost += applicant.cost;
    scores += applicant.score;
    let taken = 0;
    for (const { cell, needs } of serves) {
      const kind = input.demand[cell];
      if (kind === undefined || needs < 0 || !Number.isInteger(needs)) {
        wrong.push(`${id} serves something that is not asked for`);
        continue;
      }
      const levels = [applicant.functions.get(kind.function), applicant.sectors.get(kind.sector)];
      if (kind.style !== null) levels.push(applicant.styles.get(kind.style));
      const product = levels.reduce<number>((all, level) => all * ((level ?? 0) / 100), 100);
      // Products such as 62.5 × 0.7 are a hair off in doubles, and a half must round as whole numbers would.
      fits += needs * Math.round(Number(product.toFixed(6)));
      served[cell] = (served[cell] ?? 0) + needs;
      taken += needs;
    }
    if (taken > applicant.places) wrong.push(`${id} serves more than there are places`);
  }
  for (const { id, decided } of input.applicants) {
    if (decided === 'in' && !ids.has(id)) wrong.push(`${id} was decided in and is not`);
  }
  if (input.budget !== null && cost > input.budget) wrong.push('the budget is exceeded');
  input.demand.forEach((cell, at) => {
    if ((served[at] ?? 0) > cell.needs) {
      wrong.push(`more is served than needed: ${cell.function}, ${cell.sector}`);
    }
  });
  for (const quota of input.quotas) {
    const count = panel.chosen.filter(({ id }) => {
      const applicant = byId.get(id);
      if (applicant === undefined) return false;
      if (quota.by === 'tag') return applicant.tags.some((tag) => tag === quota.of);
      if (quota.by === 'function') return (applicant.functions.get(quota.of) ?? 0) >= quota.level;
      if (quota.by === 'sector') return (applicant.sectors.get(quota.of) ?? 0) >= quota.level;
      return (applicant.styles.get(quota.of) ?? 0) >= quota.level;
    }).length;
    if (count < quota.min || count > quota.max) {
      wrong.push(`${count} count for ${quota.name}, not ${quota.min} to ${quota.max}`);
    }
  }
  const asked = input.demand.reduce((sum, { needs }) => sum + needs, 0);
  const expected =
    input.coverage * input.seats * fits + (100 - input.coverage) * Math.max(1, asked) * scores;
  if (expected !== value) wrong.push(`the value is ${expected}, not ${value}`);
  return wrong;
}
