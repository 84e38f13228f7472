export interface Worth {
  mentorId: string;
  /** Fit with this need, 0 to 10,000. */
  total: number;
  /** What one place of the mentor is worth to the other needs, in the same points. */
  price: number;
}

export interface ProgrammeView {
  best: Worth;
  /** The highest fit less price; null where the programme would rather have this need wait. */
  bestForAll: Worth | null;
  /** What this need gives up when it takes the second; its whole fit when it waits. */
  loss: number;
  /** What the others gain by it. */
  gain: number;
}

/** How the whole allocation treats this need. */
export interface Whole {
  /** What it costs the programme that this need waits, in the same points. */
  waiting: number;
  /** Whom the whole gives it: null when it waits, undefined when it takes no part. */
  proposed?: string | null;
}

/**
 * The best fit of one need beside the best for the programme: a mentor, or to let the need wait. Prices alone leave
 * ties between what the whole does and what it might have done as well; then what it does is told. Null when nobody
 * can be asked.
 */
export function programmeView(
  worths: readonly Worth[],
  { waiting, proposed }: Whole,
): ProgrammeView | null {
  const [first] = worths;
  if (!first) return null;
  const net = ({ total, price }: Worth) => total - price;
  const best = worths.reduce((top, each) => (each.total > top.total ? each : top), first);
  const cheapest = worths.reduce(
    (top, each) =>
      net(each) > net(top) || (net(each) === net(top) && each.total > top.total) ? each : top,
    first,
  );
  const given = worths.find((each) => each.mentorId === proposed);
  const waits = proposed === null || (given === undefined && net(cheapest) < -waiting);
  const bestForAll = waits ? null : (given ?? cheapest);
  return {
    best,
    bestForAll,
    loss: best.total - (bestForAll?.total ?? 0),
    gain: best.price - (bestForAll?.price ?? 0),
  };
}

/** Points of the score as they are shown, 0 to 100. */
export function shownPoints(points: number): string {
  return `${Math.round(points / 100)}`;
}
