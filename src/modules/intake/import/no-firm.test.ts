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

test.each([
  'Totaal',
  'Total général',
  'Totale',
  'Zwischensumme',
  'Insgesamt',
  'Somme',
  'Razem',
  'Σ 12',
  'Anmerkung: geschätzt',
  'Remarque : estimé',
  'Stand: 1.1.2026',
])('%s is no firm in its language', (name) => {
  expect(of(name)).not.toBeNull();
});

test.each(['Totally Green', 'Summer House', 'Standard Tools', 'Notable Ideas', 'Sommers Bakery'])(
  '%s is a firm',
  (name) => {
    expect(of(name)).toBeNull();
  },
);

test.each(['Company name', 'COMPANY NAME', 'Mentor', 'Name', 'Name of the firm'])(
  'headers that come again below a list are no firm: %s',
  (name) => expect(of(name)).toContain('headers'),
);
