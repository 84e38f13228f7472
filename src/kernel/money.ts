import { hasExponent, parseNumber } from './typed-number.ts';

/** An amount in minor units (pence, cents) with its ISO 4217 currency. */
export interface Money {
  minor: number;
  currency: string;
}

const formats = new Map<string, Intl.NumberFormat>();

function formatFor(currency: string, whole: boolean): Intl.NumberFormat {
  const key = `${currency}${whole ? 0 : 2}`;
  const known = formats.get(key);
  if (known) return known;
  const digits = whole ? 0 : 2;
  const made = new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formats.set(key, made);
  return made;
}

/** `{ minor: 123450, currency: 'GBP' }` → `£1,234.50`; whole amounts without decimals. */
export function formatMoney({ minor, currency }: Money): string {
  return formatFor(currency, minor % 100 === 0).format(minor / 100);
}

/** The sum; refuses to add two currencies. */
export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) {
    throw new Error(`cannot add ${b.currency} to ${a.currency}`);
  }
  return { minor: a.minor + b.minor, currency: a.currency };
}

/**
 * `£1,234.5` → 123450 minor units, `12,50` → 1250, `£1.2m` → 120000000; null when it is not an amount, has
 * parts of a penny, or names another currency than the one asked for.
 */
export function parseMoney(text: string, currency?: string): number | null {
  const parsed = hasExponent(text) ? null : parseNumber(text.trim(), 'point');
  if (parsed?.ok !== true) return null;
  // Nobody writes tenths of a penny: `10.000` is ten thousand, typed on the continent, and has to be asked about.
  if (/\d\.\d{3}(?!\d|[.,])/.test(text)) return null;
  const { value, currency: named } = parsed.value;
  if (named !== null && currency !== undefined && named !== currency) return null;
  const minor = Math.round(value * 100);
  return minor / 100 === value && Math.abs(minor) < 1e14 ? minor : null;
}
