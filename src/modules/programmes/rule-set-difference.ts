import { formatDate } from '../../kernel/calendar.ts';
import { formatMinutes } from '../../kernel/minutes.ts';
import { listWords, plural } from '../../kernel/text.ts';
import {
  type ChangedLine,
  changedLines,
  type ShownSetting,
} from '../people/history/setting-change.ts';
import type { IndicatorDefinition } from './indicator.ts';
import { type RuleSet, sizeBandWords } from './rule-set.ts';
import {
  bandsWords,
  ceilingWords,
  claimableWords,
  groupRuleWords,
  kindWords,
  minutesWords,
  monthDayWords,
  subsidyWords,
  thresholdWords,
  vatWords,
} from './rule-set-words.ts';

export type DifferenceKind = 'added' | 'removed' | 'changed';

export interface Difference extends ChangedLine {
  kind: DifferenceKind;
}

/** What two rule sets say differently, in the words of their pages: what was added and removed as a whole, the rest by field. */
export function ruleSetDifferences(before: RuleSet, after: RuleSet): Difference[] {
  const lines = [
    ...changedLines(generalOf(before), generalOf(after)),
    ...indicatorLines(before, after),
    ...changedLines(sectorsOf(before), sectorsOf(after)),
  ];
  return lines.map((line) => ({ ...line, kind: kindOf(line) }));
}

function kindOf({ before, after }: ChangedLine): DifferenceKind {
  if (before === '') return 'added';
  return after === '' ? 'removed' : 'changed';
}

const shown = (field: string, text: string): ShownSetting => ({ key: field, field, text });

function generalOf(set: RuleSet): ShownSetting[] {
  const { size, costs } = set;
  return [
    shown('Name', set.name),
    shown('In effect from', formatDate(set.effectiveFrom)),
    shown('What to check it against', set.sourceLabel),
    shown('Time that counts', minutesWords(set.countedMinutes)),
    shown('Group sessions', groupRuleWords[set.groupRule]),
    shown('A new enterprise is younger than', plural(set.newEnterpriseMonths, 'month')),
    shown('Full-time week', formatMinutes(set.fteWeeklyMinutes)),
    shown('Sizes allowed', bandsWords(set.allowedBands)),
    shown('Size ceilings are taken from', size.source),
    ...size.ceilings.map((one) =>
      shown(`Ceiling of ${sizeBandWords[one.band]}`, ceilingWords(one, size.currency)),
    ),
    shown('A size is gained or lost after', plural(size.consecutiveYears, 'year')),
    shown('Subsidy', subsidyWords(set.subsidy)),
    shown(
      'The test of difficulty starts after',
      set.difficultyAfterMonths === null
        ? 'no such test'
        : `${plural(set.difficultyAfterMonths, 'month')} of trading`,
    ),
    shown('Claims', `every ${set.claims.every}`),
    shown('The year of claims begins on', monthDayWords(set.claims.yearStart)),
    shown('Currency of costs', costs.currency),
    shown(
      'Indirect costs',
      costs.indirectBasisPoints === null
        ? 'not allowed'
        : `${costs.indirectBasisPoints / 100} % of direct staff costs`,
    ),
    shown(
      'Hours of a year',
      costs.annualHours === null ? 'not set' : costs.annualHours.toLocaleString('en-GB'),
    ),
    shown('A cost can be claimed', claimableWords[costs.claimableWhen]),
    shown('VAT can be claimed', vatWords[costs.vat]),
  ];
}

function indicatorLines(before: RuleSet, after: RuleSet): ChangedLine[] {
  const old = new Map(before.indicators.map((one) => [one.code, one]));
  const now = new Set(after.indicators.map(({ code }) => code));
  return [
    ...after.indicators.flatMap((one) => {
      const was = old.get(one.code);
      const { currency } = after.costs;
      if (was === undefined) {
        return [{ field: `Indicator ${one.code}`, before: '', after: inShort(one, currency) }];
      }
      return changedLines(indicatorOf(was, before.costs.currency), indicatorOf(one, currency));
    }),
    ...before.indicators
      .filter(({ code }) => !now.has(code))
      .map((one) => ({
        field: `Indicator ${one.code}`,
        before: inShort(one, before.costs.currency),
        after: '',
      })),
  ];
}

function inShort(indicator: IndicatorDefinition, currency: string): string {
  const threshold = thresholdWords(indicator, currency);
  return `${indicator.label}: ${kindWords(indicator)}${threshold === 'None' ? '' : `, from ${threshold}`}`;
}

function indicatorOf(one: IndicatorDefinition, currency: string): ShownSetting[] {
  const of = (field: string, text: string) => shown(`${one.code}: ${field}`, text);
  return [
    of('name', one.label),
    of('kind', kindWords(one)),
    of('threshold', thresholdWords(one, currency)),
    of('time that counts', minutesWords(one.countedMinutes)),
    of('a part of', one.subsetOf ?? 'no other'),
    of('not beside', listWords(one.excludes) || 'counted beside every other'),
    of('whom it counts', one.onlyNewEnterprises ? 'new enterprises only' : 'every enterprise'),
    of('evidence', one.evidence.map(({ label }) => label).join('; ') || 'as the agreement says'),
  ];
}

function sectorsOf(set: RuleSet): ShownSetting[] {
  return set.excludedSectors.map(({ key, label, sic }) => ({
    key: `sector ${key}`,
    field: `Sector excluded: ${label}`,
    text: sic.length === 0 ? label : `${label} (SIC ${sic.join(', ')})`,
  }));
}
