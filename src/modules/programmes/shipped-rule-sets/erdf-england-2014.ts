import type { RuleSetInput } from '../rule-set.ts';
import { recommendation2003361, usualExcludedSectors } from './recommendation-2003-361.ts';

const supportLog = {
  key: 'support-log',
  label: 'Log of support: dates, hours, topic, signed by both',
};
const smeDeclaration = {
  key: 'sme-declaration',
  label: 'SME declaration signed by the enterprise',
};
const aidLetter = { key: 'aid-letter', label: 'State aid (de minimis) letter with the amount' };

/**
 * ESIF-GN-1-002, version 3 of October 2016. Codes as published; 12 hours, 30 hours a week and £1,000 are
 * common practice, so they must be checked against the agreement.
 */
export const erdfEngland2014: RuleSetInput = {
  code: 'erdf-england-2014-20',
  name: 'ERDF England 2014 to 2020',
  version: '3 (October 2016)',
  effectiveFrom: '2016-10-01',
  indicators: [
    {
      code: 'C1',
      label: 'Enterprises receiving support',
      unit: 'enterprises',
      kind: 'output',
      threshold: { minutes: 720, moneyMinor: 100_000 },
      evidence: [
        smeDeclaration,
        aidLetter,
        supportLog,
        { key: 'delivered', label: 'What was delivered' },
      ],
    },
    {
      code: 'C2',
      label: 'Enterprises receiving grants',
      unit: 'enterprises',
      kind: 'output',
      threshold: { moneyMinor: 100_000 },
      subsetOf: 'C1',
      evidence: [
        { key: 'offer-letter', label: 'Grant offer letter' },
        { key: 'bank-proof', label: 'Proof of payment from the bank' },
      ],
    },
    {
      code: 'C4',
      label: 'Enterprises receiving non-financial support',
      unit: 'enterprises',
      kind: 'output',
      threshold: { minutes: 720 },
      subsetOf: 'C1',
      evidence: [smeDeclaration, aidLetter, supportLog],
    },
    {
      code: 'C5',
      onlyNewEnterprises: true,
      label: 'New enterprises supported',
      unit: 'enterprises',
      kind: 'output',
      threshold: { minutes: 720 },
      subsetOf: 'C1',
      evidence: [
        {
          key: 'registration',
          label: 'Companies House or HMRC proof of registration under 12 months',
        },
      ],
    },
    {
      code: 'C6',
      label: 'Private investment matching grants',
      unit: 'money',
      kind: 'output',
      evidence: [{ key: 'bank-proof', label: 'Invoices and proof of payment' }],
    },
    {
      code: 'C8',
      label: 'Employment increase in supported enterprises',
      unit: 'fte',
      kind: 'output',
      evidence: [
        { key: 'baseline', label: 'Jobs before support, declared before the first support' },
        { key: 'post', label: 'Signed confirmation: post, start date, weekly hours, permanence' },
      ],
    },
    {
      code: 'C26',
      label: 'Enterprises cooperating with research entities',
      unit: 'enterprises',
      kind: 'output',
      evidence: [
        { key: 'agreement', label: 'Agreement of the joint project' },
        { key: 'report', label: 'Report of the joint project' },
      ],
    },
    {
      code: 'C28',
      label: 'Enterprises supported to introduce new-to-market products',
      unit: 'enterprises',
      kind: 'output',
      evidence: [
        { key: 'novelty', label: 'Statement of novelty on the market' },
        { key: 'launch', label: 'Proof of launch' },
      ],
    },
    {
      code: 'C29',
      label: 'Enterprises supported to introduce new-to-firm products',
      unit: 'enterprises',
      kind: 'output',
      evidence: [
        { key: 'novelty', label: 'Statement that the product is new to the enterprise' },
        { key: 'launch', label: 'Proof of launch' },
      ],
    },
    {
      code: 'P11',
      label: 'Potential entrepreneurs assisted to be enterprise ready',
      unit: 'persons',
      kind: 'output',
      threshold: { minutes: 720 },
      evidence: [
        { key: 'registration', label: 'Registration form' },
        supportLog,
        { key: 'plan', label: 'Business plan' },
      ],
    },
    {
      code: 'P13',
      label: 'Enterprises receiving information, diagnostic and brokerage',
      unit: 'enterprises',
      kind: 'output',
      excludes: ['C1'],
      evidence: [
        { key: 'diagnostic', label: 'Diagnostic record' },
        { key: 'referral', label: 'Referral record' },
      ],
    },
  ],
  countedMinutes: ['contact', 'preparation', 'follow-up', 'group-event'],
  groupRule: 'once-per-enterprise',
  newEnterpriseMonths: 12,
  fteWeeklyMinutes: 1800,
  size: recommendation2003361,
  allowedBands: ['micro', 'small', 'medium'],
  subsidy: {
    code: 'de-minimis-1407-2013',
    label: 'De minimis, Regulation (EU) 1407/2013',
    limitMinor: 20_000_000,
    currency: 'EUR',
    window: 'fiscal',
    years: 3,
    financialYearStart: '04-01',
  },
  difficultyAfterMonths: 36,
  excludedSectors: usualExcludedSectors,
  claims: { every: 'quarter', yearStart: '01-01' },
  costs: {
    currency: 'GBP',
    indirectBasisPoints: 1500,
    annualHours: 1720,
    claimableWhen: 'defrayed',
    vat: 'irrecoverable-only',
  },
};
