import type { CalendarDate } from '../../kernel/calendar.ts';
import { formatDate } from '../../kernel/calendar.ts';
import type { Money } from '../../kernel/money.ts';

/** A recorded rate; limits in euro are never applied to pounds without one. */
export interface ExchangeRate {
  from: string;
  to: string;
  /** Units of `to` for a million units of `from`. */
  perMillion: number;
  on: CalendarDate;
}

/** The amount in `currency`, rounded to the minor unit, or null when no recorded rate leads there. */
export function convertMoney(
  money: Money,
  currency: string,
  rates: readonly ExchangeRate[],
): { money: Money; note: string | null } | null {
  if (money.currency === currency) return { money, note: null };
  const rate = rates.find((each) => each.from === money.currency && each.to === currency);
  if (!rate) return null;
  const minor = Math.round((money.minor * rate.perMillion) / 1_000_000);
  const factor = (rate.perMillion / 1_000_000).toString();
  return {
    money: { minor, currency },
    note: `at ${factor} ${rate.to} for 1 ${rate.from} of ${formatDate(rate.on)}`,
  };
}
