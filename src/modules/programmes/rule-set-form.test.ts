import { describe, expect, test } from 'vitest';
import { AppError } from '../../kernel/errors.ts';
import type { FormValues } from '../../kernel/form-answer.ts';
import { ruleSetDifferences } from './rule-set-difference.ts';
import { ceilingBands, ruleSetOfForm } from './rule-set-form.ts';
import type { RuleSet } from './rule-set.ts';
import { shippedRuleSet, shippedRuleSets } from './shipped-rule-sets/shipped.ts';

const text = (value: number | string | null | undefined) => String(value ?? '');
const major = (minor: number | null | undefined) => (minor ? String(minor / 100) : '');

/** The fields as the page sends them when nothing was typed. */
function formOf(set: RuleSet): FormValues {
  const form: FormValues = {
    version: set.version,
    name: set.name,
    effectiveFrom: set.effectiveFrom,
    sourceLabel: set.sourceLabel,
    countedMinutes: [...set.countedMinutes],
    groupRule: set.groupRule,
    newEnterpriseMonths: text(set.newEnterpriseMonths),
    fteWeeklyMinutes: text(set.fteWeeklyMinutes / 60),
    allowedBands: [...set.allowedBands],
    'size.source': set.size.source,
    'size.consecutiveYears': text(set.size.consecutiveYears),
    hasSubsidy: set.subsidy === null ? 'no' : 'yes',
    'subsidy.label': text(set.subsidy?.label),
    'subsidy.currency': set.subsidy?.currency ?? 'GBP',
    'subsidy.limitMinor': major(set.subsidy?.limitMinor),
    'subsidy.window': set.subsidy?.window ?? 'rolling',
    'subsidy.years': text(set.subsidy?.years ?? 3),
    difficultyAfterMonths: text(set.difficultyAfterMonths),
    'claims.every': set.claims.every,
    'claims.yearStart': set.claims.yearStart,
    'costs.indirectBasisPoints': major(set.costs.indirectBasisPoints),
    'costs.annualHours': text(set.costs.annualHours),
    'costs.claimableWhen': set.costs.claimableWhen,
    'costs.vat': set.costs.vat,
  };
  ceilingBands.forEach((band, at) => {
    const ceiling = set.size.ceilings.find((one) => one.band === band);
    form[`size.ceilings.${at}.staffBelow`] = text(ceiling?.staffBelow);
    form[`size.ceilings.${at}.turnoverAtMost`] = major(ceiling?.turnoverAtMost);
    form[`size.ceilings.${at}.balanceSheetAtMost`] = major(ceiling?.balanceSheetAtMost);
  });
  set.excludedSectors.forEach(({ key, label, sic }, at) => {
    form[`excludedSectors.${at}.key`] = key;
    form[`excludedSectors.${at}.label`] = label;
    form[`excludedSectors.${at}.sic`] = sic.join(', ');
  });
  set.indicators.forEach((one, at) => {
    const fields: FormValues = {
      ...{ code: one.code, label: one.label, unit: one.unit, kind: one.kind },
      'threshold.minutes': one.threshold?.minutes ? text(one.threshold.minutes / 60) : '',
      'threshold.moneyMinor': major(one.threshold?.moneyMinor),
      subsetOf: text(one.subsetOf),
      excludes: one.excludes.join(', '),
      evidence: one.evidence.map(({ label }) => label).join('\r\n'),
      ...(one.onlyNewEnterprises ? { onlyNewEnterprises: 'yes' } : {}),
      ...(one.countedMinutes ? { countedMinutes: [...one.countedMinutes] } : {}),
    };
    for (const [name, value] of Object.entries(fields)) form[`indicators.${at}.${name}`] = value;
  });
  return form;
}

const erdf = shippedRuleSet('erdf-england-2014-20');
const last = erdf.indicators.length;
const edited = (change: FormValues) => ruleSetOfForm(erdf, { ...formOf(erdf), ...change });
const differences = (change: FormValues) =>
  ruleSetDifferences(erdf, edited(change)).map(({ field, kind, before, after }) => [
    ...[field, kind, before, after],
  ]);

function problemsOf(change: FormValues): Record<string, string> | undefined {
  try {
    edited(change);
  } catch (error) {
    if (error instanceof AppError) return error.fields;
    throw error;
  }
  return undefined;
}

test.each(shippedRuleSets.map((set) => [set.code, set] as const))(
  'a form in which nothing was typed means %s as it is',
  (_, set) => {
    expect(ruleSetOfForm(set, formOf(set))).toEqual(set);
    expect(ruleSetDifferences(set, set)).toEqual([]);
  },
);

