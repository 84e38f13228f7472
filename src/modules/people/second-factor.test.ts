import { expect, test } from 'vitest';
import { secondFactorDeadline } from './second-factor.ts';

const since = '2026-11-01T00:00:00.000Z';
const manager = { role: 'manager' as const, givenAt: '2026-11-20T09:00:00.000Z' };
const adviser = { role: 'adviser' as const, givenAt: '2026-11-10T09:00:00.000Z' };

test('whoever reaches far has a week from their role', () => {
  expect(secondFactorDeadline('far-reaching', since, [adviser, manager])).toBe(
    '2026-11-27T09:00:00.000Z',
  );
});

test('everybody has a week from the day on which the rule was set', () => {
  expect(secondFactorDeadline('staff', '2026-11-30T12:00:00.000Z', [adviser])).toBe(
    '2026-12-07T12:00:00.000Z',
  );
});

test('the rule is not about an adviser unless it is about all staff, nor ever about a mentor', () => {
  expect(secondFactorDeadline('far-reaching', since, [adviser])).toBeNull();
  expect(secondFactorDeadline('nobody', since, [manager])).toBeNull();
  const mentor = { role: 'mentor' as const, givenAt: since };
  expect(secondFactorDeadline('staff', since, [mentor])).toBeNull();
});
