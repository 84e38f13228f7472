import { expect, test } from 'vitest';
import { groupProblems, rejectedTable } from './preview.ts';

test('the rows that were not taken are given back with what is wrong', () => {
  const problem = {
    row: 3,
    column: 'No',
    code: 'company-number',
    message: 'Wrong.',
    isRefusal: true,
  } as const;
  const table = rejectedTable(
    ['Firm', 'No'],
    [
      { number: 2, cells: ['A', '1'] },
      { number: 3, cells: ['B', 'x', 'y'] },
    ],
    [
      { row: 2, outcome: 'create', problems: [] },
      { row: 3, outcome: 'rejected', problems: [problem] },
    ],
  );
  expect(table.headers).toEqual(['Firm', 'No', 'Column 3', 'Row in your file', 'What is wrong']);
  expect(table.rows).toEqual([['B', 'x', 'y', '3', 'No: Wrong.']]);
});

test('a problem of a whole column is shown once, refusals first', () => {
  const note = {
    column: 'Founded',
    code: 'only-year-known',
    message: 'Year.',
    isRefusal: false,
  } as const;
  const refusal = {
    column: 'No',
    code: 'company-number',
    message: 'Wrong.',
    isRefusal: true,
  } as const;
  const groups = groupProblems([
    { row: 2, ...note },
    { row: 3, ...note },
    { row: 3, ...refusal },
  ]);
  expect(groups).toEqual([
    { ...refusal, rows: [3] },
    { ...note, rows: [2, 3] },
  ]);
});
