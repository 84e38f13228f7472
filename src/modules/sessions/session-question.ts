import type { AttendanceState } from './attendance.ts';

interface Seen {
  attendance: AttendanceState;
  mentorAttendance: AttendanceState;
  /** The mentor's name, or names. */
  mentors: string;
}

interface Question {
  /** False where somebody was missing: nothing counts, and the notes are of no use. */
  isHeld: boolean;
  title: string;
  /** What was logged, as a sentence to the firm. */
  said: string;
  yes: string;
  /** What could be wrong with it. */
  hint: string;
}

const nothingCounts = 'No time is counted for it.';

const missedByFirm: Partial<Record<AttendanceState, Omit<Question, 'isHeld' | 'said'>>> = {
  'no-show': {
    title: 'Did you miss this appointment?',
    yes: 'Yes, we did not come',
    hint: 'For example you were there, or you had cancelled before.',
  },
  'cancelled-late': {
    title: 'Did you cancel this appointment late?',
    yes: 'Yes, we cancelled late',
    hint: 'For example you cancelled earlier, or not at all.',
  },
  'cancelled-in-time': {
    title: 'Did you cancel this appointment?',
    yes: 'Yes, we cancelled',
    hint: 'For example the meeting took place after all.',
  },
  excused: {
    title: 'Were you excused from this appointment?',
    yes: 'Yes, this is right',
    hint: 'For example the meeting took place after all.',
  },
};

const missedByMentor: typeof missedByFirm = {
  'no-show': {
    title: 'Did your mentor not come?',
    yes: 'Yes, the mentor did not come',
    hint: 'For example the meeting took place after all.',
  },
  'cancelled-late': {
    title: 'Did your mentor cancel late?',
    yes: 'Yes, the mentor cancelled late',
    hint: 'For example they cancelled in good time, or the meeting took place.',
  },
  'cancelled-in-time': {
    title: 'Did your mentor cancel this appointment?',
    yes: 'Yes, the mentor cancelled',
    hint: 'For example they cancelled late, or the meeting took place.',
  },
  excused: {
    title: 'Was your mentor excused from this appointment?',
    yes: 'Yes, this is right',
    hint: 'For example the meeting took place after all.',
  },
};

const firmDid: Partial<Record<AttendanceState, string>> = {
  'no-show': 'did not come',
  'cancelled-late': 'cancelled at short notice',
  'cancelled-in-time': 'cancelled in good time',
  excused: 'could not come for a good reason, which is not held against you',
};

const mentorDid: typeof firmDid = {
  'no-show': 'did not come themselves',
  'cancelled-late': 'cancelled at short notice themselves',
  'cancelled-in-time': 'cancelled in good time themselves',
  excused: 'could not come themselves for a good reason',
};

/** What a firm is asked about an appointment, by what was logged of both sides; the mentor's failing first. */
export function questionOf({ attendance, mentorAttendance, mentors }: Seen): Question {
  const byMentor = missedByMentor[mentorAttendance];
  if (byMentor) {
    const said = `${mentors} says that they ${mentorDid[mentorAttendance]}. ${nothingCounts}`;
    return { isHeld: false, ...byMentor, said };
  }
  const byFirm = missedByFirm[attendance];
  if (byFirm) {
    const said = `${mentors} says that you ${firmDid[attendance]}. ${nothingCounts}`;
    return { isHeld: false, ...byFirm, said };
  }
  const late = [
    ...(attendance === 'late' ? ['you came late'] : []),
    ...(mentorAttendance === 'late' ? ['they came late themselves'] : []),
  ].join(' and ');
  return {
    isHeld: true,
    title: 'Is this right?',
    said: `${mentors} has logged a session with you${late === '' ? '' : ` and says that ${late}`}.`,
    yes: 'Yes, this is right',
    hint: 'For example another length, or the meeting did not take place.',
  };
}
