import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { listSheets } from './list-sheets.ts';

const workbook = {
  sheets: [
    { name: 'Read me', rows: [['This list was made in March']] },
    { name: 'Empty', rows: [] },
    { name: 'Firms', rows: [['Name', 'Postcode'], ...firms(70)] },
    { name: 'Old firms', rows: [['Name', 'Postcode'], ...firms(2)] },
  ],
};

function firms(count: number): string[][] {
  return Array.from({ length: count }, (_, n) => [`Firm ${n}`, 'CV1 2AB']);
}

test.each([
  ['XLSX', () => writeXlsx(workbook)],
  ['ODS', () => writeOds(workbook)],
])('lists the sheets of %s that hold something with their rows', async (_, write) => {
  const listed = listSheets(await write(), 'firms');
  if (!listed.ok) throw new Error(listed.message);
  expect(listed.value.map(({ name, rows }) => [name, rows])).toEqual([
    ['Read me', 0],
    ['Firms', 70],
    ['Old firms', 2],
  ]);
  expect(listed.value[1]).toMatchObject({ headers: ['Name', 'Postcode'] });
  expect(listed.value[1]?.sample).toHaveLength(50);
});

test('a text file has no sheets, and a broken file says so', async () => {
  const bytes = new TextEncoder().encode('Name,Town\nA,B\n');
  expect(listSheets(bytes, 'a.csv')).toEqual({ ok: true, value: [] });
  const broken = (await writeXlsx(workbook)).slice(0, 900);
  expect(listSheets(broken, 'a.xlsx')).toMatchObject({ ok: false });
});
