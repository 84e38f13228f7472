import type { RuleSetInput } from '../rule-set.ts';
import { recommendation2003361, usualExcludedSectors } from './recommendation-2003-361.ts';

const declaration = { key: 'declaration', label: 'Declaration signed by the enterprise' };
const supportLog = { key: 'support-log', label: 'Log of support signed by both' };

/** Common indicators of SWD(2021) 198; thresholds are set by each managing authority. */
export const eu2021: RuleSetInput = {
  code: 'eu-2021-27',
  name: 'EU ERDF 2021 to 2027',
  version: 'SWD(2021) 198',
  effectiveFrom: '2021-07-01',
  indicators: [
    {
      code: 'RCO01',
      label: 'Enterprises supported',
      unit: 'enterprises',
      kind: 'output',
      evidence: [{ key: 'sme-declaration', label: 'SME declaration' }, supportLog],
    },
    {
      code: 'RCO02',
      label: 'Enterprises supported by grants',
      unit: 'enterprises',
      kind: 'output',
      subsetOf: 'RCO01',
      evidence: [{ key: 'offer-letter', label: 'Grant agreement' }],
    },
    {
      code: 'RCO04',
      label: 'Enterprises with non-financial support',
      unit: 'enterprises',
      kind: 'output',
      subsetOf: 'RCO01',
      evidence: [supportLog],
    },
    {
      code: 'RCO05',
      onlyNewEnterprises: true,
      label: 'New enterprises supported',
      unit: 'enterprises',
      kind: 'output',
      subsetOf: 'RCO01',
      evidence: [{ key: 'registration', label: 'Register extract' }],
    },
    {
      code: 'RCO10',
      label: 'Enterprises cooperating with research organisations',
      unit: 'enterprises',
      kind: 'output',
      evidence: [{ key: 'agreement', label: 'Cooperation agreement' }],
    },
    {
      code: 'RCO101',
      label: 'SMEs investing in skills for smart specialisation and transition',
      unit: 'enterprises',
      kind: 'output',
      evidence: [declaration],
    },
    {
      code: 'RCR01',
      label: 'Jobs created in supported entities',
      unit: 'fte',
      kind: 'outcome',
      evidence: [
        { key: 'baseline', label: 'Annual full-time equivalents before support' },
        { key: 'post', label: 'Annual full-time equivalents one year after' },
      ],
    },
    {
      code: 'RCR02',
      label: 'Private investment matching public support',
      unit: 'money',
      kind: 'outcome',
      evidence: [{ key: 'bank-proof', label: 'Proof of payment' }],
    },
    {
      code: 'RCR03',
      label: 'SMEs introducing product or process innovation',
      unit: 'enterprises',
      kind: 'outcome',
      evidence: [declaration],
    },
    {
      code: 'RCR19',
      label: 'Enterprises with higher turnover',
      unit: 'enterprises',
      kind: 'outcome',
      evidence: [{ key: 'figures', label: 'Accounts before and after' }],
    },
  ],
  countedMinutes: ['contact', 'preparation', 'follow-up', 'group-event'],
  groupRule: 'once-per-enterprise',
  newEnterpriseMonths: 36,
  fteWeeklyMinutes: 2250,
  size: recommendation2003361,
  allowedBands: ['micro', 'small', 'medium'],
  subsidy: {
    code: 'de-minimis-2023-2831',
    label: 'De minimis, Regulation (EU) 2023/2831',
    limitMinor: 30_000_000,
    currency: 'EUR',
    window: 'rolling',
    years: 3,
    financialYearStart: '01-01',
    alsoCounts: ['de-minimis-1407-2013'],
  },
  difficultyAfterMonths: 36,
  excludedSectors: usualExcludedSectors.filter((sector) =>
    ['agriculture', 'fisheries', 'coal'].includes(sector.key),
  ),
  claims: { every: 'quarter', yearStart: '01-01' },
  costs: {
    currency: 'EUR',
    indirectBasisPoints: 1500,
    annualHours: 1720,
    claimableWhen: 'incurred',
    vat: 'irrecoverable-only',
  },
};
