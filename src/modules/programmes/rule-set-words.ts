import { formatDate } from '../../kernel/calendar.ts';
import { formatMinutes } from '../../kernel/minutes.ts';
import { formatMoney } from '../../kernel/money.ts';
import { listWords, plural } from '../../kernel/text.ts';
import { countedWords, type IndicatorDefinition, minuteTypeWords } from './indicator.ts';
import { type RuleSet, sizeBandWords } from './rule-set.ts';

export const groupRuleWords: Readonly<Record<RuleSet['groupRule'], string>> = {
  'once-per-enterprise': 'Once for an enterprise, however many of its people attend',
  'per-person': 'For each person',
};

export const claimableWords: Readonly<Record<RuleSet['costs']['claimableWhen'], string>> = {
  defrayed: 'Once it is paid',
  incurred: 'Once it is owed',
};

export const vatWords: Readonly<Record<RuleSet['costs']['vat'], string>> = {
  'irrecoverable-only': 'Only what cannot be recovered',
  never: 'Never',
  always: 'Always',
};

/** What one unit of the indicator takes. */
export function thresholdWords({ threshold }: IndicatorDefinition, currency: string): string {
  const parts: string[] = [];
  if (threshold?.minutes) parts.push(formatMinutes(threshold.minutes));
  if (threshold?.moneyMinor) parts.push(formatMoney({ minor: threshold.moneyMinor, currency }));
  return parts.join(' or ') || 'None';
}

/** `output, counted in enterprises`. */
export function kindWords({ kind, unit }: IndicatorDefinition): string {
  return `${kind}, ${countedWords(unit)}`;
}

export function minutesWords(types: RuleSet['countedMinutes'] | null): string {
  return types === null ? 'As the rest' : listWords(types.map((type) => minuteTypeWords[type]));
}

export function ceilingWords(
  { staffBelow, turnoverAtMost, balanceSheetAtMost }: RuleSet['size']['ceilings'][number],
  currency: string,
): string {
  const turnover =
    turnoverAtMost === null
      ? ''
      : `, turnover up to ${formatMoney({ minor: turnoverAtMost, currency })}`;
  const balance =
    balanceSheetAtMost === null
      ? ''
      : `${turnover === '' ? ',' : ' or'} balance sheet up to ${formatMoney({ minor: balanceSheetAtMost, currency })}`;
  return `fewer than ${staffBelow} staff${turnover}${balance}`;
}

export function subsidyWords(subsidy: RuleSet['subsidy']): string {
  if (subsidy === null) return 'No limit in this rule set';
  const { label, limitMinor: minor, currency, years, window } = subsidy;
  return `${label}: ${formatMoney({ minor, currency })} in ${plural(years, 'year')} (${window === 'rolling' ? 'rolling' : 'financial years'})`;
}

/** `1 January`. */
export function monthDayWords(monthDay: string): string {
  return formatDate(`2024-${monthDay}`).replace(/ 2024$/, '');
}

export function bandsWords(bands: RuleSet['allowedBands']): string {
  return listWords(bands.map((band) => sizeBandWords[band]));
}
