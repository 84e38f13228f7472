import { expect, test } from 'vitest';
import { attendanceStates } from './attendance.ts';
import { questionOf } from './session-question.ts';

const mentors = 'Maya Obi';

test('a firm that is said not to have come is asked that, and not whether a session is right', () => {
  const asked = questionOf({ attendance: 'no-show', mentorAttendance: 'attended', mentors });
  expect(asked).toMatchObject({
    isHeld: false,
    title: 'Did you miss this appointment?',
    said: 'Maya Obi says that you did not come. No time is counted for it.',
    yes: 'Yes, we did not come',
  });
});

test('a mentor who did not come says so first', () => {
  const asked = questionOf({ attendance: 'no-show', mentorAttendance: 'no-show', mentors });
  expect(asked.title).toBe('Did your mentor not come?');
});

test('a session that took place is asked about as before, lateness included', () => {
  expect(
    questionOf({ attendance: 'attended', mentorAttendance: 'attended', mentors }),
  ).toMatchObject({
    isHeld: true,
    title: 'Is this right?',
    said: 'Maya Obi has logged a session with you.',
  });
  expect(questionOf({ attendance: 'late', mentorAttendance: 'late', mentors }).said).toBe(
    'Maya Obi has logged a session with you and says that you came late and they came late themselves.',
  );
});

test('every state of attendance on either side has words of its own', () => {
  const said = new Set<string>();
  for (const state of attendanceStates) {
    said.add(questionOf({ attendance: state, mentorAttendance: 'attended', mentors }).said);
    said.add(questionOf({ attendance: 'attended', mentorAttendance: state, mentors }).said);
  }
  expect(said.size).toBe(attendanceStates.length * 2 - 1);
});
