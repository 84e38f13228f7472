import type { ImpactLine } from '../../../modules/impact/reads.ts';

export interface ChangeOfKind {
  kind: string;
  /** Null for what is no money. */
  currency: string | null;
  enterprises: number;
  up: number;
  difference: number;
}

type Line = Pick<ImpactLine, 'kind' | 'baseline' | 'latest' | 'currency' | 'baselineCurrency'>;

/**
 * What changed since the baseline, added up by kind and currency. Two currencies are never added, and a firm
 * whose figures are in different ones is left out: their difference is no amount.
 */
export function changesByKind(lines: readonly Line[]): ChangeOfKind[] {
  const sums = new Map<string, ChangeOfKind>();
  for (const { kind, currency, baselineCurrency, baseline, latest } of lines) {
    if (currency !== baselineCurrency) continue;
    const key = `${kind} ${currency ?? ''}`;
    const sum = sums.get(key) ?? { kind, currency, enterprises: 0, up: 0, difference: 0 };
    sum.enterprises += 1;
    if (latest > baseline) sum.up += 1;
    sum.difference += latest - baseline;
    sums.set(key, sum);
  }
  return [...sums.values()];
}
