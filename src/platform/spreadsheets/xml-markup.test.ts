import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attribute, localName, type Tag, unescapeXml, xmlMarkup } from './xml-markup.ts';

const read = (text: string, size = text.length || 1) => {
  const chunks: string[] = [];
  for (let at = 0; at < text.length; at += size) chunks.push(text.slice(at, at + size));
  const found: (Tag | string)[] = [];
  for (const one of xmlMarkup(chunks)) {
    const last = found.at(-1);
    if (typeof one === 'string' && typeof last === 'string') found[found.length - 1] = last + one;
    else found.push(one);
  }
  return found;
};

test('tags, texts and what is no text', () => {
  const found = read(
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x:c r="A1"><!-- <no> -->a &lt; b<![CDATA[&<]]></x:c><v/>',
  );
  expect(found).toEqual([
    { name: 'x:c', attributes: ' r="A1"', isOpen: true, isClosed: false },
    'a < b&<',
    { name: 'x:c', attributes: '', isOpen: false, isClosed: true },
    { name: 'v', attributes: '', isOpen: true, isClosed: true },
  ]);
  expect(localName('x:c')).toBe('c');
});

test('wherever the pieces are cut, the document is the same', () => {
  const text =
    '<a t="x > y" ht=\'1\'>é &amp; 😀<!-- - -- --><b/><![CDATA[ ] ]] ]]>z</a><c r = "B2" />';
  const whole = read(text);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: text.length }), (size) => {
      expect(read(text, size)).toEqual(whole);
    }),
  );
});

test('an attribute is found by its whole name, in any order and quotes', () => {
  expect(attribute(` ht="15" customHeight='1' t = "s"`, 't')).toBe('s');
  expect(attribute(' sheetId="3" r:id="rId1"', 'r:id')).toBe('rId1');
  expect(attribute(' ht="15"', 't')).toBeUndefined();
  expect(attribute(' name="A &amp; B"', 'name')).toBe('A & B');
});

test('numbered characters are the characters, and no code is out of range', () => {
  expect(unescapeXml('&#65;&#x42;&#1114112;&#0;&unknown;')).toBe('AB&unknown;');
});

test('markup that never ends is given up', () => {
  const open = Array.from({ length: 40 }, () => 'a'.repeat(50_000));
  expect(() => [...xmlMarkup(['<c r="', ...open])]).toThrow('no end');
});
