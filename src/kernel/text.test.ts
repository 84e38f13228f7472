import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  cutText,
  endSentence,
  holdsAddress,
  foldCase,
  listWords,
  normaliseName,
  plural,
  slugify,
  squash,
  storableText,
} from './text.ts';

test('a name that is typed with tabs, line breaks or invisible signs is the plain one', () => {
  expect(squash('  Asha\t \n Patel\u200b ')).toBe('Asha Patel');
  expect(squash('a\u202eb')).toBe('ab');
  expect(squash('As\u200dha \u200cPatel\u200d')).toBe('Asha Patel');
});

test.each(['می\u200cخواهم', 'क्\u200dष', '👩\u200d🔧', '❤\ufe0f\u200d🔥'])(
  'joiners stay where they are spelling: %s',
  (name) => {
    expect(squash(` ${name} `)).toBe(name);
  },
);

test('invisible signs make no other name', () => {
  expect(squash('\u200d')).toBe('');
});

test('case and accents do not make another name', () => {
  expect(foldCase('ÉMILE Zola')).toBe('emile zola');
});

test.each([
  ['Alder Bearings Ltd', 'ALDER BEARINGS LIMITED'],
  ["O'Neill & Sons", 'ONeill and Sons plc'],
  ['Café Noir (UK) Ltd.', 'cafe noir'],
  ['Ash Limited Liability Partnership', 'Ash L.L.P.'],
  ['Ash Public Limited Company', 'Ash P.L.C.'],
  ['Ash Community Interest Company', 'Ash CIC'],
  ['Onnen Cyfyngedig', 'Onnen Cyf'],
  ['Ash & Co. Ltd', 'Ash and Company'],
  ['Oak + Elm', 'Oak & Elm Ltd'],
  ['OʼBrien Foods', "O'Brien Foods"],
  ['Øresund Ltd', 'Oresund'],
  ['Łódź Bakery', 'Lodz Bakery'],
  ['Straßenbau GmbH', 'Strassenbau'],
  ['Æther Ltd', 'Aether'],
  ['Brightleaf™ Ltd', 'Brightleaf'],
])('%s and %s are one enterprise', (one, other) => {
  expect(normaliseName(one)).toBe(normaliseName(other));
});

test('an enterprise that is called only by its legal form keeps it', () => {
  expect(normaliseName('The Company Ltd')).toBe('the company ltd');
});

test('enterprises whose names differ in signs alone are two', () => {
  expect(normaliseName('!!! Ltd')).not.toBe(normaliseName('??? Ltd'));
  expect(normaliseName('!!! Ltd')).toBe(normaliseName('!!! LTD '));
});

test('every text gives an address that an organisation may have', () => {
  expect(slugify('Business Ready!')).toBe('business-ready');
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(slugify(text)).toMatch(/^[a-z0-9][a-z0-9-]{0,59}$/);
    }),
  );
});

test('one is one and more are many', () => {
  expect([0, 1, 2].map((n) => plural(n, 'session'))).toEqual([
    '0 sessions',
    '1 session',
    '2 sessions',
  ]);
  expect(plural(1200, 'match', 'matches')).toBe('1,200 matches');
});

test('a list is read as a sentence', () => {
  expect(listWords([])).toBe('');
  expect(listWords(['a'])).toBe('a');
  expect(listWords(['a', 'b', 'c'], 'or')).toBe('a, b or c');
  expect(listWords(['a', 'b, c', 'd'])).toBe('a; b, c; and d');
});

test('what somebody typed ends a sentence once', () => {
  expect(endSentence('Lease seen')).toBe('Lease seen.');
  expect(endSentence('Lease seen. ')).toBe('Lease seen.');
  expect(endSentence('Is it theirs?')).toBe('Is it theirs?');
});

test('a text is cut between characters, never inside an emoji', () => {
  expect(cutText('Tools 😀', 7)).toBe('Tools ');
  expect(cutText('Tools 😀', 8)).toBe('Tools 😀');
  expect(cutText('Tools', 3)).toBe('Too');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (text, most) => {
      const cut = cutText(text, most);
      expect(text.startsWith(cut)).toBe(true);
      expect(cut.length).toBeLessThanOrEqual(most);
      expect(cut.isWellFormed()).toBe(true);
    }),
  );
});

test('a text that no database takes loses only what it cannot keep', () => {
  expect(storableText('Brindle\0 Optics')).toBe('Brindle Optics');
  expect(storableText('Brindle \ud83d Optics 😀')).toBe('Brindle \ufffd Optics 😀');
});

test.each([
  'Unlock it at http://evil.example/login',
  'your bank, www.evil.example',
  'Wen evil.example/x',
  'wen@evil.example',
  'see evil-bank.com now',
])('a name with an address in it is noticed: %s', (name) => {
  expect(holdsAddress(name)).toBe(true);
});

test.each([
  'Wen Li',
  'J.R. Ewing',
  'St.John Smythe',
  'Zoë O’Neill-Núñez',
  'Dr. Ann Lee',
  'محمد علي',
])('a plain name has none: %s', (name) => {
  expect(holdsAddress(name)).toBe(false);
});
