import type { RuleSetInput } from '../rule-set.ts';
import { recommendation2003361 } from './recommendation-2003-361.ts';

const confirmation = { key: 'hours-confirmed', label: 'Hours confirmed by the business' };
const declaration = { key: 'declaration', label: 'Declaration signed by the business' };
const figures = { key: 'figures', label: 'Figures before and after, with accounting year' };

/** UK Shared Prosperity Fund. Evidence and thresholds were set by each lead authority; it ended on 31 March 2026. */
export const ukspf: RuleSetInput = {
  code: 'ukspf',
  name: 'UK Shared Prosperity Fund',
  version: '2022 to 2026',
  effectiveFrom: '2022-04-01',
  indicators: [
    {
      code: 'NFS',
      label: 'Enterprises receiving non-financial support',
      unit: 'enterprises',
      kind: 'output',
      threshold: { minutes: 720 },
      evidence: [confirmation, { key: 'mfa', label: 'Minimal Financial Assistance confirmation' }],
    },
    {
      code: 'GRANT',
      label: 'Enterprises receiving grants',
      unit: 'enterprises',
      kind: 'output',
      evidence: [{ key: 'offer-letter', label: 'Grant offer letter' }],
    },
    {
      code: 'PE',
      label: 'Potential entrepreneurs assisted to be enterprise ready',
      unit: 'persons',
      kind: 'output',
      threshold: { minutes: 720 },
      evidence: [confirmation],
    },
    { code: 'EVENTS', label: 'Events or activities supported', unit: 'count', kind: 'output' },
    {
      code: 'JC',
      label: 'Jobs created',
      unit: 'fte',
      kind: 'outcome',
      evidence: [declaration, { key: 'payroll', label: 'Post, start date and weekly hours' }],
    },
    {
      code: 'JS',
      label: 'Jobs safeguarded',
      unit: 'fte',
      kind: 'outcome',
      evidence: [{ key: 'risk', label: 'Why the job would otherwise be lost within six months' }],
    },
    {
      code: 'NEWBIZ',
      label: 'New businesses created',
      unit: 'enterprises',
      kind: 'outcome',
      evidence: [{ key: 'registration', label: 'Registration record' }],
    },
    {
      code: 'PROD',
      label: 'Businesses with improved productivity',
      unit: 'enterprises',
      kind: 'outcome',
      evidence: [figures],
    },
    {
      code: 'NTF',
      label: 'Businesses adopting new-to-firm technologies or processes',
      unit: 'enterprises',
      kind: 'outcome',
      evidence: [declaration],
    },
    {
      code: 'NTM',
      label: 'Businesses introducing new products',
      unit: 'enterprises',
      kind: 'outcome',
      evidence: [declaration],
    },
    {
      code: 'MARKETS',
      label: 'Businesses entering new markets',
      unit: 'enterprises',
      kind: 'outcome',
      evidence: [{ key: 'orders', label: 'Sales or purchase orders' }],
    },
    {
      code: 'TURNOVER',
      label: 'Businesses raising turnover',
      unit: 'enterprises',
      kind: 'outcome',
      evidence: [figures],
    },
  ],
  countedMinutes: ['contact', 'preparation', 'follow-up', 'group-event'],
  groupRule: 'once-per-enterprise',
  newEnterpriseMonths: 12,
  fteWeeklyMinutes: 1800,
  size: recommendation2003361,
  allowedBands: ['micro', 'small', 'medium'],
  subsidy: {
    code: 'mfa',
    label: 'Minimal Financial Assistance, Subsidy Control Act 2022 section 36',
    limitMinor: 31_500_000,
    currency: 'GBP',
    window: 'fiscal',
    years: 3,
    financialYearStart: '04-01',
    alsoCounts: ['de-minimis-1407-2013', 'safa', 'spei-assistance'],
  },
  difficultyAfterMonths: 36,
  claims: { every: 'half-year', yearStart: '04-01' },
  costs: {
    currency: 'GBP',
    indirectBasisPoints: 1500,
    annualHours: 1720,
    claimableWhen: 'defrayed',
    vat: 'irrecoverable-only',
  },
};
