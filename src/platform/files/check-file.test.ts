import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { checkFile, maxFileBytes } from './check-file.ts';
import { contentDisposition, fileResponse } from './file-response.ts';

const text = (words: string) => new TextEncoder().encode(words);
const pdf = text('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF');

interface Part {
  name: string;
  content?: string;
  /** What the table of contents claims it unpacks to. */
  claims?: number;
  flags?: number;
}

/** A zip archive with a table of contents that may lie. */
function zip(parts: readonly Part[]): Uint8Array {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const raw = Buffer.from(part.content ?? '');
    const packed = deflateRawSync(raw);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(raw.length, 22);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(part.flags ?? 0, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(part.claims ?? raw.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    local.push(head, name, packed);
    directory.push(entry, name);
    offset += 30 + name.length + packed.length;
  }
  const table = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(table.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, table, end]);
}

const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const contents: Part = {
  name: '[Content_Types].xml',
  content: `<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
};
const docx = (...more: Part[]) =>
  zip([contents, { name: 'word/document.xml', content: '<a/>' }, ...more]);

async function reasonFor(bytes: Uint8Array, name: string): Promise<string> {
  const checked = await checkFile(bytes, name);
  return checked.ok ? `ok ${checked.value}` : checked.reason;
}

test.each([
  ['a PDF', pdf, 'plan.pdf', 'ok pdf'],
  ['a Word document', docx(), 'plan.docx', 'ok docx'],
  ['a table as text', text('name,£\nZoë,3'), 'rows.csv', 'ok csv'],
  ['an empty file', new Uint8Array(), 'a.pdf', 'empty'],
  ['21 megabytes', new Uint8Array(maxFileBytes + 1), 'a.pdf', 'too-large'],
  ['a drawing with script', text('<svg onload="x()"/>'), 'a.svg', 'kind-not-taken'],
  ['a drawing named as a picture', text('<svg onload="x()"/>'), 'a.png', 'content-differs'],
  ['a page named as text', text('  <!DOCTYPE html><p>'), 'a.txt', 'content-differs'],
  ['a page named as a table', text('a,<script>x()</script>'), 'a.csv', 'content-differs'],
  ['a program named as a PDF', text('MZ\u0090\u0000'), 'a.pdf', 'content-differs'],
  ['a PDF named as a picture', pdf, 'a.png', 'content-differs'],
  ['text that is not UTF-8', Uint8Array.from([0x41, 0xa3, 0x42]), 'a.csv', 'content-differs'],
  ['text with control characters', text('a\u0000b'), 'a.txt', 'content-differs'],
  ['a name without ending', pdf, 'plan', 'kind-not-taken'],
  ['a document with macros', docx({ name: 'word/vbaProject.bin' }), 'a.docx', 'unsafe'],
  ['a part that leads out', docx({ name: '../../etc/passwd' }), 'a.docx', 'unsafe'],
  ['a part with a whole path', docx({ name: '/etc/passwd' }), 'a.docx', 'unsafe'],
  ['a document with a password', docx({ name: 'x.xml', flags: 1 }), 'a.docx', 'unsafe'],
  ['an archive bomb', docx({ name: 'x.xml', claims: 2 ** 31 }), 'a.docx', 'unsafe'],
  [
    'an archive of too many parts',
    docx(...Array.from({ length: 5001 }, (_, n) => ({ name: `p${n}` }))),
    'a.docx',
    'unsafe',
  ],
  ['a document cut in the middle', docx().subarray(0, 300), 'a.docx', 'unsafe'],
] as const)('judges %s', async (_what, bytes, name, verdict) => {
  expect(await reasonFor(bytes, name)).toBe(verdict);
});

test('hands a file out as a download that can run nothing', () => {
  const { headers } = fileResponse({ name: 'Plan "Zoë".pdf', type: 'application/pdf', bytes: pdf });
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="Plan _Zo__.pdf"; filename*=UTF-8''Plan%20%22Zo%C3%AB%22.pdf`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
  });
});

test('lets no file name add a header', () => {
  expect(contentDisposition('a\r\nSet-Cookie: x=1.pdf')).not.toMatch(/[\r\n]/);
});
