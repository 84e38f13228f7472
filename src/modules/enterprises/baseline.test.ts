import { expect, test } from 'vitest';
import { type Baseline, type BaselineFigure, freezeBaseline, fteHundredths } from './baseline.ts';

const figure = (measure: BaselineFigure['measure']): BaselineFigure => ({
  measure,
  amount: 400,
  accountingYearEnd: '2017-03-31',
  source: 'accounts',
});
const baseline: Baseline = {
  figures: [figure('staff'), figure('turnover'), figure('profit')],
  declaredOn: '2017-05-01',
  frozenOn: null,
};

test('a complete baseline is frozen before the first support', () => {
  const result = freezeBaseline(baseline, '2017-05-02', '2017-05-03');
  expect(result.ok && result.value.frozenOn).toBe('2017-05-02');
});

test('refuses to freeze once support has started', () => {
  const result = freezeBaseline(baseline, '2017-05-03', '2017-05-03');
  expect(!result.ok && result.reason).toBe('support-started');
});

test('refuses to freeze twice, or with a figure missing, or for a year still running', () => {
  const twice = freezeBaseline({ ...baseline, frozenOn: '2017-05-01' }, '2017-05-02', null);
  expect(!twice.ok && twice.reason).toBe('already-frozen');
  const partial = freezeBaseline({ ...baseline, figures: [figure('staff')] }, '2017-05-02', null);
  expect(!partial.ok && partial.message).toBe('Still missing: turnover; profit before tax.');
  const early = freezeBaseline(baseline, '2017-03-30', null);
  expect(!early.ok && early.reason).toBe('figure-later');
});

test('part-time counts pro rata and never above one', () => {
  expect(fteHundredths(900, 1800)).toBe(50);
  expect(fteHundredths(2400, 1800)).toBe(100);
});
