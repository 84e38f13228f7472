import { expect, test } from 'vitest';
import { trajectory } from './trajectory.ts';

const span = { from: '2026-01-01', until: '2027-01-01', today: '2026-08-15' };
const targets = [
  { quarter: '2026-Q1', amount: 2 },
  { quarter: '2026-Q2', amount: 3 },
  { quarter: '2026-Q4', amount: 5 },
];

test('adds up outputs and profile by quarter and leaves the future open', () => {
  const units = [
    { amount: 1, achievedOn: '2026-03-31' },
    { amount: 1, achievedOn: '2026-04-01' },
    { amount: 1, achievedOn: '2026-07-01' },
  ];
  const line = trajectory(units, targets, span);
  expect(line.profile).toEqual([2, 5, 5, 10]);
  expect(line.actual).toEqual([1, 2, 3, null]);
  expect(line).toMatchObject({ dueByNow: 5, total: 3, target: 10 });
});

test('promises nothing before the first quarter has passed', () => {
  expect(trajectory([], targets, { ...span, today: '2026-02-01' }).dueByNow).toBe(0);
});

test('counts what was achieved before the programme in its first quarter', () => {
  const line = trajectory([{ amount: 1, achievedOn: '2025-12-01' }], targets, span);
  expect(line.actual[0]).toBe(1);
});

test('adds whole hundredths, so that no fraction makes noise', () => {
  const quarters = [440, 379, 379, 379];
  const many = quarters.map((amount, at) => ({ quarter: `2026-Q${at + 1}`, amount }));
  expect(trajectory([], many, span).target).toBe(1577);
});
