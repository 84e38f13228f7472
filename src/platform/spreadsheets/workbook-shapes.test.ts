import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import {
  makePackage,
  makeZip,
  relation,
  relations,
  sheetPart,
  textRow,
  workbookPart,
} from '../../../test/factories/workbook.ts';
import { listSheets } from './list-sheets.ts';
import { readTable } from './read-table.ts';
import type { Table } from './table.ts';

function read(bytes: Uint8Array, name = 'list.xlsx'): Table {
  const result = readTable(bytes, name);
  if (!result.ok) throw new Error(`${result.reason}: ${result.message}`);
  return result.value;
}

const sheet = 'xl/worksheets/sheet1.xml';
const cellsOf = (rows: string) => read(makePackage({ [sheet]: sheetPart(rows) })).rows;
const header = textRow(['Company name', 'Trading name', 'Staff']);

test.each([
  '<c r="B2" t="s"/>',
  '<c r="B2" t="s"><v/></c>',
  '<c r="B2" t="s"><v></v></c>',
  '<c r="B2" t="inlineStr"/>',
  '<c r="B2"/>',
  '<c r="B2" t="b"><v/></c>',
  '<c r="B2" t="s"><v>99</v></c>',
  '<c r="B2" t="s"><v>-1</v></c>',
])('a cell without a value is empty, and never the first text of the workbook: %s', (cell) => {
  const bytes = makePackage({
    'xl/sharedStrings.xml': '<sst><si><t>Company name</t></si><si><t>Birch Ltd</t></si></sst>',
    [sheet]: sheetPart(
      `${header}<row r="2"><c r="A2" t="s"><v>1</v></c>${cell}<c r="C2"><v>4</v></c></row>`,
    ),
  });
  expect(read(bytes).rows).toEqual([{ number: 2, cells: ['Birch Ltd', '', '4'] }]);
});

test.each(['chartsheet', 'dialogsheet', 'xlMacrosheet', 'xlIntlMacrosheet'])(
  'a tab that holds no cells (%s) is passed over, first or last',
  (type) => {
    for (const order of [
      { Chart: 'rId9', Firms: 'rId1' },
      { Firms: 'rId1', Chart: 'rId9' },
    ]) {
      const bytes = makePackage({
        'xl/workbook.xml': workbookPart(order),
        'xl/_rels/workbook.xml.rels': relations(
          relation('rId1', 'worksheet', '/xl/worksheets/sheet1.xml'),
          relation('rId9', type, `${type}s/sheet1.xml`),
        ),
        [`xl/${type}s/sheet1.xml`]: `<${type}/>`,
      });
      expect(read(bytes)).toMatchObject({ sheet: 'Firms', sheets: ['Firms'] });
      expect(listSheets(bytes, 'a.xlsx')).toEqual({ ok: true, value: [] });
    }
  },
);

test('names of parts are read however they are written', () => {
  const parts = makePackage();
  const backslashes = Object.fromEntries(
    ['_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', sheet].map((name) => [
      name,
      null,
    ]),
  );
  const full = (name: string) => `${name}`;
  const plain = {
    '_rels\\.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl\\workbook.xml': workbookPart({ Firms: 'rId1' }),
    'xl\\_rels\\workbook.xml.rels': relations(
      relation('rId1', 'worksheet', full('worksheets\\Sheet1.xml')),
    ),
    'xl\\worksheets\\sheet1.xml': sheetPart(textRow(['Company name']) + textRow(['Birch Ltd'])),
  };
  expect(read(makePackage({ ...backslashes, ...plain })).rows).toHaveLength(1);
  expect(read(parts).rows).toHaveLength(1);
  const strings = { 'xl/SharedStrings.xml': '<sst><si><t>Company name</t></si></sst>' };
  const shared = sheetPart('<row><c t="s"><v>0</v></c></row><row><c><v>7</v></c></row>');
  expect(read(makePackage({ ...strings, [sheet]: shared })).headers).toEqual(['Company name']);
});

test('a workbook may be kept anywhere in its package, with any prefix and in UTF-16', () => {
  const rows =
    '<x:row><x:c t="inlineStr"><x:is><x:t>Company name</x:t></x:is></x:c></x:row><x:row><x:c><x:v>7</x:v></x:c></x:row>';
  const prefixed = `<x:worksheet xmlns:x="m"><x:sheetData>${rows}</x:sheetData></x:worksheet>`;
  const bytes = makeZip({
    '[Content_Types].xml':
      '<Types><Override PartName="/book.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    '_rels/.rels': relations(relation('a', 'officeDocument', '/book.xml')),
    'book.xml': workbookPart({ Firms: 'b' }),
    '_rels/book.xml.rels': relations(relation('b', 'worksheet', 'data.xml')),
    'data.xml': new Uint8Array(Buffer.from(`\ufeff${prefixed}`, 'utf16le')),
  });
  expect(read(bytes)).toMatchObject({ headers: ['Company name'], rows: [{ cells: ['7'] }] });
});

