export interface Worth {
  mentorId: string;
  /** Fit with this need, 0 to 10,000. */
  total: number;
  /** What one place of the mentor is worth to the other needs, in the same points. */
  price: number;
}

export interface ProgrammeView {
  best: Worth;
  /** The highest fit less price; the same as `best` where nobody else needs that mentor more. */
  bestForAll: Worth;
  /** What this need gives up when it takes the second. */
  loss: number;
  /** What the others gain by it. */
  gain: number;
}

/**
 * The best fit of one need beside the best for the programme. Ties go to the better fit, and then to the order given.
 * Null when nobody can be asked.
 */
export function programmeView(worths: readonly Worth[]): ProgrammeView | null {
  const [first] = worths;
  if (!first) return null;
  const net = ({ total, price }: Worth) => total - price;
  const best = worths.reduce((top, each) => (each.total > top.total ? each : top), first);
  const bestForAll = worths.reduce(
    (top, each) =>
      net(each) > net(top) || (net(each) === net(top) && each.total > top.total) ? each : top,
    first,
  );
  return {
    best,
    bestForAll,
    loss: best.total - bestForAll.total,
    gain: best.price - bestForAll.price,
  };
}

/** Points of the score as they are shown, 0 to 100. */
export function shownPoints(points: number): string {
  return `${Math.round(points / 100)}`;
}
