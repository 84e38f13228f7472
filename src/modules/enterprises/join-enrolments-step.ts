import { sql } from 'kysely';
import type { CalendarDate } from '../../kernel/calendar.ts';
import { precondition } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/database.ts';
import { isOpen } from './enrolment.ts';
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
  const goesOn = isOpen(gone.state) && !isOpen(kept.state);
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
  await followEnrolment(tx, gone.id, kept.id);
  await sql`update enrolment set state = 'withdrawn', closed_on = ${today}::date,
      next_contact_on = null,
      closure_reason = 'Merged with another record of the same firm', version = version + 1
    where id = ${gone.id}::uuid`.execute(tx);
}