test('an OpenDocument without its first part is read by what its manifest says', () => {
  const manifest =
    '<m:manifest><m:file-entry m:media-type="application/vnd.oasis.opendocument.spreadsheet"/></m:manifest>';
  const bytes = makeZip({
    'META-INF/manifest.xml': manifest,
    'content.xml': ods(
      '<table:table-row><table:table-cell office:value-type="string"><text:p>Name</text:p></table:table-cell></table:table-row>',
    ),
  });
  expect(read(bytes, 'a.ods')).toMatchObject({ format: 'ods', headers: ['Name'] });
});

test('rows that are numbered twice, backwards or not at all are counted on', () => {
  const rows = ['r="3"', 'r="3"', 'r="x"', 'r="1"', 'r="9"', '', 'r="1e9"'];
  const found = cellsOf(header + rows.map((number) => textRow(['Birch Ltd'], number)).join(''));
  expect(found.map(({ number }) => number)).toEqual([3, 4, 5, 6, 9, 10, 11]);
});

test('a formula that was never calculated shows itself, one that gave nothing is empty', () => {
  const formulas =
    '<c><f>A1*2</f></c><c><f>A1&amp;"x"</f><v/></c><c t="str"><f>IF(1,"")</f><v></v></c><c><f t="shared" si="0"/></c><c><f>1+2</f><v>3</v></c>';
  const found = cellsOf(`${textRow(['A', 'B', 'C', 'D', 'E'])}<row>${formulas}</row>`);
  expect(found[0]?.cells).toEqual(['=A1*2', '=A1&"x"', '', '=', '3']);
});

test('rows that a filter hides are read and counted', () => {
  const bytes = makePackage({
    [sheet]: sheetPart(
      header + textRow(['A'], 'hidden="1"') + textRow(['B']) + textRow(['C'], 'hidden="true"'),
    ),
  });
  expect(read(bytes)).toMatchObject({
    hiddenRows: 2,
    rows: [{ number: 2 }, { number: 3 }, { number: 4 }],
  });
});

test('half a character becomes the sign for unreadable, and two halves one character', () => {
  const found = cellsOf(header + textRow(['Birch &#xD83D; Ltd', '&#xD83D;&#xDE00;', 'a_x0000_b']));
  expect(found[0]?.cells).toEqual(['Birch \ufffd Ltd', '😀', 'a\u0001b']);
});

test('how a name is read aloud is no part of it, and runs of a text are one text', () => {
  const rich =
    '<c t="inlineStr"><is><r><t>Birch </t></r><r><rPr/><t>Ltd</t></r><rPh sb="0" eb="1"><t>bə:tʃ</t></rPh></is></c>';
  expect(cellsOf(`${header}<row>${rich}</row>`)[0]?.cells[0]).toBe('Birch Ltd');
});

test.each([
  ['dd/mm/yyyy', 43_558.4375, '2019-04-03 10:30'],
  ['[$-809]d mmmm yyyy;@', 43_558, '2019-04-03'],
  ['h:mm', 0.4375, '10:30'],
  ['[h]:mm', 1.25, '30:00'],
  ['#,##0.00 "days"', 43_558, '43558'],
  ['0.00E+00', 43_558, '43558'],
  ['General', 43_558, '43558'],
  ['[Red]#,##0', 43_558, '43558'],
])('a number with the format %s is shown as %s → %s', (format, value, shown) => {
  const bytes = makePackage({
    'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${format.replaceAll('"', '&quot;')}"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    [sheet]: sheetPart(`${header}<row><c s="1"><v>${value}</v></c></row>`),
  });
  expect(read(bytes).rows[0]?.cells[0]).toBe(shown);
});

function ods(rows: string): string {
  return `<office:document-content><office:body><office:spreadsheet><table:table table:name="Firms">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`;
}

const odsOf = (rows: string) =>
  makeZip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': ods(rows) });
