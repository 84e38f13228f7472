import type { CalendarDate } from '../../kernel/calendar.ts';
import { formatDate } from '../../kernel/calendar.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';

export const baselineMeasures = [
  'staff',
  'turnover',
  'profit',
  'balance-sheet',
  'exports',
  'research-spend',
  'investment',
  'products',
] as const;

export type BaselineMeasure = (typeof baselineMeasures)[number];

export const baselineMeasureWords: Record<BaselineMeasure, string> = {
  staff: 'Staff, full-time equivalents',
  turnover: 'Turnover',
  profit: 'Profit before tax',
  'balance-sheet': 'Balance sheet total',
  exports: 'Sales abroad',
  'research-spend': 'Spending on research and development',
  investment: 'Investment raised',
  products: 'Products and services on sale',
};

/** One figure before support. Staff in hundredths, money in minor units, products as a count. */
export interface BaselineFigure {
  measure: BaselineMeasure;
  amount: number;
  accountingYearEnd: CalendarDate;
  source: 'accounts' | 'payroll' | 'declaration' | 'estimate';
}

export interface Baseline {
  figures: readonly BaselineFigure[];
  declaredOn: CalendarDate;
  frozenOn: CalendarDate | null;
}

/** What must be there before a baseline can be frozen. */
export const requiredMeasures: readonly BaselineMeasure[] = ['staff', 'turnover', 'profit'];

/** Freezes the figures that later jobs and growth are compared with; only before the first support. */
export function freezeBaseline(
  baseline: Baseline,
  today: CalendarDate,
  firstSupportOn: CalendarDate | null,
): Result<Baseline, 'already-frozen' | 'incomplete' | 'support-started' | 'figure-later'> {
  if (baseline.frozenOn !== null) {
    return fail(
      'already-frozen',
      `Frozen on ${formatDate(baseline.frozenOn)}; two people can correct a figure.`,
    );
  }
  const missing = missingMeasures(baseline);
  if (missing.length > 0) {
    const words = missing.map((measure) => baselineMeasureWords[measure].toLowerCase());
    return fail('incomplete', `Still missing: ${words.join('; ')}.`);
  }
  if (firstSupportOn !== null && firstSupportOn <= today) {
    return fail(
      'support-started',
      `Support started on ${formatDate(firstSupportOn)}, so these are no longer the figures before it.`,
    );
  }
  if (baseline.figures.some((figure) => figure.accountingYearEnd > today)) {
    return fail('figure-later', 'A figure belongs to a year that has not ended.');
  }
  return ok({ ...baseline, frozenOn: today });
}

export function missingMeasures(baseline: Pick<Baseline, 'figures'>): BaselineMeasure[] {
  const held = new Set(baseline.figures.map((figure) => figure.measure));
  return requiredMeasures.filter((measure) => !held.has(measure));
}

/** Full-time equivalents in hundredths: 15 hours of a 30-hour week are 50. */
export function fteHundredths(weeklyMinutes: number, fullTimeWeeklyMinutes: number): number {
  return Math.min(100, Math.round((weeklyMinutes * 100) / fullTimeWeeklyMinutes));
}
