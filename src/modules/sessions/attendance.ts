import { type Instant, minutesBetween } from '../../kernel/calendar.ts';

export const attendanceStates = [
  'attended',
  'late',
  'cancelled-in-time',
  'cancelled-late',
  'no-show',
  'excused',
] as const;

export type AttendanceState = (typeof attendanceStates)[number];

export const attendanceWords: Record<AttendanceState, string> = {
  attended: 'Attended',
  late: 'Came late',
  'cancelled-in-time': 'Cancelled in time',
  'cancelled-late': 'Cancelled late',
  'no-show': 'Did not come',
  excused: 'Excused',
};

export type Side = 'mentor' | 'enterprise';

/** What one side did at one appointment. */
export interface AttendanceRecord {
  appointmentId: string;
  startAt: Instant;
  side: Side;
  state: AttendanceState;
  reason: string | null;
}

/** States that need a reason in words before they are stored. */
export function needsReason(state: AttendanceState): boolean {
  return state === 'no-show' || state === 'cancelled-late' || state === 'excused';
}

/** Cancelling exactly at the agreed notice is still in time. */
export function cancellationState(
  cancelledAt: Instant,
  startAt: Instant,
  noticeHours: number,
): 'cancelled-in-time' | 'cancelled-late' {
  return minutesBetween(cancelledAt, startAt) >= noticeHours * 60
    ? 'cancelled-in-time'
    : 'cancelled-late';
}

/**
 * How many times in a row a side has let the other down up to now. Excused and cancelled in time are
 * neither: they do not count and do not break the row.
 */
export function missedInARow(records: readonly AttendanceRecord[], side: Side): number {
  let row = 0;
  const own = records.filter((record) => record.side === side);
  for (const { state } of own.toSorted((a, b) => (a.startAt < b.startAt ? 1 : -1))) {
    if (state === 'attended' || state === 'late') break;
    if (state === 'no-show' || state === 'cancelled-late') row += 1;
  }
  return row;
}

/** The sides that missed two or more in a row, on which the adviser steps in. */
export function attendanceAlerts(
  records: readonly AttendanceRecord[],
): { side: Side; missed: number; because: string }[] {
  return (['mentor', 'enterprise'] as const).flatMap((side) => {
    const missed = missedInARow(records, side);
    if (missed < 2) return [];
    return [{ side, missed, because: `The ${side} missed the last ${missed} appointments.` }];
  });
}

/**
 * Whether a firm's answer to a session still stands when what a side did is put in another way. An excuse
 * after a miss takes nothing away and adds nothing; everything else is another session.
 */
export function keepsAnswer(before: AttendanceState, after: AttendanceState): boolean {
  return before === after || (needsReason(before) && after === 'excused');
}
