import { sql } from 'kysely';
import { notFound } from '../../kernel/errors.ts';
import type { CalendarDate } from '../../kernel/calendar.ts';
import { needForUpdate } from '../diagnosis/reads.ts';
import type { Tx } from '../../platform/database.ts';
import { freePlaces, loadOf } from '../mentors/mentor.ts';
import { loadColumns } from '../mentors/reads.ts';

/** The offer, locked until the transaction ends. Lock the mentor first where both are needed. */
export async function offerForUpdate(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('offer')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('offer');
  return row;
}

/**
 * The need of an offer, locked, and its mentor: whoever changes an offer locks the need first, then the mentor's places,
 * then the offer.
 */
export async function needOfOffer(tx: Tx, offerId: string) {
  const offer = await tx
    .selectFrom('offer')
    .select(['need_id', 'mentor_id'])
    .where('id', '=', offerId)
    .executeTakeFirst();
  if (!offer) throw notFound('offer');
  return { need: await needForUpdate(tx, offer.need_id), mentorId: offer.mentor_id };
}

export async function shortlistForUpdate(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('shortlist')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('shortlist');
  return row;
}

/** The match with its enrolment's ids, locked until the transaction ends. */
export async function matchForUpdate(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('match as m')
    .innerJoin('enrolment as n', (on) =>
      on.onRef('n.org_id', '=', 'm.org_id').onRef('n.id', '=', 'm.enrolment_id'),
    )
    .select((by) => [
      'm.id',
      'm.enrolment_id',
      'm.need_id',
      'm.mentor_id',
      'm.role',
      'm.introduced_at',
      'm.end_cause',
      'm.version',
      'n.programme_id',
      'n.enterprise_id',
      by.fn<string>('lower', ['m.during']).as('from_on'),
    ])
    .where('m.id', '=', id)
    .forUpdate('m')
    .executeTakeFirst();
  if (!row) throw notFound('match');
  return row;
}

/**
 * Locks the mentor and counts what is free of their places, matches and open offers of all programmes taken
 * off. Whoever gives away a place calls this first: the lock makes the next one wait and then count anew.
 */
export async function lockMentorPlaces(tx: Tx, mentorId: string, today: CalendarDate) {
  const locked = await tx
    .selectFrom('mentor')
    .select(['id', 'state', 'inducted_on', 'code_signed_on', 'contract_to', 'person_id', 'places'])
    .where('id', '=', mentorId)
    .forUpdate()
    .executeTakeFirst();
  if (!locked) throw notFound('mentor');
  const counted = await sql<{ places: number; liveMatches: number; offersOpen: number }>`
    select m.places, ${loadColumns(today)} from mentor m where m.id = ${mentorId}::uuid`.execute(
    tx,
  );
  const load = loadOf(counted.rows[0] ?? { places: 0, liveMatches: 0, offersOpen: 0 });
  return { ...locked, load, free: freePlaces(load) };
}