describe('what a local agreement says otherwise', () => {
  const added: FormValues = {
    [`indicators.${last}.code`]: 'L1',
    [`indicators.${last}.label`]: 'Firms with a plan',
    [`indicators.${last}.unit`]: 'enterprises',
    [`indicators.${last}.kind`]: 'outcome',
    [`indicators.${last}.threshold.minutes`]: '4,5',
    [`indicators.${last}.threshold.moneyMinor`]: '£1,500',
    [`indicators.${last}.subsetOf`]: 'C1',
    [`indicators.${last}.evidence`]:
      'Log of support: dates, hours, topic, signed by both\nThe plan',
    [`indicators.${last}.countedMinutes`]: 'contact',
  };

  test('an indicator is added with key, name, unit, counting rule, thresholds and evidence', () => {
    expect(edited(added).indicators.at(-1)).toEqual({
      code: 'L1',
      label: 'Firms with a plan',
      unit: 'enterprises',
      kind: 'outcome',
      threshold: { minutes: 270, moneyMinor: 150_000 },
      subsetOf: 'C1',
      onlyNewEnterprises: false,
      excludes: [],
      evidence: [
        { key: 'support-log', label: 'Log of support: dates, hours, topic, signed by both' },
        { key: 'the-plan', label: 'The plan' },
      ],
      countedMinutes: ['contact'],
    });
    expect(differences(added)).toEqual([
      [
        ...['Indicator L1', 'added', ''],
        'Firms with a plan: outcome, counted in enterprises, from 4 h 30 or £1,500',
      ],
    ]);
  });

  test('an indicator is taken out, and another changed', () => {
    const at = erdf.indicators.findIndex(({ code }) => code === 'C2');
    expect(
      differences({
        [`indicators.${at}.remove`]: 'yes',
        'indicators.0.threshold.moneyMinor': '2000',
        'indicators.0.evidence': 'SME declaration signed by the enterprise',
      }),
    ).toEqual([
      ['C1: threshold', 'changed', '12 h or £1,000', '12 h or £2,000'],
      [
        'C1: evidence',
        'changed',
        erdf.indicators[0]?.evidence.map(({ label }) => label).join('; '),
        'SME declaration signed by the enterprise',
      ],
      [
        'Indicator C2',
        'removed',
        'Enterprises receiving grants: output, counted in enterprises, from £1,000',
        '',
      ],
    ]);
  });

  test('ceilings, sectors, group rule, claims and costs are the agreement’s own', () => {
    expect(
      differences({
        groupRule: 'per-person',
        'size.ceilings.0.staffBelow': '5',
        'size.ceilings.2.staffBelow': '',
        'size.ceilings.2.turnoverAtMost': '',
        'size.ceilings.2.balanceSheetAtMost': '',
        'claims.every': 'half-year',
        'claims.yearStart': '04-01',
        'costs.indirectBasisPoints': '',
        'excludedSectors.0.label': '',
        'excludedSectors.0.sic': '',
        [`excludedSectors.${erdf.excludedSectors.length}.label`]: 'Gambling',
        [`excludedSectors.${erdf.excludedSectors.length}.sic`]: '92',
        hasSubsidy: 'no',
      }),
    ).toEqual([
      [
        ...['Group sessions', 'changed'],
        'Once for an enterprise, however many of its people attend',
        'For each person',
      ],
      [
        ...['Ceiling of micro', 'changed'],
        'fewer than 10 staff, turnover up to €2,000,000 or balance sheet up to €2,000,000',
        'fewer than 5 staff, turnover up to €2,000,000 or balance sheet up to €2,000,000',
      ],
      [
        ...['Subsidy', 'changed'],
        'De minimis, Regulation (EU) 1407/2013: €200,000 in 3 years (financial years)',
        'No limit in this rule set',
      ],
      ['Claims', 'changed', 'every quarter', 'every half-year'],
      ['The year of claims begins on', 'changed', '1 January', '1 April'],
      ['Indirect costs', 'changed', '15 % of direct staff costs', 'not allowed'],
      [
        ...['Ceiling of medium-sized', 'removed'],
        'fewer than 250 staff, turnover up to €50,000,000 or balance sheet up to €43,000,000',
        '',
      ],
      ['Sector excluded: Gambling', 'added', '', 'Gambling (SIC 92)'],
      ['Sector excluded: Retail to the public', 'removed', 'Retail to the public (SIC 47)', ''],
    ]);
  });
});

describe('what does not fit is said at its field, in words', () => {
  test('a message names the indicator, also where a row above it is empty', () => {
    const at = last + 1;
    expect(
      problemsOf({
        [`indicators.${at}.code`]: 'L2',
        [`indicators.${at}.label`]: '',
        [`indicators.${at}.unit`]: 'enterprises',
        [`indicators.${at}.kind`]: 'output',
        [`indicators.${at}.threshold.moneyMinor`]: 'a lot',
      }),
    ).toEqual({
      [`indicators.${at}.label`]: 'L2: Fill this in.',
      [`indicators.${at}.threshold.moneyMinor`]: expect.stringMatching(/^L2: Enter/),
    });
  });

  test('two indicators of one code, and a part of one that is not there, are refused', () => {
    expect(problemsOf({ 'indicators.0.remove': 'yes' })?.['indicators']).toMatch(
      /names C1, which is not in the list/,
    );
    const code = erdf.indicators[1]?.code ?? '';
    expect(problemsOf({ 'indicators.2.code': code })?.['indicators']).toBe(
      'Two indicators have the same code.',
    );
  });

  test('what is missing elsewhere is said at its own field, which the page then names', () => {
    expect(
      problemsOf({
        version: '',
        effectiveFrom: '2026-02-30',
        newEnterpriseMonths: 'x',
        'size.ceilings.1.staffBelow': '',
        'excludedSectors.0.sic': 'x9',
        'subsidy.limitMinor': '',
      }),
    ).toEqual({
      version: 'Fill this in.',
      effectiveFrom: 'Enter a real date.',
      newEnterpriseMonths: 'Enter a number.',
      'size.ceilings.1.staffBelow': expect.any(String),
      'excludedSectors.0.sic': expect.any(String),
      'subsidy.limitMinor': 'Enter a number.',
    });
  });
});
