import { expect, test } from 'vitest';
import { adviserScoresOfForm, namedAsScores, scoreLine } from './diagnosis-form.ts';

test('errors land at the field of the area', () => {
  expect(namedAsScores({ 'scores.4.note': 'a', confidence: 'b' })).toEqual({
    'note.finance': 'a',
    confidence: 'b',
  });
});

test('an area that was left out is no score', () => {
  const scores = adviserScoresOfForm({ 'maturity.finance': '0' });
  expect(scores).toHaveLength(12);
  expect(scores.find((score) => score.area === 'finance')).toMatchObject({ maturity: 0 });
  expect(scores.find((score) => score.area === 'people')).toMatchObject({ maturity: null });
});

test('a score reads as one line, with its priority once it is whole', () => {
  const score = { area: 'finance', adviser_maturity: 1, importance: 3, urgency: 2 };
  expect(scoreLine(score)).toBe('Maturity 1, importance 3, urgency 2: 36');
  expect(scoreLine({ ...score, urgency: null })).toBe('Maturity 1, not complete');
  expect(scoreLine(undefined)).toBe('Not scored');
});
