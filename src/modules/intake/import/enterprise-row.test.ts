import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEnterpriseRow } from './enterprise-row.ts';
import { enterpriseFields } from './enterprise-fields.ts';
import { importContext, type ImportSettings } from './import-context.ts';

/** Reads one row given as field and cell; each field is its own header. */
function read(cells: Record<string, string>, settings: ImportSettings = {}) {
  const named: Record<string, string> = { name: 'Firm', ...cells };
  const headers = Object.keys(named);
  const mapping = Object.fromEntries(headers.map((header) => [header, header.replace(/\d$/, '')]));
  const row = { number: 7, cells: Object.values(named) };
  return readEnterpriseRow(importContext(headers, mapping, [row], settings), row);
}
const codes = (cells: Record<string, string>) =>
  read(cells).problems.map((problem) => problem.code);

test('a row with a good name is taken, whatever else is wrong', () => {
  const bad = {
    website: 'x',
    employees: 'ten',
    incorporatedOn: '1/2/03',
    contactEmail: 'x',
    sicCodes: '12',
  };
  const { draft, problems } = read(bad);
  expect(draft).toMatchObject({
    name: 'Firm',
    website: null,
    staffHundredths: null,
    incorporatedOn: null,
  });
  expect(problems.map(({ code }) => code)).toEqual([
    'sic',
    'ambiguous-date',
    'website',
    'number',
    'email',
  ]);
  expect(problems.every(({ row, isRefusal }) => row === 7 && !isRefusal)).toBe(true);
});

test.each([
  ['no name', { name: '' }, 'name-missing'],
  ['signs for a name', { name: '!!!' }, 'name-missing'],
  ['a formula for a name', { name: '=1+1' }, 'name-missing'],
  ['a name of 201 characters', { name: 'x'.repeat(201) }, 'name-missing'],
  ['a wrong company number', { companyNumber: 'SC12' }, 'company-number'],
  ['a company number that Excel shortened', { companyNumber: '1,2E+07' }, 'lost-digits'],
  ['a mistyped VAT number', { vatNumber: '980780685' }, 'vat-number'],
])('refuses a row with %s', (_, cells, code) => {
  const { draft, problems } = read(cells);
  expect(draft).toBeNull();
  expect(problems.filter((one) => one.isRefusal).map((one) => one.code)).toEqual([code]);
});

test('refuses a row that is longer than the headers', () => {
  const context = importContext(['Firm'], { Firm: 'name' }, []);
  const { draft, problems } = readEnterpriseRow(context, { number: 2, cells: ['Smith', ' Sons'] });
  expect(draft).toBeNull();
  expect(problems[0]).toMatchObject({ code: 'ragged-row', column: null, isRefusal: true });
});

test('a name with a line break is one line and noted', () => {
  expect(read({ name: 'Smith\nand Sons' }).draft?.name).toBe('Smith and Sons');
  expect(codes({ name: 'Smith\nand Sons' })).toEqual(['line-break']);
});

test('a sole trader has no company number and that is no problem', () => {
  expect(read({ companyNumber: 'Sole trader', vatNumber: 'not registered' })).toMatchObject({
    draft: { companyNumber: null, vatNumber: null },
    problems: [],
  });
});

test('the lines of an address are joined in the file’s order, PO boxes named, nothing said twice', () => {
  const { draft } = read({
    tradingAddress1: '1 High St\nUnit 2',
    tradingAddress2: 'London',
    tradingAddress3: 'LONDON',
  });
  expect(draft?.tradingAddress).toBe('1 High St, Unit 2, London');
  const context = importContext(
    ['Firm', 'PO Box'],
    { Firm: 'name', 'PO Box': 'registeredAddress' },
    [],
  );
  const box = readEnterpriseRow(context, { number: 2, cells: ['A', '123'] });
  expect(box.draft?.registeredAddress).toBe('PO Box 123');
});

test('SIC codes keep their list: four digits never stand beside five', () => {
  const both = read({ sicCodes1: '62012 - Business software', sicCodes2: '7221' });
  expect(both.draft).toMatchObject({ sicScheme: 'SIC2007', sicCodes: ['62012'] });
  expect(both.problems.map(({ code }) => code)).toEqual(['sic-other-list']);
  expect(read({ sicCodes: '7221' }).draft).toMatchObject({
    sicScheme: 'unknown',
    sicCodes: ['7221'],
  });
  expect(read({ sicCodes: '62012, 01110; 62012' }).draft?.sicCodes).toEqual(['62012', '01110']);
});

test('figures are in hundredths and pence, with the currency that the cell or its column names', () => {
  expect(read({ employees: '12.5', turnover: '£1,200.50' }).draft).toMatchObject({
    staffHundredths: 1250,
    turnover: { minor: 120_050, currency: 'GBP' },
  });
  expect(read({ turnover: '2,41392E+11', turnoverCurrency: 'eur' })).toMatchObject({
    draft: { turnover: { minor: 24_139_200_000_000, currency: 'EUR' } },
    problems: [{ code: 'approximate-number' }],
  });
  expect(read({ employees: '10 to 49' }).problems[0]?.code).toBe('number-range');
  expect(read({ employees: '-3' }).draft?.staffHundredths).toBeNull();
});

