import { expect, test } from 'vitest';
import {
  foldHeader,
  guessColumns,
  headerSignature,
  isRegisterFile,
  mappingOf,
  missingFields,
  parseColumnMapping,
} from './column-map.ts';

const guess = (headers: string[], ...rows: string[][]) =>
  mappingOf(
    guessColumns(
      'enterprises',
      headers,
      rows.map((cells) => ({ cells })),
    ),
  );

test('headers are folded however they are written', () => {
  expect(foldHeader(' RegAddress.AddressLine2')).toBe('reg address address line');
  expect(foldHeader('SICCode.SicText_1')).toBe('sic code sic text');
  expect(foldHeader('E-mail Address')).toBe('e mail address');
});

test('finds staff, start and job however short the header', () => {
  expect(guess(['Business', 'Staff FTE', 'Started'])).toEqual({
    Business: 'name',
    'Staff FTE': 'employees',
    Started: 'tradingSince',
  });
  expect(mappingOf(guessColumns('mentors', ['Name', 'Job'], []))).toEqual({
    Name: 'name',
    Job: 'headline',
  });
});

test('finds the usual columns of a partner’s list', () => {
  expect(
    guess([
      'Ref',
      'Business name',
      'Co. Reg. No.',
      'Postcode',
      'What is your annual turnover?',
      'Job Title',
      'E-mail',
    ]),
  ).toEqual({
    Ref: 'externalReference',
    'Business name': 'name',
    'Co. Reg. No.': 'companyNumber',
    Postcode: 'tradingPostcode',
    'What is your annual turnover?': 'turnover',
    'Job Title': 'contactPosition',
    'E-mail': 'contactEmail',
  });
});

test('understands the headers that people type in a hurry', () => {
  const headers = ['Firm', 'Co. No.', 'P/code', 'T/O last yr', 'Date est.', 'Council'];
  expect(guess(headers)).toEqual({
    ...{ Firm: 'name', 'Co. No.': 'companyNumber', 'P/code': 'tradingPostcode' },
    ...{ 'T/O last yr': 'turnover', 'Date est.': 'tradingSince', Council: 'authorityCode' },
  });
});

test('columns without headers are guessed by their values, never surely', () => {
  const rows = ['1', '2'].map((n) => ({
    cells: [`Firm ${n} Ltd`, `0999001${n}`, `CV${n} 2AB`, `a${n}@firm.example`],
  }));
  const guesses = guessColumns(
    'enterprises',
    ['Column 1', 'Column 2', 'Column 3', 'Column 4'],
    rows,
  );
  expect(guesses.map(({ field }) => field)).toEqual([
    ...['name', 'companyNumber', 'tradingPostcode', 'contactEmail'],
  ]);
  expect(guesses.every(({ confidence }) => confidence < 0.8)).toBe(true);
});

test('keeps the registered office and the trading address apart', () => {
  expect(
    guess([
      'Company',
      'Registered Address',
      'Registered Postcode',
      'Address 1',
      'Town',
      'Post Code',
    ]),
  ).toMatchObject({
    'Registered Address': 'registeredAddress',
    'Registered Postcode': 'registeredPostcode',
    'Address 1': 'tradingAddress',
    Town: 'tradingAddress',
    'Post Code': 'tradingPostcode',
  });
});

test('leaves out what is about the parent, the group or another currency', () => {
  const headers = [
    'Company Name',
    'Parent Company Name',
    'Global Headquarter Postal Code',
    'Revenue in U.S. Dollars',
  ];
  expect(guess(headers)).toEqual({
    'Company Name': 'name',
    'Parent Company Name': null,
    'Global Headquarter Postal Code': null,
    'Revenue in U.S. Dollars': null,
  });
});

test('a state is no address, whatever its column is called', () => {
  const rows = [
    ['A', 'Applied', 'Open'],
    ['B', 'Supported', 'Closed'],
  ];
  expect(guess(['Company', 'State', 'Region'], ...rows)).toEqual({
    Company: 'name',
    State: 'standing',
    Region: null,
  });
  expect(guess(['Company', 'State', 'Town'], ['A', 'West Midlands', 'Rugby'])).toEqual({
    Company: 'name',
    State: null,
    Town: 'tradingAddress',
  });
});

test('values that do not fit take the trust out of a header', () => {
  const mapping = guess(
    ['Company', 'Postcode', 'Whom to write to'],
    ['A', 'yes', 'a@a.example'],
    ['B', 'no', 'b@b.example'],
  );
  expect(mapping).toEqual({ Company: 'name', Postcode: null, 'Whom to write to': 'contactEmail' });
});

test('two columns never go to a field for one', () => {
  expect(guess(['Name', 'Company name', 'Telephone', 'Phone'])).toEqual({
    Name: null,
    'Company name': 'name',
    Telephone: null,
    Phone: 'phone',
  });
});

test('the same layout has the same signature in any order, another kind has not', () => {
  const one = headerSignature('enterprises', ['Name', 'Post-Code']);
  expect(headerSignature('enterprises', [' post code', 'NAME'])).toBe(one);
  expect(headerSignature('people', ['Name', 'Post-Code'])).not.toBe(one);
});

test('a stored mapping is used when its fields exist and refused when not', () => {
  const parse = (stored: unknown) => parseColumnMapping('enterprises', ['Firm', 'PC'], stored);
  expect(parse({ FIRM: 'name', Gone: 'phone' })).toEqual({
    ok: true,
    value: { Firm: 'name', PC: null },
  });
  expect(parse({ Firm: 'shoeSize' }).ok).toBe(false);
  expect(parse({ Firm: 'name', PC: 'name' }).ok).toBe(false);
  expect(parse(['name']).ok).toBe(false);
});

test('a list without names cannot be read', () => {
  expect(missingFields('enterprises', { Firm: null })).toEqual(['Name']);
  expect(missingFields('people', { Surname: 'lastName' })).toEqual([]);
});

test('the register’s file is known by its headers', () => {
  const headers = [
    'CompanyName',
    ' CompanyNumber',
    'RegAddress.PostCode',
    'CompanyStatus',
    'SICCode.SicText_1',
  ];
  expect(isRegisterFile(headers)).toBe(true);
  expect(isRegisterFile(headers.slice(1))).toBe(false);
});
