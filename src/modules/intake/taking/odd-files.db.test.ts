import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeImportDesk } from '../../../../test/factories/import-desk.ts';
import { makeZip } from '../../../../test/factories/workbook.ts';
import { importList } from '../commands/import-list.ts';
import { uploadImport } from '../commands/upload-import.ts';

const app = await createTestApp();
const { desk, manager, programmeId } = await makeImportDesk(app);
const table = 'Company name,Town,Notes\nAlder Works,Rugby,ok\nBirch Works,Rugby,ok\n';
const text = (words: string) => new TextEncoder().encode(words);

function utf16(words: string, isBig = false): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(words, 'utf16le');
  return new Uint8Array(isBig ? bytes.swap16() : bytes);
}

const workbook = async (rows: (string | number | Date | null)[][], more = {}) =>
  new Uint8Array(await writeXlsx({ sheets: [{ name: 'Firms', rows }], ...more }));
const saveAs = 'Save the list as .xlsx, .ods or .csv and upload that.';

test.each<[string, Uint8Array<ArrayBuffer>, string]>([
  ['a.csv', new Uint8Array(), 'This file is empty.'],
  ['a.csv', text(' \n,,\n'), 'There is nothing in this file. Check that you chose the right one.'],
  ['a.csv', text('Company name,Town\n'), 'There are headers in this list but no rows below them.'],
  [
    'a.xlsx',
    await workbook([['Company name', 'Town']]),
    'There are headers in this list but no rows below them.',
  ],
  [
    'a.csv',
    text(`Company name,Town\n${'A,B\n'.repeat(100_001)}`),
    'This list has more than 100,000 rows. Split it into parts.',
  ],
  ['list.csv', text('%PDF-1.7\n1 0 obj'), `This file is a PDF. ${saveAs}`],
  [
    'list.xls',
    text('<html><table><tr><td>Name</td></tr></table></html>'),
    `This file is a web page or XML, not a table. ${saveAs}`,
  ],
  [
    'list.xls',
    text('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?><Workbook/>'),
    `This file is a web page or XML, not a table. ${saveAs}`,
  ],
  [
    'list.xls',
    text('MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n<html>'),
    `This file is a web page saved in one piece. ${saveAs}`,
  ],
  [
    'list.xls',
    new Uint8Array([0x09, 0x04, 0x06, 0, 0, 0, 0x10, 0, 1, 2, 3, 4]),
    'This is an Office file in the format used before 2007. Save the list as .xlsx and upload that.',
  ],
  [
    'list.xlsx',
    await workbook([['Company name'], ['Alder']], {
      encryption: { password: 'x', spinCount: 1 },
    }),
    'This workbook has a password. Remove it (File, Info, Protect Workbook) and upload it again.',
  ],
  [
    'list.numbers',
    makeZip({ 'Index/Document.iwa': 'x', 'preview.jpg': 'x' }),
    'This is a file of Apple Numbers or Pages. Open it there, choose File, Export To, Excel, and upload that.',
  ],
  [
    'list.docx',
    makeZip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }),
    `This file is a text document, not a table. ${saveAs}`,
  ],
  [
    'list.zip',
    makeZip({ 'list.csv': table }),
    'This is a packed archive. Unpack it and upload the list that is in it.',
  ],
  ['list.csv', text('{\\rtf1\\ansi Name}'), `This file is a text document, not a table. ${saveAs}`],
  [
    'list.json',
    text('[{"name":"Alder","town":"Rugby"},\n{"name":"Birch","town":"Rugby"}]'),
    `This file is JSON, not a table. ${saveAs}`,
  ],
  [
    'list.gsheet',
    text('{"url":"https://docs.example/open?id=x","doc_id":"x"}'),
    `This file is only a link to a list that is kept elsewhere; download the list there. ${saveAs}`,
  ],
  ['list.vcf', text('BEGIN:VCARD\nFN:Ann\n'), `This file is an address book (vCard). ${saveAs}`],
  [
    'list.slk',
    text('ID;PWXL;N;E\nC;Y1;X1;K"A"\nE\n'),
    `This file is in the old format SYLK. ${saveAs}`,
  ],
  [
    'list.eml',
    text('From: ann@a.example\nTo: ben@b.example\n\nHello, there\n'),
    `This file is an email, not a table. ${saveAs}`,
  ],
  [
    'list.txt',
    new Uint8Array([0xff, 0xfe, 0, 0, ...Array.from({ length: 80 }, (_, at) => (at % 4 ? 0 : 65))]),
    `This file is text in UTF-32, which hardly any program reads. ${saveAs}`,
  ],
])(
  '%s is refused in the same words on the page and on the command line: %#',
  async (fileName, bytes, words) => {
    const page = uploadImport(manager, { programmeId, kind: 'enterprises', fileName, bytes });
    await expect(page).rejects.toMatchObject({ code: 'invalid', fields: { file: words } });
    const line = importList(manager, {
      target: { kind: 'enterprises', programmeId },
      ...{ fileName, bytes, isDryRun: true },
    });
    await expect(line).rejects.toMatchObject({ message: words, fields: { file: words } });
  },
);

