import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanCell } from './clean-cell.ts';

const codes = (raw: string) => cleanCell(raw).remarks.map((remark) => remark.code);

test.each(['', ' ', 'N/A', 'n/a', '-', 'none', 'TBC', '???', 'null'])('%j says nothing', (raw) => {
  expect(cleanCell(raw)).toEqual({ text: '', remarks: [] });
});

test.each(['=1+1', "=cmd|'/c calc'!A0", '=HYPERLINK("http://x")', '+SUM(A1)', "@A|'x'!B", "'=1+1"])(
  'a formula %j is not taken as text',
  (raw) => {
    expect(cleanCell(raw).text).toBe('');
    expect(codes(raw)).toEqual(['formula']);
  },
);

test('text that an export wrapped in a formula is its text, a formula inside is not', () => {
  expect(cleanCell('="01234567"')).toEqual({ text: '01234567', remarks: [] });
  expect(cleanCell('="The ""Best"" Ltd"').text).toBe('The "Best" Ltd');
  expect(codes('="=1+1"')).toEqual(['formula']);
  expect(codes('="a"&"b"')).toEqual(['formula']);
});

test.each(['! LIMITED', '@Home Ltd', '+Plus Limited', '-ish & Co', '3 + 4 Design', '#Hashtag Ltd'])(
  'a real name %j is kept',
  (raw) => {
    expect(cleanCell(raw)).toEqual({ text: raw, remarks: [] });
  },
);

test('errors of a spreadsheet are not values', () => {
  for (const raw of ['#N/A', '#REF!', '#DIV/0!', '########'])
    expect(codes(raw)).toEqual(['cell-error']);
});

test('garbled accents are turned back and real ones left alone', () => {
  expect(cleanCell('Hannover RÃ¼ck SE').text).toBe('Hannover Rück SE');
  expect(cleanCell('Oâ€™Brien & Sons').text).toBe('O’Brien & Sons');
  expect(cleanCell('Coöperatieve Rabobank').text).toBe('Coöperatieve Rabobank');
  expect(cleanCell('SÃO PAULO').text).toBe('SÃO PAULO');
});

test('control characters go, line breaks stay, the loss is told', () => {
  expect(cleanCell('A\u0000B\u0007 C').text).toBe('A B C');
  expect(codes('A\u0000B')).toEqual(['control-characters']);
  expect(cleanCell('One \r\n\n two').text).toBe('One\ntwo');
  expect(codes('Caf\ufffd')).toEqual(['unreadable-characters']);
});

test('what was cleaned is clean', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (raw) => {
      const { text } = cleanCell(raw);
      expect(text).toBe(text.trim());
      expect(/[^\P{Cc}\n]/u.test(text)).toBe(false);
    }),
  );
}, 60_000);

test('a word for nothing is nothing, but not in a name', () => {
  for (const word of ['Null', 'Na', 'Nil', 'None', 'Unknown', 'TBC']) {
    expect(cleanCell(word).text).toBe('');
    expect(cleanCell(word, true).text).toBe(word);
  }
  for (const sign of ['-', '—', '?', 'n/a', '***']) expect(cleanCell(sign, true).text).toBe('');
});

test('a formula that was never calculated and the errors of other programs leave no value', () => {
  expect(cleanCell('=B2*12')).toMatchObject({
    text: '',
    remarks: [{ code: 'formula', message: expect.stringContaining('without a value') }],
  });
  for (const error of ['Err:502', '#FIELD!', '#DIV/0!']) {
    expect(cleanCell(error)).toMatchObject({ text: '', remarks: [{ code: 'cell-error' }] });
  }
});

test.each(['#WERT!', '#NV', '#BEZUG!', '#N/D', '#¡VALOR!', '#VALEUR!', '#DEEL/0!', '#NOM?'])(
  'an error of a spreadsheet in another language is told: %s',
  (text) => {
    expect(cleanCell(text)).toMatchObject({ text: '', remarks: [{ code: 'cell-error' }] });
  },
);

test.each([
  ["'01926 123456", '01926 123456'],
  ["'01234567'", '01234567'],
  ["'n Sync", "'n Sync"],
  ['Smith &amp; Sons', 'Smith & Sons'],
  ['O&#39;Neil', "O'Neil"],
  ['Marks & Spencer', 'Marks & Spencer'],
  ['not applicable', ''],
  ['n/k', ''],
  ['NaN', ''],
])('%s means %s', (raw, text) => {
  expect(cleanCell(raw).text).toBe(text);
});

test('in a name the words for nothing stay', () => {
  expect(['NaN', 'Null', 'True'].map((name) => cleanCell(name, true).text)).toEqual([
    'NaN',
    'Null',
    'True',
  ]);
});
