import { lowerFirst } from '../../kernel/text.ts';
import { type AttendanceState, attendanceWords } from './attendance.ts';
import { hasTakenPlace } from './session-input.ts';

export const modeWords: Record<string, string> = {
  'in-person': 'In person',
  video: 'Video call',
  phone: 'Telephone',
};

export const kindWords: Record<string, string> = {
  feedback: 'Feedback',
  advice: 'Advice',
  introduction: 'Introduction',
  challenge: 'Challenge',
};

export const confirmationWords: Record<string, string> = {
  waiting: 'to confirm',
  confirmed: 'confirmed',
  disputed: 'disputed',
  settled: 'settled',
};

/** Whether both sides were there; only then was there a length. */
export function isHeld(row: { attendance: string; mentorAttendance: string }): boolean {
  return hasTakenPlace(row.attendance, row.mentorAttendance);
}

/** What happened at an appointment in a word or two: the mentor's failing before the firm's. */
export function attendanceInWords(row: {
  state: string;
  attendance: string;
  mentorAttendance: string;
}): string {
  if (row.state === 'cancelled') return 'Taken out';
  const isMentors = row.mentorAttendance !== 'attended';
  const state = isMentors ? row.mentorAttendance : row.attendance;
  const words = attendanceWords[state as AttendanceState];
  if (state === 'attended') return words;
  return `${isMentors ? 'Mentor' : 'Enterprise'} ${lowerFirst(words)}`;
}
