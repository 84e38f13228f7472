import { expect, test } from 'vitest';
import type { EnterpriseDraft } from './enterprise-draft.ts';
import { whyNoFirm } from './no-firm.ts';

const of = (name: string, companyNumber: string | null = null) =>
  whyNoFirm({ name, companyNumber } as EnterpriseDraft);

test.each([
  'Total',
  'TOTAL',
  'Grand total (2 firms)',
  'Sub-total',
  'Totals:',
  'Summe',
  'Average',
  'Total 14',
])('a row called %s is asked about', (name) => expect(of(name)).toContain('total'));

test.each([
  'Source: partner CRM export of 3 November 2026',
  'Note: figures are provisional',
  '* incl. VAT',
  'Last updated 3 November 2026',
])('a row that says %s is asked about', (name) => expect(of(name)).toContain('note'));

test.each([
  'Total Ltd',
  'Totally Tools',
  'Sum Systems',
  'Source Coffee',
  'Notes of Music',
  'Key Workers',
  'Birch Tools',
])('%s may well be a firm', (name) => expect(of(name)).toBeNull());

test('a company number tells a firm from a total, the count of rows does not', () => {
  expect(of('Total', '09990011')).toBeNull();
  expect(of('Total', '00000002')).not.toBeNull();
});
