import type { RuleSetInput } from '../rule-set.ts';

const record = { key: 'form-641', label: 'Signed request and counselling record (Form 641)' };
const writtenImpact = {
  key: 'written-impact',
  label: "Client's written confirmation of the result and of the programme's part in it",
};

/** In the manner of SBA Form 641 (OMB 3245-0324): a client is the business if it exists, else the person. */
export const usSba641: RuleSetInput = {
  code: 'us-sba-641',
  name: 'US SBA counselling (Form 641 style)',
  version: '2024',
  effectiveFrom: '2024-01-01',
  indicators: [
    {
      code: 'CLIENT',
      label: 'Clients counselled',
      unit: 'enterprises',
      kind: 'output',
      threshold: { minutes: 60 },
      evidence: [record],
    },
    {
      code: 'EXTENDED',
      label: 'Clients with extended engagement of 5 hours or more',
      unit: 'enterprises',
      kind: 'output',
      threshold: { minutes: 300 },
      subsetOf: 'CLIENT',
      evidence: [record],
    },
    {
      code: 'TRAINING',
      label: 'Training events (Form 888)',
      unit: 'count',
      kind: 'output',
      evidence: [{ key: 'form-888', label: 'Event record with attendance' }],
    },
    {
      code: 'START',
      label: 'Business starts',
      unit: 'enterprises',
      kind: 'outcome',
      evidence: [writtenImpact],
    },
    {
      code: 'JOBS',
      label: 'Jobs created',
      unit: 'fte',
      kind: 'outcome',
      evidence: [writtenImpact],
    },
    {
      code: 'RETAINED',
      label: 'Jobs retained',
      unit: 'fte',
      kind: 'outcome',
      evidence: [writtenImpact],
    },
    {
      code: 'CAPITAL',
      label: 'Capital obtained',
      unit: 'money',
      kind: 'outcome',
      evidence: [writtenImpact],
    },
    {
      code: 'SALES',
      label: 'Change in sales',
      unit: 'money',
      kind: 'outcome',
      evidence: [writtenImpact],
    },
  ],
  countedMinutes: ['contact', 'preparation'],
  groupRule: 'once-per-enterprise',
  newEnterpriseMonths: 12,
  fteWeeklyMinutes: 2100,
  size: {
    source: 'SBA size standards vary by NAICS code; 500 staff is the usual one for manufacturing',
    currency: 'USD',
    ceilings: [{ band: 'small', staffBelow: 500, turnoverAtMost: null, balanceSheetAtMost: null }],
    consecutiveYears: 1,
  },
  allowedBands: ['small'],
  subsidy: null,
  difficultyAfterMonths: null,
  claims: { every: 'quarter', yearStart: '10-01' },
  costs: {
    currency: 'USD',
    indirectBasisPoints: null,
    annualHours: 2080,
    claimableWhen: 'incurred',
    vat: 'never',
  },
};
