import { expect, test } from 'vitest';
import { type NobodyAsked, unservedCause } from './unserved.ts';

const causeOf = (traits: Partial<NobodyAsked>, today = '2026-11-10') =>
  unservedCause({ openedOn: '2026-11-02', lostOn: null, refusedOn: null, ...traits }, today, 7);

test('a need is overdue on the day after its target, not on the day itself', () => {
  expect(causeOf({}, '2026-11-08')).toBeNull();
  expect(causeOf({}, '2026-11-09')).toBeNull();
  expect(causeOf({}, '2026-11-10')).toBe('overdue');
});

test('a need that lost its mentor stands there at once, however long its first introduction took', () => {
  expect(causeOf({ lostOn: '2026-11-03' }, '2026-11-03')).toBe('lost');
  expect(causeOf({ lostOn: '2026-11-03' })).toBe('lost');
});

test('a no stands there at once, within the target as well', () => {
  expect(causeOf({ refusedOn: '2026-11-03' }, '2026-11-03')).toBe('refused');
});

test('of a lost mentor and a no the later one is told', () => {
  expect(causeOf({ lostOn: '2026-11-05', refusedOn: '2026-11-04' })).toBe('lost');
  expect(causeOf({ lostOn: '2026-11-05', refusedOn: '2026-11-06' })).toBe('refused');
});
