import { addMinutes, type Instant } from '../../../kernel/calendar.ts';

/** For how many days an import can be undone. Later, its records are the programme's daily work. */
export const undoDays = 7;

/** Why a record of an import stays as it is. */
export const undoRefusals = {
  'changed-since': 'Somebody changed this record after the import. Mend it by hand.',
  'in-use':
    'Something hangs on this record by now, such as a test, a note, a document or a session.',
  'no-longer-there': 'The record is no longer there, or was merged with another.',
  'mentor-updated': 'What a list changed of a mentor on record is not taken back. Mend it by hand.',
} as const;

export type UndoRefusal = keyof typeof undoRefusals;

/** Until when a finished import can be undone. */
export function undoUntil(finishedAt: Instant): Instant {
  return addMinutes(finishedAt, undoDays * 24 * 60);
}
