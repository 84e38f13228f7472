import { writeXlsx as writeWorkbook } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { makeZip } from '../../../test/factories/workbook.ts';
import { readTable } from './read-table.ts';
import { writeXlsx } from './write-xlsx.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const oldContainer = (stream: string) =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(600),
      Buffer.from(stream, 'utf16le'),
    ]),
  );

/** Writes a number into the directory record of a part, to lie about it. */
function withDirectory(bytes: Uint8Array, part: string, change: (record: DataView) => void) {
  const copy = bytes.slice();
  const at = Buffer.from(copy.buffer).lastIndexOf(part) - 46;
  change(new DataView(copy.buffer, at));
  return copy;
}

function renamed(bytes: Uint8Array, from: string, to: string) {
  const text = Buffer.from(bytes).toString('latin1').replaceAll(from, to);
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

const workbook = await writeXlsx('Firms', ['Name', 'Town'], [['A', 'B']]);
const sheet = 'xl/worksheets/sheet1.xml';

test.each<[string, string, Uint8Array]>([
  ['an empty file', 'empty', new Uint8Array()],
  ['a file of blank lines', 'empty', bytesOf('\n\n , ,\n')],
  [
    'a workbook with nothing in it',
    'empty',
    await writeWorkbook({ sheets: [{ name: 'a', rows: [] }] }),
  ],
  ['a PDF named .xlsx', 'not-a-table', bytesOf('%PDF-1.7\n%âãÏÓ\n1 0 obj')],
  ['a picture', 'not-a-table', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
  ['a program', 'not-a-table', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0])],
  ['a web page', 'not-a-table', bytesOf('\n <!DOCTYPE html><table><tr><td>A')],
  ['bytes of nothing', 'not-a-table', new Uint8Array(500).map((_, at) => (at * 7) % 32)],
  ['an old .xls', 'old-format', oldContainer('Workbook')],
  ['a workbook with a password', 'encrypted', oldContainer('EncryptedPackage')],
  [
    'a zip of something else',
    'not-a-table',
    makeZip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>' }),
  ],
  ['a workbook cut short', 'damaged', workbook.slice(0, workbook.length - 30)],
  ['the start of a zip', 'damaged', workbook.slice(0, 40)],
  ['a workbook with macros', 'macros', renamed(workbook, 'docProps/core.xml', 'xl/vbaProject.bin')],
  [
    'a part outside the folder',
    'unsafe',
    renamed(workbook, 'docProps/core.xml', '../../../../a.xml'),
  ],
  [
    'a part with an absolute name',
    'unsafe',
    renamed(workbook, 'docProps/app.xml', '/ocProps/app.xml'),
  ],
  [
    'a part that unpacks to far more than its size',
    'unsafe',
    withDirectory(workbook, sheet, (record) => record.setUint32(24, 100_000_000, true)),
  ],
  [
    'a part that hides its size',
    'unsafe',
    withDirectory(workbook, sheet, (record) => record.setUint32(24, 0, true)),
  ],
  [
    'a part longer than it says',
    'damaged',
    withDirectory(workbook, sheet, (record) => record.setUint32(24, 20, true)),
  ],
])('refuses %s: %s', async (_, reason, bytes) => {
  const result = readTable(bytes, 'list.xlsx');
  expect(result).toMatchObject({ ok: false, reason });
  expect(!result.ok && result.message).toMatch(/^[A-Z“].{10,}\.$/);
});

test('refuses 60 MB before looking at it', async () => {
  const result = readTable(new Uint8Array(60 * 1024 * 1024), 'big.csv');
  expect(result).toMatchObject({ ok: false, reason: 'too-large' });
  expect(!result.ok && result.message).toContain('25 MB');
});
