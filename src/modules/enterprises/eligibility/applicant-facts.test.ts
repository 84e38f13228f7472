import { expect, test } from 'vitest';
import { shippedRuleSet } from '../../programmes/shipped-rule-sets/shipped.ts';
import {
  type Applicant,
  applicantFacts,
  type RelationRow,
  relationTree,
} from './applicant-facts.ts';
import type { StoredTest } from './stored-facts.ts';

const ruleSet = shippedRuleSet('erdf-england-2014-20');
const relation = (id: string, holdsThroughId: string | null = null): RelationRow => ({
  id,
  name: id,
  holdsThroughId,
  direction: 'holds-us',
  holder: 'enterprise',
  percent: 30,
  hasControl: false,
  votesPercent: null,
  actsJointly: false,
  isSameMarket: false,
  isUnderAngelLimit: false,
  isConsolidated: false,
  staffHundredths: 1000,
  turnoverMinor: 100_000,
  balanceSheetMinor: 50_000,
  currency: 'GBP',
});
const nobody: Applicant = {
  nameKey: 'quill',
  isPreStart: false,
  tradingPostcode: 'CV4 7AL',
  authorityCode: null,
  sicScheme: 'SIC2007',
  sicCodes: [],
  tradingSince: null,
  relations: [],
  awards: [],
  latest: new Map(),
};
const stored = (test: string, facts: Record<string, unknown>): [string, StoredTest] => [
  test,
  {
    test,
    result: 'met',
    because: '',
    evidence: '',
    facts,
    decidedBy: 'adviser',
    decidedOn: '2026-11-02',
  },
];

test('what nobody entered is not known, never "no"', () => {
  const facts = applicantFacts(nobody, ruleSet, '2026-11-24');
  expect(facts).toMatchObject({
    size: null,
    sectorCheck: null,
    remitJudgement: null,
    difficulty: { insolvent: null },
    subsidy: { declared: false, proposed: null },
    duplication: { asked: false },
    growth: { intention: null },
  });
});

test('a confirmation ends when the record names another authority', () => {
  const place = { code: 'E08000026', name: 'Coventry', evidence: 'Visit' };
  const latest = new Map([stored('area', place)]);
  const here = applicantFacts(
    { ...nobody, authorityCode: 'E08000026', latest },
    ruleSet,
    '2026-11-24',
  );
  expect(here.place.confirmation).toEqual({ by: 'adviser', on: '2026-11-02', evidence: 'Visit' });
  const moved = applicantFacts(
    { ...nobody, authorityCode: 'E07000222', latest },
    ruleSet,
    '2026-11-24',
  );
  expect(moved.place.confirmation).toBeNull();
});

test('figures in another currency count only with a recorded rate', () => {
  const rates = [{ from: 'GBP', to: 'EUR', perMillion: 1_150_000, on: '2026-11-02' }];
  expect(relationTree([relation('a')], 'EUR', rates, 'quill')[0]?.figures?.turnoverMinor).toBe(
    115_000,
  );
  expect(relationTree([relation('a')], 'EUR', [], 'quill')[0]?.figures).toBeNull();
});

test('firms hang on the firm they are recorded under, and a circle in old rows ends', () => {
  const tree = relationTree([relation('a'), relation('b', 'a')], 'GBP', [], 'quill');
  expect(tree).toMatchObject([{ name: 'a', relations: [{ name: 'b', relations: [] }] }]);
  expect(relationTree([relation('x', 'y'), relation('y', 'x')], 'GBP', [], 'quill')).toEqual([]);
});

test('facts of an older form that no longer fit are asked again', () => {
  const latest = new Map([stored('duplication', { agencies: ['x'] })]);
  expect(applicantFacts({ ...nobody, latest }, ruleSet, '2026-11-24').duplication.asked).toBe(
    false,
  );
});
