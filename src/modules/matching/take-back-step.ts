import { sql } from 'kysely';
import { precondition } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/database.ts';
import { cancelMail } from '../../platform/mail/outbox.ts';
import { shortlistForUpdate } from './store.ts';

interface Answered {
  id: string;
  need_id: string;
  mentor_id: string;
  shortlist_id: string | null;
  decline_set_aside_at: string | null;
}

const letterIsOut = 'A letter about it has left already. Ring the adviser.';

/**
 * Undoes the match of a yes: nobody has heard of it, so nothing of it stays. The letters are taken back first; one
 * that a sender holds already makes the whole refuse.
 */
export async function takeBackYes(tx: Tx, offer: Answered, need: { id: string }): Promise<void> {
  const match = await tx
    .selectFrom('match')
    .select(['id', 'end_cause'])
    .where('offer_id', '=', offer.id)
    .forUpdate()
    .executeTakeFirst();
  if (!match || match.end_cause !== null) throw precondition('This match has ended already.');
  await cancelMail(tx, match.id);
  await refuseWhenLeft(tx, match.id);
  const used = await sql<{ is: boolean }>`
    select exists (select from session_mentor k where k.match_id = ${match.id}::uuid)
      or exists (select from rematch r where r.match_id = ${match.id}::uuid) as "is"`.execute(tx);
  if (used.rows[0]?.is)
    throw precondition('Something was done in this match already. Ring the adviser.');
  await tx.deleteFrom('match').where('id', '=', match.id).execute();
  await sql`
    update need d set version = version + 1,
      state = case when d.state = 'introduced' and not exists (select from match t
        where t.org_id = d.org_id and t.need_id = d.id and t.end_cause is null)
        then 'open' else d.state end,
      introduced_on = case when exists (select from match t
        where t.org_id = d.org_id and t.need_id = d.id) then d.introduced_on end
    where d.id = ${need.id}::uuid`.execute(tx);
}

/** A no can be taken back while nobody else was asked for it. */
export async function takeBackNo(
  tx: Tx,
  offer: Answered,
  need: { id: string; state: string },
  free: number,
): Promise<void> {
  await cancelMail(tx, offer.id);
  await refuseWhenLeft(tx, offer.id, ['offer-declined', 'mentor-said-no']);
  const taken = await sql<{ is: boolean }>`
    select exists (select from offer o where o.need_id = ${need.id}::uuid and o.state = 'pending')
      or exists (select from match t where t.need_id = ${need.id}::uuid and t.end_cause is null) as "is"`.execute(
    tx,
  );
  if (need.state === 'closed' || taken.rows[0]?.is || offer.decline_set_aside_at !== null) {
    throw precondition('It has gone on meanwhile: somebody else is asked. Ring the adviser.');
  }
  if (free === 0) throw precondition('Your places are taken by now. Ring the adviser.');
  if (offer.shortlist_id === null) return;
  const list = await shortlistForUpdate(tx, offer.shortlist_id);
  if (list.state !== 'sent' && list.state !== 'chosen') return;
  await tx
    .updateTable('shortlist')
    .set({ state: 'chosen', version: list.version + 1 })
    .where('id', '=', list.id)
    .execute();
  await tx
    .updateTable('shortlist_mentor')
    .set({ is_chosen: true })
    .where('shortlist_id', '=', list.id)
    .where('mentor_id', '=', offer.mentor_id)
    .execute();
}

async function refuseWhenLeft(tx: Tx, aboutId: string, kinds?: readonly string[]): Promise<void> {
  let left = tx
    .selectFrom('mail')
    .select('id')
    .where('about_id', '=', aboutId)
    .where('state', 'in', ['sending', 'sent']);
  if (kinds) left = left.where('kind', 'in', kinds);
  if (await left.executeTakeFirst()) throw precondition(letterIsOut);
}
