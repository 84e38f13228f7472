import { invalid } from '../../kernel/errors.ts';
import { type FormValues, textOf } from '../../kernel/form-answer.ts';
import type { IndicatorDefinition } from './indicator.ts';
import {
  formatQuantity,
  type Hundredths,
  plainQuantity,
  quantityAdvice,
  readQuantity,
} from './quantity.ts';
import { quartersMeant, spreadEvenly } from './targets.ts';

type Indicator = Pick<IndicatorDefinition, 'code' | 'label' | 'unit'>;

export interface TargetGrid {
  indicators: readonly Indicator[];
  quarters: readonly string[];
  currency: string;
}

/** The targets that the form means; refuses with a message per cell that names indicator and quarter. */
export function targetsOfForm(grid: TargetGrid, typed: FormValues) {
  const form = pasted(grid, typed);
  const problems: Record<string, string> = {};
  const targets = grid.indicators.flatMap((indicator) => {
    const line = lineOf(grid, indicator, form, problems);
    const show = (amount: Hundredths) => formatQuantity(amount, indicator.unit, grid.currency);
    const meant = quartersMeant(line, show);
    if (meant.ok) {
      return meant.value.map((amount, at) => ({
        indicator: indicator.code,
        quarter: grid.quarters[at] ?? '',
        value: amount / 100,
      }));
    }
    problems[`${indicator.code}.total`] ??= `${nameOf(indicator)}: ${meant.message ?? ''}`;
    return [];
  });
  if (Object.keys(problems).length > 0) throw invalid(problems);
  return targets;
}

/**
 * The form with each total spread over its row; rows without a total stay as typed. A total that is no
 * quantity of its unit is refused, and nothing is spread.
 */
export function spreadForm(grid: TargetGrid, typed: FormValues): FormValues {
  const values = { ...pasted(grid, typed) };
  const problems: Record<string, string> = {};
  for (const indicator of grid.indicators) {
    const { total, quarters } = lineOf(grid, indicator, values, problems);
    if (total === null) continue;
    for (const [at, share] of spreadEvenly(total, quarters.length).entries()) {
      values[`${indicator.code}.${grid.quarters[at]}`] = plainQuantity(share);
    }
  }
  if (Object.keys(problems).length > 0) throw invalid(problems);
  return values;
}

function lineOf(
  { quarters, currency }: TargetGrid,
  indicator: Indicator,
  form: FormValues,
  problems: Record<string, string>,
) {
  const read = (cell: string, where: string) => {
    const name = `${indicator.code}.${cell}`;
    const text = textOf(form, name).trim();
    const amount = text === '' ? null : readQuantity(text, indicator.unit, currency);
    if (text !== '' && amount === null) {
      const advice = quantityAdvice(indicator.unit, currency);
      problems[name] = `${nameOf(indicator)}, ${where}: ${advice}.`;
    }
    return amount;
  };
  return {
    total: read('total', 'total'),
    storedTotal:
      readQuantity(textOf(form, `${indicator.code}.stored`), indicator.unit, currency) ?? 0,
    quarters: quarters.map((quarter) => read(quarter, quarter.replace('-', ' '))),
  };
}

/** A row of a spreadsheet pasted into one field fills the fields to the right of it. */
function pasted({ indicators, quarters }: TargetGrid, form: FormValues): FormValues {
  const values = { ...form };
  for (const { code } of indicators) {
    const cells = ['total', ...quarters].map((cell) => `${code}.${cell}`);
    for (const [at, name] of cells.entries()) {
      const texts = textOf(values, name).split('\t');
      if (texts.length === 1) continue;
      for (const [step, text] of texts.entries()) {
        const to = cells[at + step];
        if (to !== undefined) values[to] = text.trim();
      }
    }
  }
  return values;
}

function nameOf({ code, label }: Indicator): string {
  return `${code} ${label}`;
}