const odsCell = (attributes: string, text: string) =>
  `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;
const odsHeader = `<table:table-row>${['A', 'B', 'C'].map((name) => odsCell('office:value-type="string"', name)).join('')}</table:table-row>`;

test('an error that Excel stored as the number 0 in an ODS is an error', () => {
  const errors = ['#N/A', '#DIV/0!', 'Err:502']
    .map((error) =>
      odsCell('office:value-type="float" office:value="0" table:formula="of:=0/0"', error),
    )
    .join('');
  const rows = `${odsHeader}<table:table-row table:visibility="filter">${errors}</table:table-row>`;
  expect(read(odsOf(rows), 'a.ods')).toMatchObject({
    hiddenRows: 1,
    rows: [{ cells: ['#N/A', '#DIV/0!', 'Err:502'] }],
  });
});

test('a row filled to the bottom of a sheet is told, and cells that multiply are counted', () => {
  const filled = odsOf(
    `${odsHeader}<table:table-row table:number-rows-repeated="1048572">${odsCell('', 'Warwickshire')}</table:table-row>`,
  );
  expect(readTable(filled, 'a.ods')).toMatchObject({
    ...{ ok: false, reason: 'too-large' },
    message: expect.stringMatching(/^Row 2 is repeated 1,048,572 times/),
  });
  const square = odsOf(
    `${odsHeader}<table:table-row table:number-rows-repeated="99999">${odsCell('table:number-columns-repeated="16384"', 'x')}</table:table-row>`,
  );
  expect(readTable(square, 'a.ods')).toMatchObject({ ok: false, reason: 'too-large' });
});

test('what hucre writes, its own reader and ours read alike', async () => {
  const value = fc.oneof(
    fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter((text) => !/[\p{C}_\s]|^=/u.test(text)),
    fc.integer({ min: -1e9, max: 1e9 }),
    fc.boolean(),
    fc.constant(null),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
      async (rows) => {
        const all = [['Company name', 'B', 'C'], ...rows];
        const bytes = await writeXlsx({ sheets: [{ name: 'Firms', rows: all }] });
        const theirs = (await readXlsx(bytes)).sheets[0]?.rows ?? [];
        const text = (cell: unknown) => {
          if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
          return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';
        };
        const expected = theirs
          .slice(1)
          .map((cells, at) => ({ number: at + 2, cells: [0, 1, 2].map((n) => text(cells[n])) }))
          .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
        expect(readTable(bytes, 'a.xlsx', { headerRow: 1 })).toMatchObject({
          ok: true,
          value: { rows: expected },
        });
      },
    ),
    { numRuns: 25 },
  );
});

const folder = join(import.meta.dirname, '../../../../shared/cases/files');

test.skipIf(!existsSync(folder))(
  'the workbooks that failed once are read (skipped where they are absent)',
  () => {
    const table = (name: string) => read(readFileSync(join(folder, name)), name);
    const plain = table('00-plain.xlsx').rows;
    expect(plain).toHaveLength(3);
    for (const name of [
      '02-chart-sheet-first',
      '02-chart-sheet-last',
      '03-backslash-names',
      '04-part-name-case',
    ]) {
      expect(table(`${name}.xlsx`).rows).toEqual(plain);
    }
    expect(table('01-empty-shared-string.xlsx').rows.map(({ cells }) => cells[1])).toEqual([
      '',
      '',
      '',
    ]);
    expect(table('09-row-number-twice.xlsx').rows.map(({ number }) => number)).toEqual([2, 3, 4]);
    expect(table('10-row-number-not-a-number.xlsx').rows.map(({ number }) => number)).toEqual([
      2, 3, 4,
    ]);
    expect(table('20-half-emoji.xlsx').rows[0]?.cells[0]).toBe('Brindle \ufffd Optics Ltd');
    expect(table('18-formulas-never-calculated.xlsx')).toMatchObject({ hiddenRows: 1 });
    expect(table('06-excel-ods-errors.ods').rows[0]?.cells.slice(2)).toEqual(['#DIV/0!', '#N/A']);
    expect(table('08-nul.csv').rows[0]?.cells[0]).toBe('Brindle\u0001 Optics Ltd');
    expect(table('12-emoji-in-long-header.csv').headers[2]?.isWellFormed()).toBe(true);
    expect(table('14-no-header.csv')).toMatchObject({
      headerRow: 0,
      headers: ['Column 1', 'Column 2', 'Column 3', 'Column 4'],
    });
    expect(table('14-no-header.csv').rows).toHaveLength(3);
    expect(table('15-mac-roman.csv')).toMatchObject({
      encoding: 'macintosh',
      rows: [
        { cells: ['Café Brontë Ltd', '09990021', 'CV1 2AB', 'office@bronte.example'] },
        {},
        {},
      ],
    });
  },
);
