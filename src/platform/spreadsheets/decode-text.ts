import type { TextEncoding } from './table.ts';

/**
 * The text of a file without its byte order mark. Order of guesses: mark, pattern of zero bytes (UTF-16
 * without a mark), UTF-8, Windows-1252. A file glued together from both is decoded line by line.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncoding } {
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

/** Western text in UTF-16 has a zero in every second byte. */
function zeroPattern(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
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
  return null;
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
  return { text: western.decode(bytes), encoding: 'windows-1252' };
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
