import { describe, expect, test } from 'vitest';
import { reachOf, stillCounts } from './decline.ts';

const on = '2026-11-02';

describe('what a no means for the next choice', () => {
  test('"too busy until" keeps the mentor from every need until that day', () => {
    const busy = { reason: 'no-time', on, until: '2027-01-04' } as const;
    expect(reachOf(busy)).toBe('mentor');
    expect(stillCounts(busy, '2027-01-03')).toBe(true);
    expect(stillCounts(busy, '2027-01-04')).toBe(false);
  });

  test('"not my field" keeps the two apart for that area and does not pass', () => {
    const field = { reason: 'not-my-field', on, until: null } as const;
    expect(reachOf(field)).toBe('area');
    expect(stillCounts(field, '2027-11-02')).toBe(true);
  });

  test('a conflict and a distance hold for the whole enterprise', () => {
    expect(reachOf({ reason: 'conflict', until: null })).toBe('enterprise');
    expect(reachOf({ reason: 'too-far', until: null })).toBe('enterprise');
  });

  test('"not now" is about this need, for four weeks', () => {
    const later = { reason: 'not-now', on, until: null } as const;
    expect(reachOf(later)).toBe('need');
    expect(stillCounts(later, '2026-11-29')).toBe(true);
    expect(stillCounts(later, '2026-11-30')).toBe(false);
  });
});
