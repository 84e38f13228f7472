import { fail, ok, type Result } from '../../kernel/result.ts';
import type { TableFailure } from './table.ts';

export interface ZipEntry {
  /** With slashes, however the program that packed it writes them. */
  name: string;
  packedBytes: number;
  unpackedBytes: number;
  method: number;
  isEncrypted: boolean;
  headerOffset: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const most = { entries: 2000, entryBytes: 200_000_000, totalBytes: 300_000_000, ratio: 200 };
/** Below this a high ratio is harmless: an empty sheet of spaces packs very well. */
const ratioMattersFrom = 10_000_000;

/**
 * The directory of a zip archive, read without unpacking anything and refused when it could hurt: too many
 * entries, too large unpacked, packed too well, names that leave the folder, sizes that are not told.
 * The reader behind it never unpacks more than an entry declares.
 */
export function checkedZip(bytes: Uint8Array): Result<ZipEntry[], TableFailure> {
  const entries = zipEntries(bytes);
  if (!entries)
    return fail('damaged', 'This file is damaged. Save it again and upload the new copy.');
  const problem = unsafePart(entries);
  if (problem) return fail('unsafe', `This file cannot be opened safely: ${problem}.`);
  return ok(entries);
}

function unsafePart(entries: readonly ZipEntry[]): string | null {
  if (entries.length > most.entries) return 'it holds too many parts';
  const names = new Set<string>();
  let total = 0;
  for (const entry of entries) {
    if (!isPlainName(entry.name)) return 'a part of it has a name that is not allowed';
    const key = entry.name.toLowerCase();
    if (names.has(key)) return 'two parts of it have the same name';
    names.add(key);
    if (entry.unpackedBytes === 0 && entry.packedBytes > 2) return 'a part of it hides its size';
    if (entry.method !== 0 && entry.method !== 8) return 'it is packed in an unusual way';
    total += entry.unpackedBytes;
    const ratio = entry.unpackedBytes / Math.max(1, entry.packedBytes);
    if (entry.unpackedBytes > ratioMattersFrom && ratio > most.ratio) {
      return 'it unpacks to far more than its size';
    }
    if (entry.unpackedBytes > most.entryBytes || total > most.totalBytes) {
      return 'it unpacks to too much';
    }
  }
  return null;
}

function isPlainName(name: string): boolean {
  return (
    name !== '' &&
    name.length <= 260 &&
    !name.startsWith('/') &&
    !/[:\0]/.test(name) &&
    !name.split('/').includes('..')
  );
}

/** The entries of the central directory; null when there is none or it is broken. ZIP64 is refused. */
function zipEntries(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== entrySignature) return null;
    const nameLength = view.getUint16(at + 28, true);
    const headerOffset = view.getUint32(at + 42, true);
    const entry = {
      name: plainSlashes(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))),
      packedBytes: view.getUint32(at + 20, true),
      unpackedBytes: view.getUint32(at + 24, true),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      headerOffset,
    };
    if (headerOffset + 30 + entry.packedBytes > bytes.length) return null;
    entries.push(entry);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries.length === 0 ? null : entries;
}

/** Some programs for Windows name parts as Windows does; Excel opens them. */
function plainSlashes(name: string): string {
  return name.replaceAll('\\', '/');
}

function endOfDirectory(view: DataView): number | null {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 65_535); at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  return null;
}
