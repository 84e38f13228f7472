import { expect, test } from 'vitest';
import { readTable } from './read-table.ts';

function headersOf(lines: readonly string[]) {
  const table = readTable(new TextEncoder().encode(lines.join('\n')), 'a.csv');
  if (!table.ok) throw new Error(table.message);
  const { headers, headerRow, upperHeaderRow, rows } = table.value;
  return { headers, headerRow, upperHeaderRow, rows: rows.length };
}

test('groups above the headers are put before them', () => {
  expect(
    headersOf([
      'Clients of the hub',
      'Company,,Contact,,',
      'Name,Number,First name,Last name,Email',
      'Alder Ltd,01234567,Ann,Alder,ann@alder.example',
      'Birch Ltd,01234568,Ben,Birch,ben@birch.example',
    ]),
  ).toEqual({
    headers: [
      'Company: Name',
      'Company: Number',
      'Contact: First name',
      'Contact: Last name',
      'Contact: Email',
    ],
    headerRow: 3,
    upperHeaderRow: 2,
    rows: 2,
  });
});

test('names of which some stand a row lower are one row of headers', () => {
  expect(
    headersOf([
      'Company name,Company number,Address,,',
      ',,Street,Town,Postcode',
      'Alder Ltd,01234567,1 High Street,Coventry,CV1 1AA',
      'Birch Ltd,01234568,2 High Street,Rugby,CV21 1AB',
    ]),
  ).toMatchObject({
    headers: [
      'Company name',
      'Company number',
      'Address: Street',
      'Address: Town',
      'Address: Postcode',
    ],
    rows: 2,
  });
});

test.each([
  [
    [
      'Firms of the hub',
      'Name,Town,Postcode',
      'Alder Ltd,Rugby,CV21 1AB',
      'Birch Ltd,Rugby,CV21 1AB',
    ],
  ],
  [['Name,Town,', 'Alder Works,Coventry,yes', 'Birch Works,Rugby,no']],
  [['Name,Town,Note', 'Alder Works,Coventry,late', 'Birch Works,Rugby,1 visit']],
  [['Stand: 1.5.2026,,by Ann', 'Name,Town,Postcode', 'Alder Ltd,Rugby,CV21 1AB']],
])('a title, a gap or a first row without figures is no part of the headers: %j', (lines) => {
  expect(headersOf(lines)).not.toHaveProperty('upperHeaderRow', expect.any(Number));
});
