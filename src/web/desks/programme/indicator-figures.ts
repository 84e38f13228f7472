import type { CalendarDate } from '../../../kernel/calendar.ts';
import { type IndicatorOutputs, isProved, totalOf } from '../../../modules/impact/reads.ts';
import type { Hundredths } from '../../../modules/programmes/quantity.ts';
import { type Trajectory, trajectory } from './trajectory.ts';

export interface IndicatorFigures {
  code: string;
  label: string;
  unit: IndicatorOutputs['indicator']['unit'];
  /** What a second person or counted hours stand behind, against the profile. */
  line: Trajectory;
  /** Recorded, and not verified yet. */
  unproved: Hundredths;
  onTheWay: number;
}

interface Target {
  indicator: string;
  quarter: string;
  amount: Hundredths;
}

/** One indicator as the desk shows it; what nobody has verified stays out of the line. */
export function figuresOf(
  { indicator, units, onTheWay }: IndicatorOutputs,
  targets: readonly Target[],
  span: { from: CalendarDate; until: CalendarDate; today: CalendarDate },
): IndicatorFigures {
  return {
    code: indicator.code,
    label: indicator.label,
    unit: indicator.unit,
    line: trajectory(
      units.filter(isProved),
      targets.filter((target) => target.indicator === indicator.code),
      span,
    ),
    unproved: totalOf(units.filter((unit) => !isProved(unit))),
    onTheWay: onTheWay.length,
  };
}
