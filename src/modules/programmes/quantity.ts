import { formatMoney, parseMoney } from '../../kernel/money.ts';
import { typedNumber } from '../../kernel/typed-number.ts';
import type { IndicatorDefinition } from './indicator.ts';

type Unit = IndicatorDefinition['unit'];

/**
 * A quantity of an indicator as a whole number of hundredths: pence of a pound, hundredths of a full-time
 * equivalent, and 100 for each enterprise. Hundredths are added and compared; only the formatter divides.
 */
export type Hundredths = number;

/** A stored value with two decimals in hundredths. */
export function toHundredths(value: number): Hundredths {
  return Math.round(value * 100);
}

/** Units of which there is no half. */
export function isCounted(unit: Unit): boolean {
  return unit === 'enterprises' || unit === 'persons' || unit === 'count';
}

/** The one way in which quantities are shown: `£250,000`, `45.5 FTE`, `1,200`. */
export function formatQuantity(amount: Hundredths, unit: Unit, currency: string): string {
  if (unit === 'money') return formatMoney({ minor: amount, currency });
  return unit === 'fte' ? `${plainQuantity(amount)} FTE` : plainQuantity(amount);
}

/** The same without its unit, as it stands in a field: `250,000`, `45.5`. */
export function plainQuantity(amount: Hundredths): string {
  return (amount / 100).toLocaleString('en-GB', { maximumFractionDigits: 2 });
}

/** What a field's label says of its unit: `£`, `FTE`, `enterprises`. */
export function unitLabel(unit: Unit, currency: string): string {
  if (unit === 'money') return currency;
  if (unit === 'fte') return 'FTE';
  return unit === 'count' ? 'number' : unit;
}

/** A quantity as typed, `£250,000` or `45.5` or `45,5`; null when it is none of the unit. */
export function readQuantity(text: string, unit: Unit, currency: string): Hundredths | null {
  if (unit === 'money') {
    const minor = parseMoney(text, currency);
    return minor === null || minor < 0 ? null : minor;
  }
  const value = typedNumber(text.replace(/\s*fte\s*$/i, ''));
  if (value === null || value < 0) return null;
  const amount = toHundredths(value);
  if (amount / 100 !== value || (isCounted(unit) && amount % 100 !== 0)) return null;
  return amount;
}

/** What to enter, where a text is no quantity of the unit. */
export function quantityAdvice(unit: Unit, currency: string): string {
  if (unit === 'money') return `enter an amount in ${currency} of 0 or more, such as 250,000`;
  return isCounted(unit)
    ? 'enter a whole number of 0 or more, such as 12'
    : 'enter a number of 0 or more with at most two decimals, such as 45.5';
}
