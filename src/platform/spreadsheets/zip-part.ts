import { inflateRawSync } from 'node:zlib';
import type { ReadingBudget } from './reading-budget.ts';
import type { ZipEntry } from './zip-directory.ts';

const localSignature = 0x04034b50;
const chunkBytes = 256 * 1024;

/** The parts of an archive whose directory was checked. Names know no case, as office programs see it. */
export class ZipParts {
  private readonly bytes: Uint8Array;
  private readonly entries: ReadonlyMap<string, ZipEntry>;
  private readonly budget: ReadingBudget;

  constructor(bytes: Uint8Array, entries: readonly ZipEntry[], budget: ReadingBudget) {
    this.bytes = bytes;
    this.entries = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
    this.budget = budget;
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** A part's text in pieces; null when it is missing, broken or longer than it declares. */
  chunks(name: string): Iterable<string> | null {
    const bytes = this.unpacked(name);
    return bytes === null ? null : textChunks(bytes);
  }

  /** A small part's whole text. */
  text(name: string): string | null {
    const chunks = this.chunks(name);
    return chunks === null ? null : [...chunks].join('');
  }

  private unpacked(name: string): Uint8Array | null {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry || entry.isEncrypted) return null;
    const { bytes } = this;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const at = entry.headerOffset;
    if (view.getUint32(at, true) !== localSignature) return null;
    this.budget.unpack(entry.unpackedBytes);
    const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    const packed = bytes.subarray(start, start + entry.packedBytes);
    if (entry.method === 0) return packed;
    try {
      return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.unpackedBytes) });
    } catch {
      // zlib has one error for all of this, and the caller says "damaged" for each.
      return null;
    }
  }
}

function* textChunks(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    yield decoder.decode(bytes.subarray(at, at + chunkBytes), { stream: true });
  }
  yield decoder.decode();
}

/** XML is UTF-8 unless a mark, its zeros or its first line say something else. */
function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0 && second === 0x3c) return 'utf-16be';
  if (first === 0x3c && second === 0) return 'utf-16le';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const told = /^[^<]{0,3}<\?xml[^>]{0,100}encoding=["']([\w-]{1,20})["']/.exec(head)?.[1] ?? '';
  return /^(iso-8859-\d{1,2}|windows-125\d)$/i.test(told) ? told : 'utf-8';
}
