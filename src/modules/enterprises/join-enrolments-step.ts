import { sql } from 'kysely';
import type { CalendarDate } from '../../kernel/calendar.ts';
import { precondition } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/database.ts';
import { isOpen, reopenedState } from './enrolment.ts';
import { followEnrolment } from './merging-rows.ts';

/** One of two enrolments of a firm that was recorded twice in one programme. */
export interface Joining {
  id: string;
  programmeName: string;
  state: string;
  eligibleOn: CalendarDate | null;
  /** Whether a diagnosis is being written. */
  hasDraft: boolean;
}

/**
 * Ends one of a firm's two enrolments and puts what hangs on it onto the other, which takes the earlier days of both:
 * the firm applied, and was eligible, when it first was, under whichever record.
 */
export async function joinEnrolments(
  tx: Tx,
  gone: Joining,
  kept: Joining,
  today: CalendarDate,
): Promise<void> {
  const wasFound = gone.eligibleOn !== null && kept.eligibleOn === null;
  // A firm that left and applied again under a new record comes back under the one that was found eligible.
  const returns = kept.eligibleOn !== null && gone.eligibleOn === null;
  const goesOn = isOpen(gone.state) && !isOpen(kept.state) && !returns;
  if (wasFound || goesOn) {
    const what = goesOn ? 'goes on' : 'was found eligible';
    throw precondition(
      `In ${gone.programmeName} the firm ${what} under the other record. Open that record and merge this one into it.`,
    );
  }
  if (gone.hasDraft && kept.hasDraft) {
    throw precondition(
      `In ${gone.programmeName} both records have a diagnosis in draft. Complete one of them first.`,
    );
  }
  await sql`update enrolment k set
      applied_on = least(k.applied_on, g.applied_on),
      eligible_on = least(k.eligible_on, g.eligible_on),
      adviser_id = coalesce(k.adviser_id, g.adviser_id),
      last_contact_on = greatest(k.last_contact_on, g.last_contact_on),
      next_contact_on = least(k.next_contact_on, g.next_contact_on),
      sharing = coalesce(k.sharing, g.sharing),
      sharing_on = case when k.sharing is null then g.sharing_on else k.sharing_on end,
      sharing_by = case when k.sharing is null then g.sharing_by else k.sharing_by end,
      version = k.version + 1
    from enrolment g
    where k.id = ${kept.id}::uuid and g.id = ${gone.id}::uuid`.execute(tx);
  await keepLaterEnding(tx, gone, kept);
  await keepBetterAttendance(tx, gone.id, kept.id);
  await followEnrolment(tx, gone.id, kept.id);
  await sql`update enrolment set state = 'withdrawn', closed_on = ${today}::date,
      next_contact_on = null,
      closure_reason = 'Merged with another record of the same firm', version = version + 1
    where id = ${gone.id}::uuid`.execute(tx);
}

/** The firm left when it last did, or goes on: what was done under the other record until then still counts. */
async function keepLaterEnding(tx: Tx, gone: Joining, kept: Joining): Promise<void> {
  if (isOpen(kept.state)) return;
  if (isOpen(gone.state)) {
    await sql`update enrolment set state = ${reopenedState(kept)}, closed_on = null, closure_reason = null
      where id = ${kept.id}::uuid`.execute(tx);
    return;
  }
  await sql`update enrolment k set state = g.state, closed_on = g.closed_on,
      closure_reason = g.closure_reason
    from enrolment g
    where k.id = ${kept.id}::uuid and g.id = ${gone.id}::uuid and k.closed_on < g.closed_on`.execute(
    tx,
  );
}

/** Of a session that both records have, the kept one takes what says that the firm was there, and then its dispute or yes. */
async function keepBetterAttendance(tx: Tx, gone: string, kept: string): Promise<void> {
  const worth = (row: string) => sql`(
    case when ${sql.ref(`${row}.attendance`)} in ('attended', 'late') then 10 else 0 end
    + case ${sql.ref(`${row}.confirmation`)} when 'disputed' then 2 when 'waiting' then 0 else 1 end)`;
  await sql`update session_enterprise r set need_id = o.need_id, attendance = o.attendance,
      reason = o.reason, confirmation = o.confirmation, confirmed_by = o.confirmed_by,
      confirmed_at = o.confirmed_at, dispute = o.dispute, version = o.version,
      seen_version = o.seen_version, asked_at = o.asked_at, reminded_at = o.reminded_at,
      settlement = o.settlement
    from session_enterprise o
    where o.org_id = r.org_id and o.session_id = r.session_id
      and ((r.enrolment_id = ${kept}::uuid and o.enrolment_id = ${gone}::uuid and ${worth('o')} > ${worth('r')})
        or (r.enrolment_id = ${gone}::uuid and o.enrolment_id = ${kept}::uuid and ${worth('r')} > ${worth('o')}))`.execute(
    tx,
  );
}
