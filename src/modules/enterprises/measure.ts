import { z } from 'zod';
import type { CalendarDate } from '../../kernel/calendar.ts';
import { formatMoney, parseMoney } from '../../kernel/money.ts';
import { typedNumber } from '../../kernel/typed-number.ts';
import { formatFte } from './size.ts';

export const measureKinds = [
  'staff',
  'turnover',
  'profit',
  'balance-sheet',
  'exports',
  'research-spend',
  'investment',
  'products',
  'grants',
  'confidence',
] as const;

export type MeasureKind = (typeof measureKinds)[number];

export const measureKindWords: Record<MeasureKind, string> = {
  staff: 'Staff, full-time equivalents',
  turnover: 'Turnover',
  profit: 'Profit before tax',
  'balance-sheet': 'Balance sheet total',
  exports: 'Sales abroad',
  'research-spend': 'Spending on research and development',
  investment: 'Investment raised',
  products: 'Products and services on sale',
  grants: 'Grants won',
  confidence: 'Confidence in the business, 0 to 10',
};

export const measureSources = ['accounts', 'payroll', 'declaration', 'estimate'] as const;

export const measureSourceWords: Record<string, string> = {
  accounts: 'Accounts',
  payroll: 'Payroll',
  declaration: 'Declared by the enterprise',
  estimate: 'Estimate',
  import: 'Imported list',
};

/** Whether amounts of the kind are money in minor units. */
export function isMoney(kind: string): boolean {
  return kind !== 'staff' && kind !== 'products' && kind !== 'confidence';
}

/** A figure in words: `12.5`, `£1,234`, `7`. */
export function formatMeasure(kind: string, amount: number, currency: string | null): string {
  if (kind === 'staff') return formatFte(amount);
  if (!isMoney(kind)) return amount.toLocaleString('en-GB');
  return formatMoney({ minor: amount, currency: currency ?? 'GBP' });
}

/** A figure as a spreadsheet calculates with it: staff and money in whole units, with their fractions. */
export function measureInSheet(kind: string, amount: number): number {
  return kind === 'products' || kind === 'confidence' ? amount : amount / 100;
}

/** A figure as it stands in its form field, without currency or separators. */
export function typedMeasure(kind: string, amount: number): string {
  if (kind === 'products' || kind === 'confidence') return String(amount);
  return amount % 100 === 0 ? String(amount / 100) : (amount / 100).toFixed(2);
}

/** What was typed as the stored amount of the kind; a sentence when it cannot be one. */
export function parseMeasure(
  kind: string,
  text: string,
  currency?: string,
): { amount: number } | { problem: string } {
  const problem = askedFor[kind as MeasureKind] ?? 'Enter the figure, for example 12.';
  if (isMoney(kind)) {
    const minor = parseMoney(text, currency);
    return minor === null ? { problem } : { amount: minor };
  }
  const number = typedNumber(text);
  const amount = kind === 'staff' ? Math.round((number ?? 0) * 100) : (number ?? 0);
  const isWhole = kind === 'staff' ? amount / 100 === number : Number.isInteger(number);
  return number === null || number < 0 || !isWhole ? { problem } : { amount };
}

const askedFor: Record<MeasureKind, string> = {
  staff: 'Enter the number of staff as full-time equivalents, for example 4 or 2.5.',
  turnover: 'Enter the turnover, for example 125,000.',
  profit: 'Enter the profit before tax, for example 12,500 or -3,000.',
  'balance-sheet': 'Enter the balance sheet total, for example 80,000.',
  exports: 'Enter the sales abroad, for example 25,000.',
  'research-spend': 'Enter the spending on research and development, for example 10,000.',
  investment: 'Enter the investment raised, for example 50,000.',
  products: 'Enter the number of products and services on sale, for example 3.',
  grants: 'Enter the grants won, for example 15,000.',
  confidence: 'Enter the confidence as a whole number from 0 to 10.',
};

const amount = z.int().min(-1_000_000_000_000_00).max(1_000_000_000_000_00);

/** One figure of one accounting year; staff in hundredths, money in minor units. */
export const figureSchema = z.strictObject({
  kind: z.enum(measureKinds),
  amount,
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable()
    .default(null),
  source: z.enum([...measureSources, 'import']).default('declaration'),
});

export type Figure = z.output<typeof figureSchema>;

/** What is wrong with a figure, as a sentence; null when nothing is. */
export function figureProblem(figure: Pick<Figure, 'kind' | 'amount'>): string | null {
  if (figure.amount < 0 && figure.kind !== 'profit')
    return `${measureKindWords[figure.kind as MeasureKind]}: enter 0 or more.`;
  if (figure.kind === 'confidence' && figure.amount > 10)
    return 'Enter the confidence as a whole number from 0 to 10.';
  if (figure.kind === 'staff' && figure.amount > 100_000_00)
    return 'Enter the number of staff: fewer than 100,000.';
  return null;
}

export interface MeasureRow {
  id: string;
  kind: string;
  amount: number;
  currency: string | null;
  yearEndsOn: CalendarDate;
}

/** The figure of each kind that counts: the latest year's, and of it the one recorded last. */
export function latestOfEach<R extends MeasureRow>(oldestFirst: readonly R[]): Map<string, R> {
  const latest = new Map<string, R>();
  for (const row of oldestFirst) {
    const known = latest.get(row.kind);
    if (!known || row.yearEndsOn >= known.yearEndsOn) latest.set(row.kind, row);
  }
  return latest;
}
