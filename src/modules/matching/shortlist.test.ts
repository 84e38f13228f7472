import { expect, test } from 'vitest';
import { asksWhyDirect, sendsShortlists, suggestedShortlist } from './shortlist.ts';

const ranked = (...ids: string[]) => ids.map((mentorId) => ({ mentorId, declined: null }));
const nobody = new Set<string>();

test('sends no shortlist where the adviser appoints', () => {
  expect(sendsShortlists('adviser-appoints')).toBe(false);
  expect(sendsShortlists('case-by-case')).toBe(true);
  expect(sendsShortlists('firm-chooses')).toBe(true);
});

test('asks why a mentor is appointed only where the firm would have a choice', () => {
  expect(asksWhyDirect('firm-chooses', 2)).toBe(true);
  expect(asksWhyDirect('firm-chooses', 1)).toBe(false);
  expect(asksWhyDirect('case-by-case', 9)).toBe(false);
  expect(asksWhyDirect('adviser-appoints', 9)).toBe(false);
});

test('suggests the best two or three where the firm chooses, and nobody elsewhere', () => {
  expect(suggestedShortlist('firm-chooses', ranked('a', 'b', 'c', 'd'), nobody)).toEqual([
    'a',
    'b',
    'c',
  ]);
  expect(suggestedShortlist('firm-chooses', ranked('a', 'b'), nobody)).toEqual(['a', 'b']);
  expect(suggestedShortlist('firm-chooses', ranked('a'), nobody)).toEqual([]);
  expect(suggestedShortlist('case-by-case', ranked('a', 'b'), nobody)).toEqual([]);
});

test('suggests nobody whom the firm turned down or who said no', () => {
  const some = [{ mentorId: 'no', declined: { state: 'declined' } }, ...ranked('a', 'b', 'c')];
  expect(suggestedShortlist('firm-chooses', some, new Set(['a']))).toEqual(['b', 'c']);
  expect(suggestedShortlist('firm-chooses', some, new Set(['a', 'b']))).toEqual([]);
});
