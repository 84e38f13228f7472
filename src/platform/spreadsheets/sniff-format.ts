import { fail, ok, type Result } from '../../kernel/result.ts';
import type { TableFailure } from './table.ts';
import { zeroPattern } from './decode-text.ts';
import { ReadingBudget } from './reading-budget.ts';
import { checkedZip, type ZipEntry } from './zip-directory.ts';
import { ZipParts } from './zip-part.ts';

export type Sniffed =
  | { kind: 'text' }
  | { kind: 'xlsx'; entries: ZipEntry[] }
  | { kind: 'ods'; entries: ZipEntry[] };

const saveAs = 'Save the list as .xlsx, .ods or .csv and upload that.';

const otherKinds: readonly [string, readonly number[]][] = [
  ['a PDF', [0x25, 0x50, 0x44, 0x46]],
  ['a picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a picture', [0xff, 0xd8, 0xff]],
  ['a picture', [0x47, 0x49, 0x46, 0x38]],
  ['a compressed file', [0x1f, 0x8b]],
  ['a compressed file', [0x37, 0x7a, 0xbc, 0xaf]],
  ['a compressed file', [0x52, 0x61, 0x72, 0x21]],
  ['text in UTF-32, which hardly any program reads', [0xff, 0xfe, 0, 0]],
  ['text in UTF-32, which hardly any program reads', [0, 0, 0xfe, 0xff]],
  ['a program', [0x4d, 0x5a, 0x90]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
  ['a text document, not a table', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

/** Workbooks of Excel 2 to 4 had no container. */
const oldWorkbooks = [0, 2, 4].map((version) => [0x09, version, version === 0 ? 4 : 6, 0]);
const beforeOffice2007 =
  'This is an Office file in the format used before 2007. Save the list as .xlsx and upload that.';

/** What the file really is, by its content; its name is not trusted. */
export function sniffFormat(bytes: Uint8Array): Result<Sniffed, TableFailure> {
  if (bytes.length === 0) return fail('empty', 'This file is empty.');
  for (const [what, signature] of otherKinds) {
    if (startsWith(bytes, signature)) return fail('not-a-table', `This file is ${what}. ${saveAs}`);
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return oldOffice(bytes);
  if (oldWorkbooks.some((one) => startsWith(bytes, one)))
    return fail('old-format', beforeOffice2007);
  if (startsWith(bytes, [0x50, 0x4b])) return zipKind(bytes);
  return textKind(bytes);
}

/** The container of Word and Excel before 2007 also wraps every workbook with a password. */
function oldOffice(bytes: Uint8Array): Result<Sniffed, TableFailure> {
  if (holdsUtf16(bytes, 'EncryptedPackage')) {
    return fail(
      'encrypted',
      'This workbook has a password. Remove it (File, Info, Protect Workbook) and upload it again.',
    );
  }
  return fail('old-format', beforeOffice2007);
}

function zipKind(bytes: Uint8Array): Result<Sniffed, TableFailure> {
  const checked = checkedZip(bytes);
  if (!checked.ok) return checked;
  const entries = checked.value;
  const has = (name: string) => entries.some((entry) => entry.name.toLowerCase() === name);
  if (entries.some((entry) => entry.isEncrypted)) return hasPassword();
  if (has('xl/vbaproject.bin')) {
    return fail('macros', 'This workbook contains macros. Save it as .xlsx without macros.');
  }
  if (has('xl/workbook.bin')) {
    return fail(
      'old-format',
      'This is a binary workbook (.xlsb). Save it as .xlsx and upload that.',
    );
  }
  const parts = new ZipParts(bytes, entries, new ReadingBudget());
  const contents = parts.text('[Content_Types].xml');
  // A workbook need not be kept in the folder in which Excel keeps it.
  if (contents !== null && (has('xl/workbook.xml') || contents.includes('spreadsheetml'))) {
    return ok({ kind: 'xlsx', entries });
  }
  const manifest = parts.text('META-INF/manifest.xml') ?? '';
  // The first part tells the kind; programs that leave it out tell it in the manifest.
  const type = parts.text('mimetype')?.trim() ?? manifest;
  if (has('content.xml') && type.includes('application/vnd.oasis.opendocument.spreadsheet')) {
    return manifest.includes('encryption-data') ? hasPassword() : ok({ kind: 'ods', entries });
  }
  return fail('not-a-table', zipWords(entries, type));
}

/** What else is packed as a zip archive, in words that say what to do. */
function zipWords(entries: readonly ZipEntry[], type: string): string {
  const holds = (pattern: RegExp) => entries.some(({ name }) => pattern.test(name));
  if (holds(/\.iwa$|^index\.zip$/i)) {
    return 'This is a file of Apple Numbers or Pages. Open it there, choose File, Export To, Excel, and upload that.';
  }
  if (holds(/^word\//i) || type.includes('opendocument.text')) {
    return `This file is a text document, not a table. ${saveAs}`;
  }
  if (holds(/^ppt\//i)) return `This file holds slides, not a table. ${saveAs}`;
  if (holds(/\.(xlsx|ods|csv|txt|xls)$/i)) {
    return 'This is a packed archive. Unpack it and upload the list that is in it.';
  }
  return `This file is not a spreadsheet. ${saveAs}`;
}

function hasPassword(): Result<Sniffed, TableFailure> {
  return fail('encrypted', 'This file has a password. Save it without one and upload it again.');
}

/** Texts that are no table, by how they begin; in some of them a separator would be found all the same. */
const otherTexts: readonly [string, RegExp][] = [
  [
    'only a link to a list that is kept elsewhere; download the list there',
    /^\{\s*"url"\s*:|^\[InternetShortcut\]/,
  ],
  ['JSON, not a table', /^(\[\s*)?\{\s*("[^"\n]*"\s*:|\})/],
  ['a web page saved in one piece', /^MIME-Version:|^Content-Type: multipart/i],
  [
    'an email, not a table',
    /^((From|Received|Return-Path|Delivered-To|X-[\w-]+): .*\r?\n){2}|^From: .*\r?\n(To|Subject|Date): /i,
  ],
  ['an address book (vCard)', /^BEGIN:VCARD/i],
  ['a calendar', /^BEGIN:VCALENDAR/i],
  ['in the old format SYLK', /^ID;P/],
  ['a program’s setting, not a table', /^bplist0/],
];

function textKind(bytes: Uint8Array): Result<Sniffed, TableFailure> {
  const head = bytes.subarray(0, 4096);
  const isUtf16 = startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff]);
  const opening = new TextDecoder('windows-1252').decode(head).replace(/\0/g, '').trimStart();
  if (
    /^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*<(!doctype|html|\?xml|table)/i.test(opening)
  ) {
    return fail('not-a-table', `This file is a web page or XML, not a table. ${saveAs}`);
  }
  const other = otherTexts.find(([, pattern]) => pattern.test(opening));
  if (other) return fail('not-a-table', `This file is ${other[0]}. ${saveAs}`);
  if (!isUtf16 && zeroPattern(head) === null && hasForeignControls(head)) {
    return fail('not-a-table', `This file is neither a spreadsheet nor text. ${saveAs}`);
  }
  return ok({ kind: 'text' });
}

/** Control characters that no text file holds; NUL is left to the look for UTF-16. */
function hasForeignControls(head: Uint8Array): boolean {
  let odd = 0;
  let zeros = 0;
  for (const byte of head) {
    if (byte === 0) zeros += 1;
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) odd += 1;
  }
  return odd > head.length / 50 + 2 || (zeros > 2 && zeros < head.length / 5);
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function holdsUtf16(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from(text, 'utf16le'),
  );
}
