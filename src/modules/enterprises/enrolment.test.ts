import { expect, test } from 'vitest';
import { cadenceOf, isOpen, reopenedState } from './enrolment.ts';

test('an enterprise’s own days between contacts win over the programme’s for its stage', () => {
  const cadence = { early: 21 };
  expect(cadenceOf({ stage: 'early', cadenceDays: 10 }, cadence)).toBe(10);
  expect(cadenceOf({ stage: 'early', cadenceDays: null }, cadence)).toBe(21);
  expect(cadenceOf({ stage: 'mature', cadenceDays: null }, cadence)).toBe(30);
});

test('a refusal is looked at again, a supported firm comes back as supported', () => {
  expect(reopenedState({ eligibleOn: null })).toBe('applied');
  expect(reopenedState({ eligibleOn: '2026-01-19' })).toBe('eligible');
  expect(['applied', 'eligible', 'not-eligible', 'withdrawn', 'closed'].filter(isOpen)).toEqual([
    'applied',
    'eligible',
  ]);
});
