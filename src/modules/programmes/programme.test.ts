import { expect, test } from 'vitest';
import {
  type ProgrammeSettings,
  cumulativeTarget,
  openingProblems,
  programmeSchema,
  stageOfAge,
} from './programme.ts';
import { shippedRuleSet } from './shipped-rule-sets/shipped.ts';

const settings: ProgrammeSettings = {
  name: 'Business Ready',
  startsOn: '2016-10-01',
  endsOn: '2018-12-31',
  zone: 'Europe/London',
  currency: 'GBP',
  funders: ['ERDF'],
  area: [{ code: 'E08000026', name: 'Coventry' }],
  remit: { divisions: ['62'], description: 'Technology' },
  sizeBands: ['micro', 'small'],
  tradingAge: { atLeastMonths: null, belowMonths: null, potentialEntrepreneurs: true },
  businessSalesAtLeast: null,
  mentoringModel: 'proactive',
  contactEveryDays: {
    'pre-start': 14,
    'start-up': 14,
    early: 21,
    growth: 28,
    'scale-up': 28,
    mature: 42,
  },
  introductionTargetDays: 7,
  targets: [
    { indicator: 'C1', quarter: '2016-Q4', amount: 10 },
    { indicator: 'C1', quarter: '2017-Q1', amount: 15 },
  ],
};
const rules = shippedRuleSet('erdf-england-2014-20');

test('a complete programme can open', () => {
  expect(programmeSchema.parse(settings)).toEqual(settings);
  expect(openingProblems(settings, rules)).toEqual([]);
});

test('targets outside the programme or the rules, and sizes the funder excludes, stand against opening', () => {
  const wrong: ProgrammeSettings = {
    ...settings,
    sizeBands: ['micro', 'large'],
    area: [],
    targets: [
      { indicator: 'C99', quarter: '2018-Q4', amount: 1 },
      { indicator: 'C1', quarter: '2019-Q1', amount: 1 },
    ],
  };
  expect(openingProblems(wrong, rules)).toEqual([
    'There is a target for C99, which the rules do not know.',
    'There is a target for 2019-Q1, outside the programme.',
    'The funder does not allow these sizes: large.',
    'The area has no local authority yet.',
  ]);
});

test('a programme that ends before it starts is refused', () => {
  expect(programmeSchema.safeParse({ ...settings, endsOn: '2016-09-30' }).success).toBe(false);
});

test('targets add up quarter by quarter', () => {
  expect(cumulativeTarget(settings.targets, 'C1', '2016-Q3')).toBe(0);
  expect(cumulativeTarget(settings.targets, 'C1', '2017-Q2')).toBe(25);
});

test('the stage follows from months of trading', () => {
  expect([null, 0, 11, 12, 35, 36].map(stageOfAge)).toEqual([
    'pre-start',
    'start-up',
    'start-up',
    'early',
    'early',
    'growth',
  ]);
});
