import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';

const text = 'Firm,Town\r\nCafé Zürich £5 – “x”,Coventry\r\n';
const utf16 = (value: string) => new Uint8Array(Buffer.from(value, 'utf16le'));
const swapped = (value: string) => new Uint8Array(Buffer.from(value, 'utf16le').swap16());
const western = (value: string) =>
  Uint8Array.from(value, (one) => ({ '–': 0x96, '“': 0x93, '”': 0x94 })[one] ?? one.charCodeAt(0));
const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

test.each([
  ['utf-8', new TextEncoder().encode(text)],
  ['utf-8', new TextEncoder().encode(`\ufeff${text}`)],
  ['utf-16le', utf16(`\ufeff${text}`)],
  ['utf-16le', utf16(text)],
  ['utf-16be', swapped(`\ufeff${text}`)],
  ['utf-16be', swapped(text)],
  ['windows-1252', western(text)],
  ['mixed', join(new TextEncoder().encode('Rück\n'), western('Café\n'))],
] as const)('reads %s with or without a mark', (encoding, bytes) => {
  const decoded = decodeText(bytes);
  expect(decoded.encoding).toBe(encoding);
  expect(decoded.text).toBe(encoding === 'mixed' ? 'Rück\nCafé\n' : text);
});

test('any bytes give some text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(typeof decodeText(bytes).text).toBe('string');
    }),
  );
});
