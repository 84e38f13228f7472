import { sql } from 'kysely';
import { notFound } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/database.ts';

export interface ContactRow {
  personId: string;
  name: string;
  email: string | null;
  phone: string | null;
  position: string;
  isLead: boolean;
  version: number;
  hasAccount: boolean;
  hasOtherRole: boolean;
  hasOtherFirm: boolean;
}

/** One present person of the enterprise, with what else they are here; "not found" for anybody else. */
export async function contactOf(
  tx: Tx,
  key: { enterpriseId: string; personId: string },
  now: string,
): Promise<ContactRow> {
  const found = await sql<ContactRow>`
    select p.id as "personId", p.name, p.email, p.phone, ep.position, ep.is_lead as "isLead", p.version,
      p.user_id is not null as "hasAccount",
      exists (
        select from role_grant g
        where g.org_id = p.org_id and g.person_id = p.id and g.role <> 'participant'
          and g.ended_at is null and (g.expires_at is null or g.expires_at > ${now}::timestamptz)
      ) as "hasOtherRole",
      exists (
        select from enterprise_person o
        where o.org_id = p.org_id and o.person_id = p.id and o.to_on is null
          and o.enterprise_id <> ep.enterprise_id
      ) as "hasOtherFirm"
    from enterprise_person ep
    join person p on p.org_id = ep.org_id and p.id = ep.person_id
    where ep.enterprise_id = ${key.enterpriseId}::uuid and p.id = ${key.personId}::uuid
      and ep.to_on is null and p.removed_at is null`.execute(tx);
  const row = found.rows[0];
  if (!row) throw notFound('person');
  return row;
}

/** The enterprises of a participant, each with the enrolment by which it is addressed: the newest. */
export async function ownEnrolments(tx: Tx, enterpriseIds: readonly string[]) {
  const found = await sql<{ enrolmentId: string; enterpriseId: string; name: string }>`
    select distinct on (e.name, e.id) n.id as "enrolmentId", e.id as "enterpriseId", e.name
    from enrolment n
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    where e.id = any(${[...enterpriseIds]}::uuid[])
    order by e.name, e.id, n.applied_on desc`.execute(tx);
  return found.rows;
}
