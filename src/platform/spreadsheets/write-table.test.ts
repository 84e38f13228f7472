import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { readTable } from './read-table.ts';
import { withoutGuard } from './safe-cell.ts';
import { writeCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';

const dangerous = [
  '=1+1',
  '+44',
  '-2',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' =1',
  '＝1',
  "=cmd|'/c calc'!A0",
];

test('no cell of a CSV begins with a sign that starts a formula', async () => {
  const table = readTable(
    writeCsv(
      ['Name', 'Note'],
      dangerous.map((one) => ['x', one]),
    ),
    'a',
  );
  if (!table.ok) throw new Error(table.message);
  expect(table.value.rows.map((row) => row.cells[1])).toEqual(dangerous.map((one) => `'${one}`));
  expect(dangerous.map((one) => withoutGuard(`'${one}`))).toEqual(dangerous);
});

test('a workbook stores such text as text', async () => {
  const bytes = await writeXlsx(
    'Firms',
    ['Name'],
    dangerous.map((one) => [one]),
  );
  const sheet = (await readXlsx(bytes)).sheets[0];
  expect(sheet?.rows.slice(1).map((row) => typeof row[0])).toEqual(dangerous.map(() => 'string'));
  expect([...(sheet?.cells?.values() ?? [])].every((cell) => cell.formula === undefined)).toBe(
    true,
  );
});

test.each(['History', "'Ann's list'", '[a]:b*c?', ''])(
  'a sheet gets a name that Excel opens: %j',
  async (name) => {
    const [sheet] = (await readXlsx(await writeXlsx(name, ['a'], [[1]]))).sheets;
    expect(sheet?.name).toMatch(/^(?!history$)(?!')[^[\]:*?/\\]+(?<!')$/i);
  },
);

test('days are real dates in a workbook, and written alike in CSV', async () => {
  const cells = [
    { day: '2026-10-25' },
    { day: '2026-10-25', time: '01:30' },
    { day: '1888-05-01' },
  ];
  const [, row] =
    (await readXlsx(await writeXlsx('x', ['a', 'b', 'c'], [cells]))).sheets[0]?.rows ?? [];
  expect(row).toEqual([new Date('2026-10-25'), new Date('2026-10-25T01:30:00Z'), '1888-05-01']);
  const csv = new TextDecoder().decode(writeCsv(['a', 'b', 'c'], [cells]));
  expect(csv).toContain('2026-10-25,2026-10-25 01:30,1888-05-01');
});

test('figures stay figures in both', async () => {
  const csv = new TextDecoder().decode(writeCsv(['a', 'b'], [[-5, null]]));
  expect(csv).toBe('a,b\r\n-5,\r\n');
  const sheet = (await readXlsx(await writeXlsx('x', ['a'], [[-5]]))).sheets[0];
  expect(sheet?.rows[1]?.[0]).toBe(-5);
});

test('any text survives a CSV, apart from the guard', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), async (text) => {
      const table = readTable(writeCsv(['Head', 'Other'], [['x', text]]), 'a');
      if (!table.ok) throw new Error(table.message);
      const cell = table.value.rows[0]?.cells[1] ?? '';
      expect(cell === text || withoutGuard(cell) === text || text.trim() === '').toBe(true);
    }),
    { numRuns: 200 },
  );
});
