import { describe, expect, test } from 'vitest';
import { byMentor, type MentorSession, monthsUntil, payStateOf } from './mentor-time.ts';

const zone = 'Europe/London';
const party = {
  enterprise: 'Alder Bearings',
  attendance: 'attended',
  confirmation: 'confirmed',
  isSeen: true,
};
const session: MentorSession = {
  sessionId: 's',
  mentorId: 'm',
  mentor: 'Ngozi Abara',
  startsAt: '2026-11-20T10:00:00.000Z',
  together: 90,
  preparation: 30,
  followUp: 0,
  travel: 20,
  administration: 0,
  mentorAttendance: 'attended',
  match: { from: '2026-11-02', until: null, endedOn: null },
  parties: [party],
};

describe('a session is payable', () => {
  test('when both were there and the firm confirmed what stands there', () => {
    expect(payStateOf(session, zone)).toEqual({ state: 'payable', why: '' });
    const settled = { ...party, confirmation: 'settled', isSeen: false };
    expect(payStateOf({ ...session, parties: [settled] }, zone).state).toBe('payable');
  });

  test.each([
    ['nobody has confirmed', { confirmation: 'waiting', isSeen: false }, 'not-yet'],
    ['it was corrected after the firm saw it', { isSeen: false }, 'not-yet'],
    ['it is disputed', { confirmation: 'disputed' }, 'not-yet'],
    ['the firm did not come', { attendance: 'no-show' }, 'not'],
  ] as const)('not while or when %s', (_, more, state) => {
    const decided = payStateOf({ ...session, parties: [{ ...party, ...more }] }, zone);
    expect(decided.state).toBe(state);
    expect(decided.why).not.toBe('');
  });

  test('not when the mentor did not come, nor outside the match', () => {
    expect(payStateOf({ ...session, mentorAttendance: 'no-show' }, zone)).toMatchObject({
      state: 'not',
      why: 'The mentor was not there.',
    });
    const match = { from: '2026-11-21', until: null, endedOn: null };
    expect(payStateOf({ ...session, match }, zone).state).toBe('not');
  });

  test('of a group once every firm that came has confirmed; who stayed away is not waited for', () => {
    const away = { ...party, enterprise: 'Away', attendance: 'no-show', confirmation: 'waiting' };
    const late = { ...party, enterprise: 'Late', confirmation: 'waiting', isSeen: false };
    const group = { ...session, match: null };
    expect(payStateOf({ ...group, parties: [party, away] }, zone).state).toBe('payable');
    expect(payStateOf({ ...group, parties: [party, late, away] }, zone).why).toBe(
      'Waits for Late to confirm.',
    );
  });
});

test('a mentor’s month adds what is payable apart from what is not', () => {
  const at = (state: 'payable' | 'not-yet' | 'not', together: number) => ({
    ...session,
    state,
    together,
  });
  expect(
    byMentor([at('payable', 90), at('payable', 60), at('not-yet', 45), at('not', 30)]),
  ).toEqual([
    {
      ...{ mentorId: 'm', mentor: 'Ngozi Abara', sessions: 4 },
      ...{ payable: 150, notYet: 45, not: 30, beside: 100 },
    },
  ]);
});

test('months run back from today to the programme’s first day, over the new year', () => {
  expect(monthsUntil('2025-11-15', '2026-02-01')).toEqual([
    '2026-02',
    '2026-01',
    '2025-12',
    '2025-11',
  ]);
  expect(monthsUntil(null, '2026-02-01')).toEqual(['2026-02']);
  expect(monthsUntil('2026-05-01', '2026-02-01')).toEqual(['2026-02']);
});
