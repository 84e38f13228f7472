import {
  type CalendarDate,
  addDays,
  addMonths,
  financialYearStart,
  formatDate,
} from '../../kernel/calendar.ts';
import { type Money, formatMoney } from '../../kernel/money.ts';
import { type ExchangeRate, convertMoney } from '../programmes/exchange-rate.ts';
import type { SubsidyRegime } from '../programmes/rule-set.ts';

/** Aid given or promised to the enterprise or its group, at gross cash equivalent. */
export interface SubsidyAward {
  id: string;
  /** Whose award: the enterprise itself or a firm under the same control. */
  recipient: string;
  sameGroup: boolean;
  giver: string;
  regime: string;
  awardedOn: CalendarDate;
  amount: Money;
  state: 'declared' | 'notified' | 'confirmed' | 'withdrawn';
}

/** First and last day, both included, of the years that use up the limit for an award on `date`. */
export function subsidyWindow(
  regime: Pick<SubsidyRegime, 'window' | 'years' | 'financialYearStart'>,
  date: CalendarDate,
): { from: CalendarDate; to: CalendarDate } {
  if (regime.window === 'rolling') {
    return { from: addDays(addMonths(date, -12 * regime.years), 1), to: date };
  }
  const current = financialYearStart(date, regime.financialYearStart);
  return { from: addMonths(current, -12 * (regime.years - 1)), to: date };
}

export interface SubsidyLine {
  awardId: string;
  countsMinor: number;
  because: string;
}

export interface SubsidyHeadroom {
  from: CalendarDate;
  to: CalendarDate;
  lines: SubsidyLine[];
  usedMinor: number;
  limitMinor: number;
  /** Left before the proposed award; never below zero. */
  headroomMinor: number;
  proposedMinor: number;
  fits: boolean;
  /** At or above the regime's warning share with the proposed award. */
  warns: boolean;
  /** Awards or amounts that cannot be added because no exchange rate is recorded. */
  missing: string[];
}

/** What an award on `date` finds used and left of the regime's limit, award by award. */
export function subsidyHeadroom(
  regime: SubsidyRegime,
  awards: readonly SubsidyAward[],
  date: CalendarDate,
  proposed: Money,
  rates: readonly ExchangeRate[] = [],
): SubsidyHeadroom {
  const { from, to } = subsidyWindow(regime, date);
  const lines: SubsidyLine[] = [];
  const missing: string[] = [];
  for (const award of awards) {
    const excuse = whyNotCounted(award, regime, from, to);
    if (excuse !== null) {
      lines.push({ awardId: award.id, countsMinor: 0, because: excuse });
      continue;
    }
    const converted = convertMoney(award.amount, regime.currency, rates);
    if (converted === null) {
      missing.push(
        rateSentence(award.amount.currency, regime.currency, `the award of ${award.giver}`),
      );
      continue;
    }
    const note = converted.note === null ? '' : ` (${formatMoney(award.amount)} ${converted.note})`;
    lines.push({
      awardId: award.id,
      countsMinor: converted.money.minor,
      because: `${award.giver} to ${award.recipient}, ${formatDate(award.awardedOn)}: ${formatMoney(converted.money)}${note}.`,
    });
  }
  const wanted = convertMoney(proposed, regime.currency, rates);
  if (wanted === null) missing.push(rateSentence(proposed.currency, regime.currency, 'this award'));
  const usedMinor = lines.reduce((sum, line) => sum + line.countsMinor, 0);
  const proposedMinor = wanted?.money.minor ?? 0;
  const after = usedMinor + proposedMinor;
  return {
    from,
    to,
    lines,
    usedMinor,
    limitMinor: regime.limitMinor,
    headroomMinor: Math.max(0, regime.limitMinor - usedMinor),
    proposedMinor,
    fits: missing.length === 0 && after <= regime.limitMinor,
    warns: after * 100 >= regime.limitMinor * regime.warnAtPercent,
    missing,
  };
}

function whyNotCounted(
  award: SubsidyAward,
  regime: SubsidyRegime,
  from: CalendarDate,
  to: CalendarDate,
): string | null {
  const name = `${award.giver}, ${formatDate(award.awardedOn)}`;
  if (award.state === 'withdrawn') return `${name}: withdrawn.`;
  if (award.regime !== regime.code && !regime.alsoCounts.includes(award.regime)) {
    return `${name}: given under other rules, which have their own limit.`;
  }
  if (award.sameGroup && !regime.singleUndertaking) return `${name}: given to another firm.`;
  if (award.awardedOn < from) return `${name}: before ${formatDate(from)}.`;
  if (award.awardedOn > to) return `${name}: after this award.`;
  return null;
}

function rateSentence(from: string, to: string, what: string): string {
  return `A dated exchange rate from ${from} to ${to} for ${what}`;
}
