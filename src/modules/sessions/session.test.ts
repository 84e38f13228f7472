import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AttendanceRecord,
  type AttendanceState,
  attendanceAlerts,
  attendanceStates,
  cancellationState,
  missedInARow,
  needsReason,
} from './attendance.ts';
import { type SessionLimits, sessionProblems, totalMinutes } from './session.ts';

const limits = {
  now: '2017-03-01T12:00:00.000Z',
  zone: 'Europe/London',
  enrolledOn: '2016-01-01',
  leftOn: null,
  match: null,
  backMonths: 12,
};
const session = {
  startAt: '2017-03-01T10:00:00.000Z',
  endAt: '2017-03-01T11:00:00.000Z',
  minutes: { contact: 50, preparation: 30, travel: 90 },
};

describe('sessionProblems', () => {
  test('accepts a session that has ended', () => {
    expect(sessionProblems(session, limits)).toEqual({});
    expect(sessionProblems({ ...session, endAt: limits.now }, limits)).toEqual({});
    expect(totalMinutes(session.minutes)).toBe(170);
  });

  test('refuses a session that has not ended, ends before it starts, or lasts over 12 hours', () => {
    const end = (endAt: string) => Object.keys(sessionProblems({ ...session, endAt }, limits));
    expect(end('2017-03-01T12:00:00.001Z')).toEqual(['endAt']);
    expect(end(session.startAt)).toEqual(['endAt']);
    expect(end('2017-03-01T22:00:01.000Z')).toEqual(['endAt']);
  });

  test('refuses a session before enrolment or more than a year back', () => {
    const at = (day: string) =>
      sessionProblems(
        { ...session, startAt: `${day}T10:00:00.000Z`, endAt: `${day}T11:00:00.000Z` },
        limits,
      )['startAt'];
    expect(at('2016-03-01')).toBeUndefined();
    expect(at('2016-02-29')).toContain('back to 1 March 2016');
    expect(at('2015-12-31')).toContain('joined on 1 January 2016');
  });

  test('refuses a session after the firm left, and one outside its match', () => {
    const at = (day: string, more: Partial<SessionLimits>) =>
      sessionProblems(
        { ...session, startAt: `${day}T10:00:00.000Z`, endAt: `${day}T11:00:00.000Z` },
        { ...limits, ...more },
      )['startAt'];
    expect(at('2017-02-10', { leftOn: '2017-02-10' })).toBeUndefined();
    expect(at('2017-02-11', { leftOn: '2017-02-10' })).toContain('left on 10 February 2017');
    const match = { from: '2017-02-09', until: '2017-02-11', endedOn: null };
    expect(at('2017-02-08', { match })).toContain('Before 9 February 2017, when the match began');
    expect(at('2017-02-10', { match })).toBeUndefined();
    expect(at('2017-02-11', { match })).toContain('After the match had ended');
  });

  test('refuses more minutes together than lie between start and end, and minutes that are none', () => {
    const minutes = (value: object) =>
      sessionProblems({ ...session, minutes: value }, limits)['minutes'];
    expect(minutes({ contact: 61 })).toContain('do not fit');
    expect(minutes({ contact: 40, 'group-event': 21 })).toContain('do not fit');
    expect(minutes({})).toBe('Enter how the time was spent.');
    expect(minutes({ contact: 1.5 })).toBe('Enter whole minutes, 0 or more.');
    expect(minutes({ contact: -1 })).toBe('Enter whole minutes, 0 or more.');
    expect(minutes({ travel: 721 })).toBe('Enter at most 12 hours of each kind.');
  });
});

describe('attendance', () => {
  const history = (
    side: 'mentor' | 'enterprise',
    ...states: AttendanceState[]
  ): AttendanceRecord[] =>
    states.map((state, at) => ({
      appointmentId: String(at),
      startAt: `2017-01-${String(at + 10)}T10:00:00.000Z`,
      side,
      state,
      reason: null,
    }));

  test('two in a row alert, for the mentor as for the enterprise', () => {
    expect(attendanceAlerts(history('mentor', 'attended', 'no-show', 'cancelled-late'))).toEqual([
      { side: 'mentor', missed: 2, because: 'The mentor missed the last 2 appointments.' },
    ]);
    expect(attendanceAlerts(history('enterprise', 'no-show', 'attended', 'no-show'))).toEqual([]);
  });

  test('excused and cancelled in time neither count nor break the row', () => {
    expect(
      missedInARow(
        history('mentor', 'no-show', 'excused', 'cancelled-in-time', 'no-show'),
        'mentor',
      ),
    ).toBe(2);
  });

  test('the row is the misses after the last meeting', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...attendanceStates), { maxLength: 12 }), (states) => {
        const last = Math.max(states.lastIndexOf('attended'), states.lastIndexOf('late'));
        const after = states.slice(last + 1);
        const expected = after.filter(
          (state) => state === 'no-show' || state === 'cancelled-late',
        ).length;
        expect(missedInARow(history('enterprise', ...states), 'enterprise')).toBe(expected);
      }),
    );
  });

  test('24 hours before is in time, a minute later is not', () => {
    const start = '2017-03-02T10:00:00.000Z';
    expect(cancellationState('2017-03-01T10:00:00.000Z', start, 24)).toBe('cancelled-in-time');
    expect(cancellationState('2017-03-01T10:01:00.000Z', start, 24)).toBe('cancelled-late');
  });

  test('a no-show, a late cancellation and an excuse need a reason', () => {
    expect(attendanceStates.filter(needsReason)).toEqual(['cancelled-late', 'no-show', 'excused']);
  });
});
