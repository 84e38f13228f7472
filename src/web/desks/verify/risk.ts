import { type CalendarDate, dateInZone, daysBetween } from '../../../kernel/calendar.ts';
import type { Waiting } from './verify-reads.ts';

/** A share of the target from which one output is worth a second look. */
const largeShare = 0.1;
/** Days after which recording is late: whoever remembers it is asked about another quarter. */
const lateDays = 90;

interface RiskFacts {
  zone: string;
  /** The programme's target by indicator, in the unit of outputs. */
  targets: ReadonlyMap<string, number>;
}

/** Why one item is riskier than another, in words; the more reasons, the earlier it is looked at. */
export function risksOf(item: Waiting, { zone, targets }: RiskFacts): string[] {
  if (item.kind === 'override') return ['decides eligibility'];
  if (item.kind === 'correction') return correctionRisks(item.before ?? 0, item.amount ?? 0);
  const risks: string[] = [];
  if (!item.hasWords && !item.hasDocument) risks.push('nothing proves it yet');
  const target = targets.get(item.what) ?? 0;
  if (target > 0 && (item.amount ?? 0) >= target * largeShare) {
    risks.push('a tenth of the target or more');
  }
  const recordedOn = dateInZone(item.since, zone);
  if (item.achievedOn !== null && daysBetween(item.achievedOn, recordedOn) > lateDays) {
    risks.push('recorded more than 90 days after');
  }
  return risks;
}

function correctionRisks(before: number, amount: number): string[] {
  const [low, high] = [Math.min(before, amount), Math.max(before, amount)];
  const risks = ['changes what is frozen'];
  if (high >= low * 10 && high > 0) risks.push('by a factor of ten or more');
  return risks;
}

/** The riskiest first; of equals the one that has waited longest. */
export function inOrderOfRisk<W extends { since: string; risks: readonly string[] }>(
  waiting: readonly W[],
): W[] {
  return waiting.toSorted(
    (a, b) => b.risks.length - a.risks.length || a.since.localeCompare(b.since),
  );
}

/** Whole days that something has waited. */
export function waitedDays(since: string, today: CalendarDate, zone: string): number {
  return Math.max(0, daysBetween(dateInZone(since, zone), today));
}
