import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import type { NoteOpeningState } from './note-opening.ts';

interface OpeningRow {
  id: string;
  reason: string;
  requestedBy: string;
  askedBy: string;
  requestedAt: string;
  state: NoteOpeningState;
  answeredBy: string | null;
  openUntil: string | null;
}

/** Every request to open the notes of one enrolment, newest first. */
export async function openingsOf(tx: Tx, enrolmentId: string): Promise<OpeningRow[]> {
  const found = await sql<OpeningRow>`
    select o.id, o.reason, o.requested_by as "requestedBy", a.name as "askedBy",
      o.requested_at as "requestedAt", o.state, b.name as "answeredBy", o.open_until as "openUntil"
    from note_opening o
    join person a on a.org_id = o.org_id and a.id = o.requested_by
    left join person b on b.org_id = o.org_id and b.id = o.answered_by
    where o.enrolment_id = ${enrolmentId}::uuid
    order by o.requested_at desc, o.id desc
    limit 100`.execute(tx);
  return found.rows;
}

/** The opening by which the actor may read the notes now, or null. */
export async function openingInForce(
  tx: Tx,
  ctx: Pick<Ctx, 'actor' | 'clock'>,
  enrolmentId: string,
): Promise<{ id: string; openUntil: string } | null> {
  const found = await sql<{ id: string; openUntil: string }>`
    select o.id, o.open_until as "openUntil"
    from note_opening o
    where o.enrolment_id = ${enrolmentId}::uuid and o.requested_by = ${ctx.actor.personId}::uuid
      and o.state = 'confirmed' and o.open_until > ${ctx.clock.now()}::timestamptz
    order by o.open_until desc
    limit 1`.execute(tx);
  return found.rows[0] ?? null;
}

/** Name and address of the programme, for letters. */
export async function programmeOfOpening(tx: Tx, programmeId: string) {
  return tx
    .selectFrom('programme')
    .select(['slug', 'name'])
    .where('id', '=', programmeId)
    .executeTakeFirstOrThrow();
}

/** A person's name, for letters. */
export async function nameOfPerson(tx: Tx, personId: string): Promise<string> {
  const row = await tx
    .selectFrom('person')
    .select('name')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  return row.name;
}