test('numbers of a workbook have a decimal point', () => {
  expect(read({ employees: '1.234' }, { format: 'xlsx' }).draft?.staffHundredths).toBe(123);
  expect(read({ employees: '1.234' }, { format: 'csv' }).problems[0]?.code).toBe(
    'ambiguous-number',
  );
});

test('a day in the future is no date of incorporation', () => {
  const { draft, problems } = read({ incorporatedOn: '01/01/2027' }, { today: '2026-11-24' });
  expect(draft?.incorporatedOn).toBeNull();
  expect(problems[0]?.code).toBe('date-in-future');
});

test('a firm that the register calls dissolved or dormant is taken with a warning', () => {
  expect(codes({ companyStatus: 'Active - Proposal to Strike off' })).toEqual([
    'company-not-active',
  ]);
  expect(codes({ companyStatus: 'Active' })).toEqual([]);
  expect(codes({ sicCodes: '99999 - Dormant Company' })).toEqual(['company-not-active']);
});

test('the place is a local authority by its code or name; a county or a postcode is none', () => {
  expect(read({ authorityCode: 'e08000026' }).draft?.authorityCode).toBe('E08000026');
  expect(read({ authorityCode: 'Coventry City Council' }).draft?.authorityCode).toBe('E08000026');
  expect(read({ authorityCode: 'Herefordshire, County of' }).draft?.authorityCode).toBe(
    'E06000019',
  );
  for (const text of ['Warwickshire', 'CV1 2AB', 'Narnia']) {
    expect(codes({ authorityCode: text })).toEqual(['local-authority']);
  }
});

test('the contact has a name from one or two columns, or its address', () => {
  const email = { contactEmail: 'Ann@Firm.example' };
  expect(
    read({ contactFirstName: 'Ann', contactLastName: 'Lee', ...email }).draft?.contact,
  ).toEqual({
    ...{ name: 'Ann Lee', email: 'ann@firm.example', phone: null, position: null },
  });
  expect(read(email).draft?.contact?.name).toBe('ann@firm.example');
  expect(read({}).draft?.contact).toBeNull();
});

test('whatever is in the cells, a row is taken or says why not, and nothing is longer than its place', () => {
  const keys = enterpriseFields.map(({ key }) => key);
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 700 }),
    fc.constantFrom('=1', '1E+9', '99/99/9999', '62012'),
  );
  fc.assert(
    fc.property(fc.array(cell, { minLength: keys.length, maxLength: keys.length }), (cells) => {
      const context = importContext(keys, Object.fromEntries(keys.map((key) => [key, key])), []);
      const { draft, problems } = readEnterpriseRow(context, { number: 2, cells });
      expect(draft !== null || problems.some((one) => one.isRefusal)).toBe(true);
      if (!draft) return;
      expect(draft.name.length).toBeLessThanOrEqual(200);
      expect(draft.website?.length ?? 0).toBeLessThanOrEqual(300);
      expect(draft.tradingPostcode?.length ?? 0).toBeLessThanOrEqual(12);
      expect(draft.registeredAddress?.length ?? 0).toBeLessThanOrEqual(600);
    }),
    { numRuns: 200 },
  );
}, 60_000);

test('a row with nothing but a name, and a number far too short, are remarked', () => {
  expect(codes({ name: 'Fern', companyNumber: '', phone: '' })).toEqual(['name-only']);
  expect(codes({ companyNumber: '12' })).toEqual(['company-number-short']);
  expect(codes({ companyNumber: '102498' })).toEqual([]);
});

test('long cells do not slow a row down', () => {
  const long = '1.'.repeat(16_000);
  const cells = Object.fromEntries(
    enterpriseFields.map(({ key }) => [key, key === 'name' ? 'Firm' : long]),
  );
  expect(read(cells).problems.length).toBeGreaterThan(10);
}, 60_000);

test('in a column that writes the month first a day that could be either is left out', () => {
  const headers = ['Name', 'Founded'];
  const rows = ['01/02/2020', '3/13/2020', '5/5/2020'].map((day, at) => ({
    ...{ number: at + 2, cells: ['Ash Ltd', day] },
  }));
  const context = importContext(headers, { Name: 'name', Founded: 'tradingSince' }, rows);
  const read = rows.map((row) => readEnterpriseRow(context, row));
  expect(read.map(({ draft }) => draft?.tradingSince)).toEqual([null, null, '2020-05-05']);
  expect(read[0]?.problems.map(({ code }) => code)).toEqual(['ambiguous-date']);
});

test('a turnover with a point before three digits is left out of a workbook too', () => {
  const cells = { turnover: '12.500' };
  const { draft, problems } = read(cells, { format: 'xlsx' });
  expect(draft?.turnover).toBeNull();
  expect(problems.map(({ code }) => code)).toEqual(['ambiguous-number']);
});

test('of several telephone numbers in a cell the first is taken', () => {
  for (const phone of [
    '01926 123456, 07700 900123',
    '01926 123456 & 07700 900123',
    '01926 123456;',
  ]) {
    expect(read({ phone }).draft?.phone).toBe('01926 123456');
  }
});

test('a turnover below zero is left out and told', () => {
  expect(read({ turnover: '(1,000)' })).toMatchObject({
    draft: { turnover: null },
    problems: [{ code: 'number', column: 'turnover' }],
  });
});
