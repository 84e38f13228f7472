import { type CalendarDate, quartersOf } from '../../../kernel/calendar.ts';
import type { Hundredths } from '../../../modules/programmes/quantity.ts';

interface Unit {
  amount: Hundredths;
  achievedOn: CalendarDate;
}

interface Target {
  quarter: string;
  amount: Hundredths;
}

/** All amounts in hundredths. */
export interface Trajectory {
  quarters: string[];
  /** Cumulative, per quarter. */
  profile: number[];
  /** Cumulative up to today's quarter; null for quarters still to come. */
  actual: (number | null)[];
  /** What the profile says should be there by the end of the quarter before today's. */
  dueByNow: number;
  total: number;
  target: number;
}

/**
 * Actual against profile, both cumulative by calendar quarter. The first day up to and including the last
 * day of the programme; what was achieved before counts in the first quarter.
 */
export function trajectory(
  units: readonly Unit[],
  targets: readonly Target[],
  span: { from: CalendarDate; until: CalendarDate; today: CalendarDate },
): Trajectory {
  const quarters = quartersOf(span.from, span.until);
  let promised = 0;
  const profile = quarters.map(({ key }) => {
    promised += targets
      .filter((target) => target.quarter === key)
      .reduce((sum, target) => sum + target.amount, 0);
    return promised;
  });
  const actual = quarters.map(({ from, to }) =>
    from > span.today
      ? null
      : units.filter((unit) => unit.achievedOn < to).reduce((sum, unit) => sum + unit.amount, 0),
  );
  const passed = quarters.filter(({ to }) => to <= span.today).length;
  return {
    quarters: quarters.map(({ key }) => key),
    profile,
    actual,
    dueByNow: passed === 0 ? 0 : (profile[passed - 1] ?? 0),
    total: units.reduce((sum, unit) => sum + unit.amount, 0),
    target: promised,
  };
}
