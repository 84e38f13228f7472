import { expect, test } from 'vitest';
import { attendanceInWords } from './session-words.ts';

const words = (attendance: string, mentorAttendance = 'attended', state = 'logged') =>
  attendanceInWords({ attendance, mentorAttendance, state });

test('a list of sessions says which side was missing', () => {
  expect(words('attended')).toBe('Attended');
  expect(words('no-show')).toBe('Enterprise did not come');
  expect(words('late')).toBe('Enterprise came late');
  expect(words('attended', 'cancelled-late')).toBe('Mentor cancelled late');
  expect(words('no-show', 'no-show')).toBe('Mentor did not come');
  expect(words('attended', 'attended', 'cancelled')).toBe('Taken out');
});
