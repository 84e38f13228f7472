/** No group of fewer firms is told. */
export const fewestTold = 5;

export interface Counted {
  group: string;
  firms: number;
}

/**
 * The groups that must not be told: those of fewer than five firms, and as many of the next smallest as it takes that
 * nobody can work a hidden one out from the total, so at least two and five firms together. `hidden` are hidden
 * whatever their number.
 */
export function suppressed(
  counts: readonly Counted[],
  hidden: ReadonlySet<string> = new Set(),
): Set<string> {
  const present = counts.filter((each) => each.firms > 0);
  const kept = new Set(
    present
      .filter((each) => each.firms < fewestTold || hidden.has(each.group))
      .map((each) => each.group),
  );
  if (kept.size === 0) return kept;
  const rest = present
    .filter((each) => !kept.has(each.group))
    .toSorted((a, b) => a.firms - b.firms || (a.group < b.group ? -1 : 1));
  const firms = () =>
    present.filter((each) => kept.has(each.group)).reduce((sum, each) => sum + each.firms, 0);
  for (const next of rest) {
    if (kept.size >= 2 && firms() >= fewestTold) break;
    kept.add(next.group);
  }
  return kept;
}