/** What both doors read: the first cells of each row. */
async function read(fileName: string, bytes: Uint8Array<ArrayBuffer>) {
  const upload = { programmeId, kind: 'enterprises', fileName, bytes } as const;
  const { runId } = await uploadImport(manager, upload);
  const rows = await desk.read((tx) =>
    tx
      .selectFrom('import_row')
      .select('cells')
      .where('run_id', '=', runId)
      .orderBy('row_number')
      .execute(),
  );
  const line = await importList(manager, {
    target: { kind: 'enterprises', programmeId },
    ...{ fileName, bytes, isDryRun: true },
  });
  expect(line.read).toBe(rows.length);
  return { rows: rows.map(({ cells }) => cells as string[]), line };
}

test.each<[string, Uint8Array<ArrayBuffer>]>([
  ['UTF-16 without a mark', utf16(table)],
  ['UTF-16, big-endian, without a mark', utf16(table, true)],
  ['line ends of an old Mac', text(table.replaceAll('\n', '\r'))],
  ['tabs', text(table.replaceAll(',', '\t'))],
])('a text is read however it is stored: %s', async (_, bytes) => {
  const { rows } = await read('a.csv', bytes);
  expect(rows).toEqual([
    ['Alder Works', 'Rugby', 'ok'],
    ['Birch Works', 'Rugby', 'ok'],
  ]);
});

test('another alphabet in UTF-16 without a mark is text', async () => {
  const { rows } = await read('a.csv', utf16('Company name,Πόλη\nΆλφα ΑΕ,Αθήνα\nΒήτα ΑΕ,Πάτρα\n'));
  expect(rows).toEqual([
    ['Άλφα ΑΕ', 'Αθήνα'],
    ['Βήτα ΑΕ', 'Πάτρα'],
  ]);
});

test('quotes, doubled and blank headers, right-to-left, emoji, NUL and endless cells are taken as they are', async () => {
  const { rows, line } = await read(
    'a.csv',
    text(
      `Company name,Company name,,Notes\n"Al\nder",x,y,"a\nb"\n\u202eأهلا,,,\n🧁 👩‍🍳 Cakes,,,\nN\0ul Works,,,\n"Long Works",,,${'z'.repeat(50_000)}\n`,
    ),
  );
  expect(rows.map(([name]) => name?.slice(0, 20))).toEqual([
    'Al\nder',
    '\u202eأهلا',
    '🧁 👩‍🍳 Cakes',
    'N\u0001ul Works',
    'Long Works',
  ]);
  expect(line.problems.map(({ row, code }) => `${row} ${code}`)).toEqual(
    expect.arrayContaining(['2 line-break', '5 control-characters', '6 too-long']),
  );
});

test('days, times, shares, the calendar of 1904 and merged cells come as a person sees them', async () => {
  const day = new Date(Date.UTC(2020, 3, 2));
  const rows = [
    ['Company name', 'Incorporated on', 'Share', 'Opens'],
    ['Alder Works', day, 0.125, 0.375],
    ['Birch Works', day, 1, 0.5],
  ];
  const columns = [{}, { numFmt: 'dd/mm/yyyy' }, { numFmt: '0.0%' }, { numFmt: 'hh:mm' }];
  const merges = [{ startRow: 1, startCol: 0, endRow: 1, endCol: 0 }];
  for (const dateSystem of ['1900', '1904'] as const) {
    const bytes = new Uint8Array(
      await writeXlsx({ dateSystem, sheets: [{ name: 'Firms', rows, columns, merges }] }),
    );
    expect((await read('a.xlsx', bytes)).rows).toEqual([
      ['Alder Works', '2020-04-02', '0.125', '09:00'],
      ['Birch Works', '2020-04-02', '1', '12:00'],
    ]);
  }
});

test('a share and a time are no number of people and no money', async () => {
  const { line } = await read(
    'a.csv',
    text(
      'Company name,Employees,Turnover\nBirch Works,4,£100\nCedar Works,5,£200\nAlder Works,50%,10:30\n',
    ),
  );
  expect(line.problems.map(({ column }) => column)).toEqual(['Employees', 'Turnover']);
});

test('the same file once more takes the place of what was begun and left', async () => {
  const upload = { programmeId, kind: 'enterprises', fileName: 'twice.csv' } as const;
  const bytes = text('Company name,Town\nTwice Works,Rugby\n');
  const first = await uploadImport(manager, { ...upload, bytes });
  const second = await uploadImport(manager, { ...upload, bytes });
  const states = await desk.read((tx) =>
    tx
      .selectFrom('import_run')
      .select(['id', 'state'])
      .where('id', 'in', [first.runId, second.runId])
      .execute(),
  );
  expect(Object.fromEntries(states.map(({ id, state }) => [id, state]))).toEqual({
    [first.runId]: 'abandoned',
    [second.runId]: 'uploaded',
  });
});
