import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { makeLead, presentPeopleOf } from './store.ts';

/** A removed person no longer belongs to any firm; where they led, the next one does. Gives the firms. */
export async function personLeavesFirms(tx: Tx, ctx: Ctx, personId: string): Promise<string[]> {
  const ended = await tx
    .updateTable('enterprise_person')
    .set({ to_on: ctx.clock.today(ctx.org.zone), is_lead: false })
    .where('person_id', '=', personId)
    .where('to_on', 'is', null)
    .returning('enterprise_id as id')
    .execute();
  for (const { id } of ended) {
    const [next] = await presentPeopleOf(tx, id);
    if (next) await makeLead(tx, id, next.personId, false);
  }
  return ended.map(({ id }) => id);
}
