import { describe, expect, test } from 'vitest';
import { isRetaliatory, type Rating, relationByMentor } from './feedback.ts';

const rating = (more: Partial<Rating> = {}): Rating => ({
  mentorId: 'm1',
  relation: 4,
  outcome: 3,
  answeredAt: '2026-11-20T10:00:00.000Z',
  mentorRefusedAt: null,
  ...more,
});

describe('what enterprises think of a mentor', () => {
  test('is the mean of how the work went, apart from what came of the need', () => {
    const ratings = [rating({ relation: 5, outcome: 1 }), rating({ relation: 4, outcome: 1 })];
    expect(relationByMentor(ratings).get('m1')).toEqual({ count: 2, mean: 4.5 });
  });

  test('leaves out a low mark that answers a refusal by the mentor', () => {
    const before = '2026-11-19T10:00:00.000Z';
    const after = '2026-11-21T10:00:00.000Z';
    expect(isRetaliatory(rating({ relation: 1, mentorRefusedAt: before }))).toBe(true);
    expect(isRetaliatory(rating({ relation: 1, mentorRefusedAt: after }))).toBe(false);
    expect(isRetaliatory(rating({ relation: 4, mentorRefusedAt: before }))).toBe(false);
    expect(relationByMentor([rating({ relation: 1, mentorRefusedAt: before })]).size).toBe(0);
  });
});
