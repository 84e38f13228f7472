import { describe, expect, test } from 'vitest';
import { isNeverChosen, loadSpreadOf, spreadWords } from './mentor-use.ts';
import type { MentorUseRow } from './reads.ts';

const mentor = (liveMatches: number, traits: Partial<MentorUseRow> = {}): MentorUseRow => ({
  id: `m${liveMatches}`,
  name: 'Wen',
  state: 'live',
  places: 4,
  liveMatches,
  matches: liveMatches,
  offers: liveMatches,
  declined: 0,
  minutesPerMonth: 600,
  usedMinutes: 90 * liveMatches,
  ...traits,
});

describe('how mentors are used', () => {
  test('tells the range, the middle and what the busiest fifth carry', () => {
    const spread = loadSpreadOf([0, 1, 1, 2, 6].map((matches) => mentor(matches)));
    expect(spread).toMatchObject({ least: 0, middle: 1, most: 6, busiestFifth: 0.6 });
    expect(spreadWords(spread)).toBe(
      'Mentors have from 0 to 6 matches; the one in the middle has 1. The busiest fifth carry 60 % of them; if all had the same, it would be 20 %.',
    );
  });

  test('counts hours offered a month against those used, and offers against those declined', () => {
    const spread = loadSpreadOf([mentor(2, { offers: 5, declined: 3 }), mentor(4)]);
    expect(spread).toMatchObject({ offered: 1200, used: 180, offers: 9, declined: 3 });
  });

  test('leaves out those who are paused, and can be told of nobody', () => {
    expect(loadSpreadOf([mentor(3, { state: 'paused' })]).mentors).toBe(0);
    expect(spreadWords(loadSpreadOf([]))).toBe('No mentor is live.');
    expect(spreadWords(loadSpreadOf([mentor(0)]))).toBe('Every mentor has 0 matches.');
  });

  test('a mentor who said no was chosen once', () => {
    expect(isNeverChosen({ matches: 0, offers: 1 })).toBe(false);
    expect(isNeverChosen({ matches: 0, offers: 0 })).toBe(true);
  });
});
