import { expect, test } from 'vitest';
import { recommendation2003361 } from '../../programmes/shipped-rule-sets/recommendation-2003-361.ts';
import { type AskedOfFirms, whoMayApply } from './who-may-apply.ts';

const asked: AskedOfFirms = {
  sizeBands: ['micro', 'small', 'medium'],
  remit: '',
  tradingAtLeastMonths: null,
  tradingBelowMonths: null,
  businessSalesAtLeast: null,
  takesStarters: false,
  ceilings: recommendation2003361.ceilings,
  excluded: [],
};

test('names exactly the sizes that are ticked, and where the largest ends', () => {
  expect(whoMayApply(asked)).toEqual([
    'Micro, small and medium-sized firms with fewer than 250 staff, sole traders and social enterprises included.',
  ]);
  expect(whoMayApply({ ...asked, sizeBands: ['small', 'micro'] })[0]).toMatch(
    /^Micro and small firms with fewer than 50 staff,/,
  );
  expect(whoMayApply({ ...asked, sizeBands: ['micro'] })[0]).toMatch(/^Micro firms .* 10 staff,/);
  expect(whoMayApply({ ...asked, sizeBands: ['micro', 'small', 'medium', 'large'] })).toEqual([
    'Firms of every size, sole traders and social enterprises included.',
  ]);
  expect(whoMayApply({ ...asked, sizeBands: ['large'] })[0]).toMatch(/^Large firms, sole/);
});

test('says in a plain sentence which sectors the funder leaves out', () => {
  const excluded = ['Retail to the public', 'Coal', 'Steel'];
  expect(whoMayApply({ ...asked, excluded }).at(-1)).toBe(
    'Not for firms whose main activity is retail to the public, coal or steel: the funder’s rules leave these out.',
  );
});

test('says what else eligibility will ask: the remit, how long a firm trades, whom it sells to', () => {
  expect(
    whoMayApply({
      ...asked,
      remit: 'Technology-based firms that want to grow.',
      tradingAtLeastMonths: 12,
      tradingBelowMonths: 60,
      businessSalesAtLeast: 50,
      takesStarters: true,
    }).slice(1),
  ).toEqual([
    'Technology-based firms that want to grow.',
    'Trading for at least 12 months and less than 60 months.',
    'At least 50% of your sales go to other businesses.',
    'People who are preparing a business and do not trade yet.',
  ]);
});
