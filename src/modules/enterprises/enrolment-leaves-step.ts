import type { CalendarDate } from '../../kernel/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import { cancelMail } from '../../platform/mail/outbox.ts';
import { updateEnrolment } from './store.ts';

/** Closes a locked enrolment: no call is due any more, and letters about it that have not left stay. */
export async function enrolmentLeaves(
  tx: Tx,
  enrolmentId: string,
  leaving: { state: 'closed' | 'withdrawn'; on: CalendarDate; reason: string },
): Promise<void> {
  await updateEnrolment(tx, enrolmentId, {
    state: leaving.state,
    closed_on: leaving.on,
    closure_reason: leaving.reason,
    next_contact_on: null,
  });
  await cancelMail(tx, enrolmentId);
}

/** An adviser goes: nobody looks after their firms of these programmes until somebody is chosen. Gives the firms. */
export async function adviserLeaves(
  tx: Tx,
  adviserId: string,
  programmeIds: readonly string[] | null,
): Promise<{ id: string; programmeId: string }[]> {
  let update = tx
    .updateTable('enrolment')
    .set((is) => ({ adviser_id: null, version: is('version', '+', 1) }))
    .where('adviser_id', '=', adviserId)
    .where('state', 'in', ['applied', 'eligible']);
  if (programmeIds !== null) {
    if (programmeIds.length === 0) return [];
    update = update.where('programme_id', 'in', [...programmeIds]);
  }
  return update.returning(['id', 'programme_id as programmeId']).execute();
}
