import { expect, test } from 'vitest';
import { namedAsNeed, needOfForm, openNeedsOfForm } from './need-form.ts';

test('topics are told apart by commas, semicolons and lines, and hours become minutes', () => {
  const form = {
    area: 'finance',
    detail: 'Cash',
    topics: 'pricing, cash flow;\nVAT,',
    hours: '1.5',
  };
  expect(needOfForm(form)).toMatchObject({
    topics: ['pricing', 'cash flow', 'VAT'],
    minutesPerMonth: 90,
    priority: 2,
    seenBy: 'adviser',
  });
});

test('several needs of a page do not mix', () => {
  const form = { 'area.0': 'finance', 'area.1': 'people', 'detail.1': 'Nobody to sell' };
  expect(needOfForm(form, '.1')).toMatchObject({ area: 'people', detail: 'Nobody to sell' });
});

test('how pressing open needs are is told by need, and what was not chosen is left alone', () => {
  const form = { 'open.a': '3', 'open.b': '', priority: '1' };
  expect(openNeedsOfForm(form)).toEqual([{ needId: 'a', priority: 3 }]);
});

test('errors land at the field of the form', () => {
  expect(
    namedAsNeed({ 'priorities.1.detail': 'a', minutesPerMonth: 'b', 'topics.3': 'c' }),
  ).toEqual({ 'detail.1': 'a', hours: 'b', topics: 'c' });
});
