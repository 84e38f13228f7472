import type { IndicatorHours } from '../../../modules/sessions/hours.ts';
import type { ExportCell } from '../../../platform/spreadsheets/export-cell.ts';

/** A column for each threshold in hours: what of it an enterprise has, as a number of hours. */
export function hoursColumns(hours: ReadonlyMap<string, readonly IndicatorHours[]>) {
  const needed = new Map<string, number>();
  for (const all of hours.values()) {
    for (const { indicator, bar } of all) {
      if (!needed.has(indicator.code)) needed.set(indicator.code, bar.needed);
    }
  }
  return {
    headers: [...needed].map(([code, minutes]) => `${code}: hours of ${inHours(minutes)}`),
    cells: (enrolmentId: string): ExportCell[] =>
      [...needed.keys()].map((code) => {
        const found = hours.get(enrolmentId)?.find(({ indicator }) => indicator.code === code);
        return found === undefined ? null : inHours(found.bar.counted);
      }),
  };
}

function inHours(minutes: number): number {
  return Math.round((minutes / 60) * 100) / 100;
}
