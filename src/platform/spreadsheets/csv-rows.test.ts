import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvRows, detectDelimiter } from './csv-rows.ts';
import type { Delimiter } from './table.ts';

const cells = (text: string, delimiter: Delimiter = ',') =>
  [...csvRows(text, delimiter)].map((row) => row.cells);

test.each([
  ['CRLF, LF and CR end a row', 'a,b\r\nc,d\ne,f\rg,h', 4],
  ['a last row needs no line break', 'a,b\nc,d', 2],
  ['a cell may hold line breaks', '"a\r\nb",c\nd,e', 2],
])('%s', (_, text, rows) => {
  expect(cells(text)).toHaveLength(rows);
  expect(cells(text).every((row) => row.length === 2)).toBe(true);
});

test('doubled quotes are one quote and quotes inside a cell stand for themselves', () => {
  expect(cells('"say ""hi""",5" pipe,"5" pipe",""')).toEqual([
    ['say "hi"', '5" pipe', '5" pipe', ''],
  ]);
});

test('a quote that is never closed does not swallow the rest of the file', () => {
  expect(cells('"oops,b\nc,d\n')).toEqual([
    ['"oops', 'b'],
    ['c', 'd'],
  ]);
});

test('thousands of unclosed quotes take no more than linear time', () => {
  const rows = cells(`${',"a'.repeat(100)}\n`.repeat(3000));
  expect(rows).toHaveLength(3000);
  expect(rows[2999]).toHaveLength(101);
});

test('empty cells without end are passed over, and one that is not empty tells of too many', () => {
  expect(cells(`a${','.repeat(5000)}\nb`)[0]).toHaveLength(500);
  expect(cells(`a${','.repeat(5000)}x,y\nb`)[0]?.slice(-2)).toEqual(['', 'x']);
});

test('rows are numbered as a spreadsheet program shows them', () => {
  const rows = [...csvRows('a,b\n\n"x\ny",z\nlast,one', ',')];
  expect(rows.map((row) => row.number)).toEqual([1, 2, 3, 4]);
});

test.each<[Delimiter, string]>([
  [',', 'Name,Town\n"Smith; Sons",Rugby\n"Jones; Co",Coventry\n'],
  [';', 'Name;Turnover\nA;1,5\nB;2,7\n'],
  ['\t', 'Name\tTown\nA, B\tC\n'],
  ['|', 'Name|Town\nA|B\n'],
  [',', 'Name\nA\nB\n'],
  [';', 'sep=;\nName;A,B,C\nX;1,2,3\n'],
])('finds the delimiter %j', (delimiter, text) => {
  expect(detectDelimiter(text)).toBe(delimiter);
});

test('what is written with quotes is read back', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', ' ', 'é', "'") });
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
      (rows) => {
        const quoted = (one: string) => `"${one.replaceAll('"', '""')}"`;
        const text = rows.map((row) => row.map(quoted).join(',')).join('\r\n');
        expect(cells(text)).toEqual(rows);
      },
    ),
  );
});
