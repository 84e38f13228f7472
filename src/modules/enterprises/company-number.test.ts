import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCompanyNumber } from './company-number.ts';

test.each([
  ['00102498', '00102498'],
  ['102498', '00102498'],
  ['12778855.0', '12778855'],
  [' sc 123456 ', 'SC123456'],
  ['fc031145', 'FC031145'],
  ['NI-012345', 'NI012345'],
  ['IP12345R', 'IP12345R'],
  ['SP1234RS', 'SP1234RS'],
  ['R0000123', 'R0000123'],
  ['Company No: 7687209', '07687209'],
  ['1.2778855E+7', '12778855'],
])('reads %j as %s', (text, number) => {
  expect(parseCompanyNumber(text)).toEqual({ ok: true, value: number });
});

test.each(['', '0', '00000000', '123456789', 'SC12345', 'XX123456', 'not registered', '12/345'])(
  'refuses %j and never fills up behind letters',
  (text) => {
    expect(parseCompanyNumber(text)).toMatchObject({ ok: false, reason: 'malformed' });
  },
);

test('says that Excel has lost digits instead of guessing them', () => {
  for (const text of ['1,23457E+07', '1.2E+07', '2,41392E+11']) {
    expect(parseCompanyNumber(text)).toMatchObject({ ok: false, reason: 'lost-digits' });
  }
});

test('a number that was read is eight characters and reads as itself', () => {
  const text = fc.string({ unit: fc.constantFrom(...'0123456789SCNIR .-E+,') });
  fc.assert(
    fc.property(text, (typed) => {
      const once = parseCompanyNumber(typed);
      if (!once.ok) return;
      expect(once.value).toHaveLength(8);
      expect(parseCompanyNumber(once.value)).toEqual(once);
    }),
  );
});

test.each([
  "'01234567",
  '#01234567',
  '№ 1234567',
  'Co. No. 01234567',
  'Reg. No: 01234567',
  '1,234,567',
])('%s holds a company number', (text) => {
  expect(parseCompanyNumber(text)).toEqual({ ok: true, value: '01234567' });
});
