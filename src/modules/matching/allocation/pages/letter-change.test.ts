import { expect, test } from 'vitest';
import { goneSince, isTicked, letterChange, typedFor } from './letter-change.ts';

const letter = (needId: string, mentorId: string, needsPlace = false) => ({
  needId,
  mentor: { id: mentorId },
  needsPlace,
});
const answer = {
  values: {
    needs: ['n', 'o', 'p'],
    send: ['n', 'o'],
    'mentor.n': 'anna',
    'mentor.o': 'ben',
    'mentor.p': 'anna',
    'briefing.o': 'A careful firm.',
    'reason.o': 'Ben knows them.',
  },
};

test('every letter is ticked at first but those beyond the agreed places', () => {
  expect(isTicked(letter('n', 'anna'), { values: {} })).toBe(true);
  expect(isTicked(letter('n', 'anna', true), { values: {} })).toBe(false);
});

test('after a refusal a letter to another mentor than was seen is not ticked by itself', () => {
  expect(isTicked(letter('n', 'anna'), answer)).toBe(true);
  expect(letterChange(letter('o', 'anna'), answer)).toBe('other-mentor');
  expect(isTicked(letter('o', 'anna'), answer)).toBe(false);
  expect(letterChange(letter('q', 'ben'), answer)).toBe('new');
  expect(isTicked(letter('q', 'ben'), answer)).toBe(false);
});

test('what was typed about the firm is kept for another mentor, the reason is not', () => {
  expect(typedFor(letter('o', 'anna'), answer).values).toEqual({
    'briefing.o': 'A careful firm.',
  });
});

test('a letter that is proposed no more is named', () => {
  expect(goneSince([letter('n', 'anna'), letter('o', 'anna')], answer)).toEqual(['p']);
});
