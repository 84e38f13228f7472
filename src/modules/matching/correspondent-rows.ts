import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { addresseeOf } from '../enterprises/reads.ts';

export interface Correspondent {
  personId: string;
  name: string;
  email: string | null;
  phone: string | null;
  quietFrom: string;
  quietTo: string;
  /** Whether they can sign in, and so open pages of their own. */
  hasAccount: boolean;
}

const columns = sql`p.id as "personId", p.name, p.email, p.phone,
  to_char(p.quiet_from, 'HH24:MI') as "quietFrom", to_char(p.quiet_to, 'HH24:MI') as "quietTo",
  p.user_id is not null as "hasAccount"`;

/** The person behind a mentor. */
export async function personOfMentor(tx: Tx, mentorId: string): Promise<Correspondent | null> {
  const rows = await sql<Correspondent>`
    select ${columns} from mentor m
    join person p on p.org_id = m.org_id and p.id = m.person_id
    where m.id = ${mentorId}::uuid and p.removed_at is null`.execute(tx);
  return rows.rows[0] ?? null;
}

/** Who speaks for the enterprise: whom letters to it go to, otherwise its lead or the first by name. */
export async function personOfEnterprise(
  tx: Tx,
  enterpriseId: string,
): Promise<Correspondent | null> {
  const addressee = await addresseeOf(tx, enterpriseId);
  const rows = await sql<Correspondent>`
    select ${columns} from enterprise_person ep
    join person p on p.org_id = ep.org_id and p.id = ep.person_id
    where ep.enterprise_id = ${enterpriseId}::uuid and ep.to_on is null and p.removed_at is null
      and (${addressee?.personId ?? null}::uuid is null or p.id = ${addressee?.personId ?? null}::uuid)
    order by ep.is_lead desc, p.name, p.id
    limit 1`.execute(tx);
  return rows.rows[0] ?? null;
}

/** The adviser of an enrolment, to be told of answers. */
export async function personById(tx: Tx, id: string | null): Promise<Correspondent | null> {
  if (id === null) return null;
  const rows = await sql<Correspondent>`
    select ${columns} from person p
    where p.id = ${id}::uuid and p.removed_at is null`.execute(tx);
  return rows.rows[0] ?? null;
}

/** The name of a mentor, of one who was removed too. */
export async function nameOfMentor(tx: Tx, mentorId: string): Promise<string> {
  const rows = await sql<{ name: string }>`
    select p.name from mentor m
    join person p on p.org_id = m.org_id and p.id = m.person_id
    where m.id = ${mentorId}::uuid`.execute(tx);
  return rows.rows[0]?.name ?? 'your mentor';
}
