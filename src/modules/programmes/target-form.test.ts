import { expect, test } from 'vitest';
import { spreadForm, type TargetGrid, targetsOfForm } from './target-form.ts';

const grid: TargetGrid = {
  indicators: [
    { code: 'C1', label: 'Enterprises supported', unit: 'enterprises' },
    { code: 'C6', label: 'Private investment', unit: 'money' },
    { code: 'C8', label: 'Jobs created', unit: 'fte' },
  ],
  quarters: ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'],
  currency: 'GBP',
};
const of = (code: string, targets: ReturnType<typeof targetsOfForm>) =>
  targets.filter(({ indicator }) => indicator === code).map(({ value }) => value);

test('totals are taken as people write them and spread so that they add up', () => {
  const targets = targetsOfForm(grid, {
    'C6.total': '£250,000',
    'C8.total': '45,5',
    'C1.total': '10',
  });
  expect(of('C1', targets)).toEqual([2, 3, 2, 3]);
  expect(of('C6', targets)).toEqual([62_500, 62_500, 62_500, 62_500]);
  expect(of('C8', targets)).toEqual([11, 11, 11, 12.5]);
});

test('spreading never passes over a cell that is none', () => {
  const typed = { 'C1.total': 'x', 'C6.total': '€250,000', 'C8.total': '10' };
  expect(() => spreadForm(grid, typed)).toThrow(
    expect.objectContaining({
      fields: {
        'C1.total':
          'C1 Enterprises supported, total: enter a whole number of 0 or more, such as 12.',
        'C6.total':
          'C6 Private investment, total: enter an amount in GBP of 0 or more, such as 250,000.',
      },
    }),
  );
  expect(() => spreadForm(grid, { 'C1.2026-Q2': '2.5' })).toThrow(
    expect.objectContaining({ fields: { 'C1.2026-Q2': expect.stringContaining('2026 Q2') } }),
  );
});

test('a row pasted from a spreadsheet fills the fields beside it', () => {
  const typed = { 'C1.2026-Q1': '1\t2\t3\t4', 'C6.total': '£1,000\t£250\t£250\t£250\t£250' };
  const targets = targetsOfForm(grid, typed);
  expect(of('C1', targets)).toEqual([1, 2, 3, 4]);
  expect(of('C6', targets)).toEqual([250, 250, 250, 250]);
});

test('a spread row stands in its fields with separators', () => {
  expect(spreadForm(grid, { 'C6.total': '£12,000' })).toMatchObject({ 'C6.2026-Q1': '3,000' });
});
