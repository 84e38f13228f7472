import { expect, test } from 'vitest';
import { mentorsCorrectionProblem } from './correction.ts';

const session = { state: 'logged', confirmations: ['waiting'], loggedOn: '2026-10-25' };
const problem = (more: Partial<typeof session> = {}, today = '2026-11-24') =>
  mentorsCorrectionProblem({ ...session, ...more }, today);

test('a mentor corrects a session for 30 days, the last one included', () => {
  expect(problem()).toBeNull();
  expect(problem({}, '2026-11-25')).toContain('for 30 days');
});

test('a mentor corrects what the enterprise disputes, not what it has confirmed', () => {
  expect(problem({ confirmations: ['disputed'] })).toBeNull();
  expect(problem({ confirmations: ['confirmed'] })).toContain('has confirmed');
  expect(problem({ confirmations: ['waiting', 'confirmed'] })).toContain('has confirmed');
});

test('nobody but the adviser reopens what they settled, and nothing brings back what was taken out', () => {
  expect(problem({ confirmations: ['settled'] })).toContain('has settled');
  expect(problem({ state: 'cancelled' })).toContain('taken out');
});
