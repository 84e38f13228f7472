import type { CalendarDate } from '../../kernel/calendar.ts';
import type { Tx } from '../../platform/database.ts';

/** A need that was introduced and has no mentor any more is open again; its first introduction stays on record. */
export async function needWaitsAgain(tx: Tx, needId: string, on: CalendarDate): Promise<void> {
  await tx
    .updateTable('need')
    .set({ state: 'open', waits_since: on })
    .where('id', '=', needId)
    .where('state', '=', 'introduced')
    .execute();
}
