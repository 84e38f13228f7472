import { expect, test } from 'vitest';
import type { SheetHead } from '../../../platform/spreadsheets/list-sheets.ts';
import { likelySheet, sheetChoices } from './sheet-choice.ts';

function sheet(name: string, headers: string[], rows: string[][]): SheetHead {
  const sample = rows.map((cells, at) => ({ number: at + 2, cells }));
  return { name, headers, rows: rows.length, sample };
}

const cover = sheet('Cover', ['List of firms, March'], []);
const codes = sheet('Codes', ['Code', 'Meaning'], [['62012', 'Software']]);
const firms = sheet(
  'Firms',
  ['Company name', 'Company number', 'Postcode'],
  [['Birch Tools Ltd', '01234567', 'CV1 2AB']],
);
const contacts = sheet('Contacts', ['Name', 'Email'], [['Ann', 'ann@birch.example']]);
const choose = (kind: 'enterprises' | 'people', ...sheets: SheetHead[]) =>
  likelySheet(sheetChoices(kind, sheets));

test('the sheet that reads as a list of firms is guessed, wherever it stands', () => {
  expect(choose('enterprises', cover, codes, firms)).toBe('Firms');
  expect(choose('enterprises', firms, codes, cover)).toBe('Firms');
});

test('a sheet without rows or without names is never the guess', () => {
  expect(choose('enterprises', cover, codes)).toBeNull();
  expect(choose('enterprises', sheet('Blank form', firms.headers, []))).toBeNull();
});

test('of two lists the longer one is guessed, and of equals the first', () => {
  const long = sheet('All', firms.headers, [
    ['A Ltd', '01234567', 'CV1 2AB'],
    ['B Ltd', '07654321', 'CV1 2AB'],
  ]);
  expect(choose('enterprises', firms, long)).toBe('All');
  expect(choose('enterprises', firms, { ...firms, name: 'Copy' })).toBe('Firms');
  expect(choose('people', contacts, cover)).toBe('Contacts');
});
