import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeOds } from 'hucre/ods';
import { writeXlsx as writeWorkbook } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { readTable } from './read-table.ts';
import type { Table, TableOptions } from './table.ts';
import { writeCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

function read(bytes: Uint8Array, options?: TableOptions): Table {
  const result = readTable(bytes, 'list', options);
  if (!result.ok) throw new Error(`${result.reason}: ${result.message}`);
  return result.value;
}

test('skips the titles above the headers and says where they were', async () => {
  const table = read(
    bytesOf('Firms in Coventry,,\nas of,2016,\n\nName, Postcode ,Name\nA,CV1 1AA,B\n\nC,CV4 7EZ\n'),
  );
  expect(table.headerRow).toBe(4);
  expect(table.headers).toEqual(['Name', 'Postcode', 'Name (2)']);
  expect(table.rows).toEqual([
    { number: 5, cells: ['A', 'CV1 1AA', 'B'] },
    { number: 7, cells: ['C', 'CV4 7EZ', ''] },
  ]);
});

test('keeps what stands beyond the headers, so that a shifted row can be seen', async () => {
  const table = read(bytesOf('Name,Town\nA,B\nSmith, Sons,Rugby\nC,D\n'));
  expect(table.rows[1]?.cells).toEqual(['Smith', ' Sons', 'Rugby']);
});

test('takes the header row that the user names', async () => {
  const table = read(bytesOf('Name,Town\nName of firm,Where\nA,B\n'), { headerRow: 2 });
  expect(table.headers).toEqual(['Name of firm', 'Where']);
});

test('reads numbers, days, truth and text of a workbook as a person would', async () => {
  const values = [
    12345678,
    241392000000,
    0.1 + 0.2,
    true,
    new Date('2016-11-23'),
    '00102498',
    1e-7,
  ];
  const bytes = await writeWorkbook({
    sheets: [
      { name: 'Notes', rows: [] },
      {
        name: 'Firms',
        rows: [['No', 'Turnover', 'Share', 'Yes', 'Day', 'Text', 'Tiny'], values],
        columns: [{}, {}, {}, {}, { numFmt: 'dd/mm/yyyy' }, {}, {}],
      },
    ],
  });
  const table = read(bytes);
  expect(table).toMatchObject({ format: 'xlsx', sheet: 'Firms', sheets: ['Notes', 'Firms'] });
  expect(table.rows[0]?.cells).toEqual([
    ...['12345678', '241392000000', '0.3', 'TRUE', '2016-11-23', '00102498', '0.0000001'],
  ]);
});

test('a formula gives its last value', async () => {
  const bytes = await writeWorkbook({
    sheets: [
      {
        name: 'a',
        rows: [
          ['Name', 'Sum'],
          ['A', 3],
        ],
        cells: new Map([['1,1', { formula: '1+2', formulaResult: 3 }]]),
      },
    ],
  });
  expect(read(bytes).rows[0]?.cells).toEqual(['A', '3']);
});

test('reads OpenDocument with line breaks, entities, days and repeated cells', async () => {
  const bytes = await writeOds({
    sheets: [
      {
        name: 'R & D',
        rows: [
          ['Name', 'Day', 'Staff', 'Also'],
          ['A & <b>', new Date('2016-11-23'), 12.5, 12.5],
        ],
      },
    ],
  });
  const table = read(bytes);
  expect(table).toMatchObject({ format: 'ods', sheet: 'R & D' });
  expect(table.rows[0]?.cells).toEqual(['A & <b>', '2016-11-23', '12.5', '12.5']);
});

test('refuses a sheet that is not there and names those that are', async () => {
  const bytes = await writeXlsx('Firms', ['Name'], [['A']]);
  const result = readTable(bytes, 'x.xlsx', { sheet: 'Nope' });
  expect(result).toMatchObject({ ok: false, reason: 'no-such-sheet' });
  expect(!result.ok && result.message).toContain('“Firms”');
});

test('10,000 rows of 55 columns come whole from each format', async () => {
  const headers = Array.from({ length: 55 }, (_, column) => `Column name ${column}x`);
  const rows = Array.from({ length: 10_000 }, (_, row) =>
    headers.map((_, column) => `value ${row}.${column % 7} a`),
  );
  const files = [writeCsv(headers, rows), await writeXlsx('Firms', headers, rows)];
  for (const bytes of files) {
    const table = read(bytes);
    expect(table.rows).toHaveLength(10_000);
    expect(table.rows[9_999]).toEqual({ number: 10_001, cells: rows[9_999] });
  }
  expect(read(files[0] as Uint8Array, { maxRows: 10 }).isTruncated).toBe(true);
});

test('never throws, whatever the bytes', async () => {
  const workbook = await writeXlsx('Firms', ['Name', 'Town'], [['A', 'B']]);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(workbook.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
      fc.uint8Array({ maxLength: 200 }),
      async (flips, noise) => {
        const broken = workbook.slice();
        for (const [at, value] of flips) broken[at] = value;
        for (const bytes of [broken, noise, workbook.slice(0, noise.length * 3)]) {
          expect(typeof readTable(bytes, 'x').ok).toBe('boolean');
        }
      },
    ),
    { numRuns: 60 },
  );
});

const folder = join(import.meta.dirname, '../../../../shared/data');
const real = (name: string) => join(folder, name);

test.skipIf(!existsSync(folder))(
  'reads the real lists (skipped where they are absent)',
  async () => {
    const london = read(readFileSync(real('london-companies.csv')));
    expect(london).toMatchObject({ encoding: 'utf-8', delimiter: ';', headerRow: 1 });
    expect(london.headers).toHaveLength(49);
    const register = read(readFileSync(real('companies-house-rows.csv')));
    expect(register).toMatchObject({ delimiter: ',', headerRow: 1 });
    expect(register.headers).toHaveLength(55);
    expect(register.headers[1]).toBe('CompanyNumber');
  },
);
