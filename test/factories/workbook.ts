import { crc32, deflateRawSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';

/** The bytes of an XLSX workbook with these sheets of text. */
export async function makeWorkbook(
  sheets: Readonly<Record<string, string[][]>>,
): Promise<Uint8Array<ArrayBuffer>> {
  const written = await writeXlsx({
    sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows })),
  });
  return new Uint8Array(written);
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const document = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships';
const types = 'http://schemas.openxmlformats.org/package/2006/content-types';

/** A relation of a package, by the last word of its type. */
export function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${document}/${type}" Target="${target}"/>`;
}

export function relations(...all: string[]): string {
  return `<Relationships xmlns="${packaged}">${all.join('')}</Relationships>`;
}

/** The `sheets` of a workbook part: name and relation of each. */
export function workbookPart(sheets: Readonly<Record<string, string>>): string {
  const tags = Object.entries(sheets).map(
    ([name, id], at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="${id}"/>`,
  );
  return `<workbook xmlns="${main}" xmlns:r="${document}"><sheets>${tags.join('')}</sheets></workbook>`;
}

/** A sheet's part; `rows` are its tags. */
export function sheetPart(rows: string): string {
  return `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`;
}

/** Cells of text, kept in the cells themselves. */
export function textRow(cells: readonly string[], attributes = ''): string {
  const tags = cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`);
  return `<row ${attributes}>${tags.join('')}</row>`;
}

const plain: Record<string, string> = {
  '[Content_Types].xml': `<Types xmlns="${types}"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
  '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
  'xl/workbook.xml': workbookPart({ Firms: 'rId1' }),
  'xl/_rels/workbook.xml.rels': relations(
    relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
    relation('rId2', 'sharedStrings', 'sharedStrings.xml'),
    relation('rId3', 'styles', 'styles.xml'),
  ),
  'xl/worksheets/sheet1.xml': sheetPart(
    textRow(['Company name', 'Postcode']) + textRow(['Birch Tools Ltd', 'CV1 2AB']),
  ),
};

/**
 * The bytes of an XLSX package written part by part, as programs other than ours write it: parts may be
 * changed, added, or taken out with null.
 */
export function makePackage(
  parts: Readonly<Record<string, string | Uint8Array | null>> = {},
): Uint8Array<ArrayBuffer> {
  return makeZip({ ...plain, ...parts });
}

/** A zip archive of these parts; null leaves one out. */
export function makeZip(
  parts: Readonly<Record<string, string | Uint8Array | null>>,
): Uint8Array<ArrayBuffer> {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    if (content === null) continue;
    const raw = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);
    const packed = deflateRawSync(raw, { level: 1 });
    const path = Buffer.from(name);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(0x0800, 2);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(crc32(raw), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(raw.length, 18);
    shared.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), shared, path, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), shared, tail, path]));
    files.push(local);
    at += local.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...files, index, end]));
}
