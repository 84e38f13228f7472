import { describe, expect, test } from 'vitest';
import { fitCheckRefusal } from './fit-check.ts';

const open = { answer: null, isEnded: false, isLatest: true };

describe('the question whether two fit', () => {
  test('takes an answer, and another while one is undecided', () => {
    expect(fitCheckRefusal(open)).toBeNull();
    expect(fitCheckRefusal({ ...open, answer: 'undecided' })).toBeNull();
  });

  test('is settled by a good or a not good, by the end of the match, or by a newer question', () => {
    expect(fitCheckRefusal({ ...open, answer: 'good' })).toMatch(/answered already/);
    expect(fitCheckRefusal({ ...open, answer: 'not-good' })).toMatch(/answered already/);
    expect(fitCheckRefusal({ ...open, isEnded: true })).toMatch(/has ended/);
    expect(fitCheckRefusal({ ...open, isLatest: false })).toMatch(/newest letter/);
  });
});
