import type { TextEncoding } from './table.ts';

/**
 * The text of a file without its byte order mark. Order of guesses: mark, pattern of zero bytes (UTF-16
 * without a mark), UTF-8, Mac Roman by where its letters stand, Windows-1252. A file glued together from UTF-8
 * and Windows-1252 is decoded line by line.
 */
export function decodeText(
  bytes: Uint8Array,
  wanted?: TextEncoding,
): { text: string; encoding: TextEncoding } {
  if (wanted !== undefined && wanted !== 'mixed') {
    return { text: new TextDecoder(wanted).decode(bytes), encoding: wanted };
  }
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return utf8Or1252(bytes.subarray(3));
  if (first === 0xff && second === 0xfe) return utf16(bytes.subarray(2), 'utf-16le');
  if (first === 0xfe && second === 0xff) return utf16(bytes.subarray(2), 'utf-16be');
  const zeros = zeroPattern(bytes);
  return zeros ? utf16(bytes, zeros) : utf8Or1252(bytes);
}

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be') {
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 2));
  return { text: new TextDecoder(encoding).decode(whole), encoding };
}

/** Text in UTF-16 without a mark, by where its bytes of one value stand. */
export function zeroPattern(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const seen = Math.min(bytes.length, 4096);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < seen; at += 1) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  if (odd > seen * 0.3 && even < seen * 0.05) return 'utf-16le';
  if (even > seen * 0.3 && odd < seen * 0.05) return 'utf-16be';
  if (odd > 2 && even === 0 && hasFewValues(bytes, seen, 1)) return 'utf-16le';
  if (even > 2 && odd === 0 && hasFewValues(bytes, seen, 0)) return 'utf-16be';
  return null;
}

/** Letters of one alphabet share the upper byte: Greek, Cyrillic, Hebrew and Arabic texts have two or three of them. */
function hasFewValues(bytes: Uint8Array, seen: number, from: number): boolean {
  const values = new Set<number>();
  for (let at = from; at < seen; at += 2) values.add(bytes[at] ?? 0);
  return seen >= 20 && values.size <= 5;
}

function utf8Or1252(bytes: Uint8Array): { text: string; encoding: TextEncoding } {
  const text = asUtf8(bytes);
  if (text !== null) return { text, encoding: 'utf-8' };
  const western = new TextDecoder('windows-1252');
  const lines: string[] = [];
  let hasUtf8 = false;
  for (const line of linesOf(bytes)) {
    const decoded = asUtf8(line);
    if (decoded !== null && decoded.length < line.length) hasUtf8 = true;
    lines.push(decoded ?? western.decode(line));
  }
  if (hasUtf8) return { text: lines.join(''), encoding: 'mixed' };
  if (isMacRoman(bytes)) {
    return { text: new TextDecoder('macintosh').decode(bytes), encoding: 'macintosh' };
  }
  return { text: western.decode(bytes), encoding: 'windows-1252' };
}

/**
 * Excel for Mac writes accented letters where Windows has signs such as the bullet: behind a letter these make no
 * sense. An apostrophe does, so that the places of quotes and dashes do not count.
 */
function isMacRoman(bytes: Uint8Array): boolean {
  let mac = 0;
  let western = 0;
  for (let at = 1; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80 || !isAsciiLetter(bytes[at - 1] ?? 0)) continue;
    if (byte >= 0xc0) western += 1;
    else if (byte <= 0x9f && byte !== 0x92 && byte !== 0x85 && byte !== 0x99) mac += 1;
  }
  return mac > western;
}

function isAsciiLetter(byte: number): boolean {
  const letter = byte | 32;
  return letter >= 97 && letter <= 122;
}

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  let from = 0;
  while (from < bytes.length) {
    const found = bytes.indexOf(10, from);
    const to = found === -1 ? bytes.length : found + 1;
    yield bytes.subarray(from, to);
    from = to;
  }
}
