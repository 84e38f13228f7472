import { expect, test } from 'vitest';
import { addMinutes } from '../../../kernel/calendar.ts';
import { fateOfDraft } from './old-draft.ts';

const began = '2026-01-01T10:00:00.000Z';
const after = (days: number) => addMinutes(began, days * 24 * 60);

test('a draft is kept for 76 days, then its applicant is told', () => {
  const draft = { updatedAt: began, remindedAt: null };
  expect(fateOfDraft(draft, after(75.9))).toBe('keep');
  expect(fateOfDraft(draft, after(76))).toBe('remind');
});

test('it goes on the 90th day, and not before the letter has had two weeks', () => {
  const draft = { updatedAt: began, remindedAt: after(76) };
  expect(fateOfDraft(draft, after(89.9))).toBe('keep');
  expect(fateOfDraft(draft, after(90))).toBe('delete');
  const late = { updatedAt: began, remindedAt: after(200) };
  expect(fateOfDraft(late, after(213))).toBe('keep');
  expect(fateOfDraft(late, after(214))).toBe('delete');
});

test('whoever goes on after the letter has all the time again', () => {
  const draft = { updatedAt: after(80), remindedAt: after(76) };
  expect(fateOfDraft(draft, after(91))).toBe('keep');
  expect(fateOfDraft(draft, after(156))).toBe('remind');
});
