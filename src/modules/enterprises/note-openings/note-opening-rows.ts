import { sql } from 'kysely';
import { notFound } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/database.ts';

/** A request to open notes, with the enrolment they are about; locked until the transaction ends. */
export async function openingForUpdate(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('note_opening as o')
    .innerJoin('enrolment as e', (join) =>
      join.onRef('e.org_id', '=', 'o.org_id').onRef('e.id', '=', 'o.enrolment_id'),
    )
    .select([
      'o.id',
      'o.enrolment_id as enrolmentId',
      'o.reason',
      'o.requested_by as requestedBy',
      'o.state',
      'e.programme_id as programmeId',
      'e.enterprise_id as enterpriseId',
    ])
    .where('o.id', '=', id)
    .forUpdate('o')
    .executeTakeFirst();
  if (!row) throw notFound('request');
  return row;
}

interface Reader {
  personId: string;
  name: string;
  email: string | null;
}

/** Who could be the second person, apart from whoever asks: administrators, and managers and advisers of the programme. */
export async function secondPeople(
  tx: Tx,
  programmeId: string,
  exceptId: string,
  now: string,
): Promise<Reader[]> {
  const found = await sql<Reader>`
    select distinct p.id as "personId", p.name, p.email
    from role_grant g
    join person p on p.org_id = g.org_id and p.id = g.person_id
    where g.role in ('admin', 'manager', 'adviser')
      and (g.programme_id is null or g.programme_id = ${programmeId}::uuid)
      and g.ended_at is null and (g.expires_at is null or g.expires_at > ${now}::timestamptz)
      and p.removed_at is null and p.id <> ${exceptId}::uuid
    order by p.name, p.id`.execute(tx);
  return found.rows;
}

/** Who wrote the notes of an enrolment, whether they are still here or not. */
export async function authorsOf(tx: Tx, enrolmentId: string): Promise<Reader[]> {
  const found = await sql<Reader>`
    select distinct p.id as "personId", p.name, p.email
    from private_note t
    join person p on p.org_id = t.org_id and p.id = t.author_id
    where t.about_id = ${enrolmentId}::uuid
    order by p.name, p.id`.execute(tx);
  return found.rows;
}
