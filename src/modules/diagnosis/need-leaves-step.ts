import { sql } from 'kysely';
import type { CalendarDate } from '../../kernel/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import type { NeedResult } from './need.ts';

/** Closes a locked need with its result. What hangs on it is the caller's. */
export async function needLeaves(
  tx: Tx,
  needId: string,
  closing: { on: CalendarDate; result: NeedResult; note: string },
): Promise<void> {
  await tx
    .updateTable('need')
    .set({
      state: 'closed',
      closed_on: closing.on,
      waits_since: null,
      result: closing.result,
      result_note: closing.note || null,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', needId)
    .execute();
}

/** Locks every need of a firm that is not closed: whoever gives it a mentor waits. */
export async function lockNeedsOf(tx: Tx, enrolmentId: string): Promise<void> {
  await tx
    .selectFrom('need')
    .select('id')
    .where('enrolment_id', '=', enrolmentId)
    .where('state', '<>', 'closed')
    .orderBy('id')
    .forUpdate()
    .execute();
}
