import { type AttendanceState, attendanceWords } from './attendance.ts';
import { hasTakenPlace } from './session-input.ts';

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
  const side = row.mentorAttendance === 'attended' ? row.attendance : row.mentorAttendance;
  return attendanceWords[side as AttendanceState];
}
