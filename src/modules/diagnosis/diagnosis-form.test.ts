import { expect, test } from 'vitest';
import { areaKeys } from './areas.ts';
import {
  adviserScoresOfForm,
  earlierScore,
  namedAsScores,
  scoreLine,
  selfScoresOfForm,
  selfScoreStep,
  selfScoreSteps,
} from './diagnosis-form.ts';

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

test('an earlier score is told in the words of its choices', () => {
  const score = { area: 'finance', adviser_maturity: 1, importance: 3, urgency: 2, note: '' };
  expect(earlierScore(score)).toBe('maturity 1, important: very, urgent: this quarter');
  const half = { ...score, urgency: null, note: 'No forecast' };
  expect(earlierScore(half)).toBe('maturity 1, important: very, “No forecast”');
  expect(earlierScore({ ...score, adviser_maturity: null, importance: null, urgency: null })).toBe(
    'not scored',
  );
});

test('a firm scores itself a few areas at a time, each area once', () => {
  expect(selfScoreSteps.flat()).toEqual([...areaKeys]);
  expect(Math.max(...selfScoreSteps.map((step) => step.length))).toBe(3);
  for (const named of [null, '', '0', '5', '-1', '1.5', 'x', 'length']) {
    expect(selfScoreStep(named)).toBe(0);
  }
  expect(selfScoreStep('4')).toBe(3);
});

test('a step says nothing of the areas of another, and its errors land at its own', () => {
  const [, step = []] = selfScoreSteps;
  expect(selfScoresOfForm({ 'maturity.strategy': '1', 'maturity.finance': '4' }, step)).toEqual([
    { area: 'export', maturity: null },
    { area: 'finance', maturity: 4 },
    { area: 'people', maturity: null },
  ]);
  expect(namedAsScores({ 'scores.0.maturity': 'a' }, step)).toEqual({ 'maturity.export': 'a' });
});
