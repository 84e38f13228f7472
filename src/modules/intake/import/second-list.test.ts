import { expect, test } from 'vitest';
import { importContext } from './import-context.ts';
import { headersOfAnother, isHeadersAgain } from './second-list.ts';
import { readEnterpriseRow } from './enterprise-row.ts';

const headers = ['Company name', 'Company number', 'Postcode'];
const rows = [
  { number: 2, cells: ['Alder Ltd', '01234567', 'CV1 1AA'] },
  { number: 3, cells: ['company  NAME', 'Company number', 'Postcode'] },
  { number: 4, cells: ['Birch Ltd', '01234568', 'CV1 1AB'] },
  { number: 7, cells: ['Contact name', 'Email', 'Phone'] },
  { number: 8, cells: ['Cedar Smith', 'c@cedar.example', '07700 900111'] },
];

test('the headers once more are no row, and what is below them goes on', () => {
  expect(isHeadersAgain(headers, rows[1]?.cells ?? [])).toBe(true);
  expect(isHeadersAgain(headers, ['Company name', '', ''])).toBe(false);
});

test('a second list on the sheet is told, row by row, and never read with the first one’s headers', () => {
  expect(rows.find(headersOfAnother('enterprises', headers))?.number).toBe(7);
  const context = importContext(
    headers,
    { 'Company name': 'name', 'Company number': 'companyNumber', Postcode: 'tradingPostcode' },
    rows,
    { secondListAt: 7 },
  );
  const read = rows.map((row) => readEnterpriseRow(context, row));
  expect(read.map(({ draft }) => draft?.name ?? null)).toEqual([
    'Alder Ltd',
    null,
    'Birch Ltd',
    null,
    null,
  ]);
  expect(read[4]?.problems.map(({ message }) => message)).toEqual([
    expect.stringContaining('A second list begins in row 7'),
  ]);
});

test('a firm whose name is also a word of headers is a firm', () => {
  const firms = [
    { number: 2, cells: ['Brand', '01234567', 'CV1 1AA'] },
    { number: 3, cells: ['The Business', '', 'CV1 1AB'] },
  ];
  expect(firms.some(headersOfAnother('enterprises', headers))).toBe(false);
});
