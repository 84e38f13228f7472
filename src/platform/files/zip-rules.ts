const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const maxEntries = 5_000;
const maxUnpacked = 300 * 1024 * 1024;
const maxRatio = 250;
// Small parts compress well without harm.
const ratioFrom = 10 * 1024 * 1024;

/**
 * What is wrong with a document that is an archive, in words, or null. Reads only the table of contents:
 * nothing is unpacked before it is known to be bounded, without macros, and without paths that lead out.
 */
export function archiveFault(bytes: Uint8Array): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return 'This document is damaged. Save it again.';
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  // 0xffff and 0xffffffff point to the tables of very large archives.
  if (entries > maxEntries || at === 0xffffffff) return 'This document has too many parts.';
  let unpacked = 0;
  for (let n = 0; n < entries; n += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== directoryEntry) {
      return 'This document is damaged. Save it again.';
    }
    const flags = view.getUint16(at + 8, true);
    const size = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const name = Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength)).toString('utf8');
    if (flags & 1) return 'This document has a password. Take it off and save it again.';
    if (leadsOut(name)) return 'This document holds a part with an unsafe name.';
    if (/vbaproject|\.(?:exe|dll|js|vbs|bat|ps1)$/i.test(name)) {
      return 'This document holds macros or a program. Save it without them.';
    }
    unpacked += size;
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  const isBomb = unpacked > ratioFrom && unpacked > bytes.length * maxRatio;
  if (unpacked > maxUnpacked || isBomb) return 'This document would unpack to far too much.';
  return null;
}

function findEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) === endOfDirectory) return at;
  }
  return null;
}

function leadsOut(name: string): boolean {
  return /^[/\\]|^[A-Za-z]:|\\/.test(name) || name.split('/').includes('..') || name.includes('\0');
}
