import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import {
  peopleWithRefusedLetters,
  type RefusedLetter,
  refusedLettersOf,
} from '../../../platform/mail/refused.ts';

export interface RefusedLine extends RefusedLetter {
  personId: string;
  person: string;
  address: string;
  /** The firm whose person it is; null for a mentor. */
  enrolmentId: string | null;
  enterprise: string | null;
  mentorId: string | null;
}

/** People of the programme's firms, and its mentors, whom letters do not reach. */
export async function undelivered(
  tx: Tx,
  programmeId: string,
  adviserId: string | null,
): Promise<RefusedLine[]> {
  const letters = await refusedLettersOf(tx, await peopleWithRefusedLetters(tx));
  if (letters.size === 0) return [];
  const mine =
    adviserId === null
      ? sql`true`
      : sql`(n.adviser_id = ${adviserId}::uuid or n.adviser_id is null)`;
  const found = await sql<Omit<RefusedLine, keyof RefusedLetter>>`
    select p.id as "personId", p.name as person, p.email as address, n.id as "enrolmentId",
      e.name as enterprise, null as "mentorId"
    from enrolment n
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    join enterprise_person r on r.org_id = e.org_id and r.enterprise_id = e.id and r.to_on is null
    join person p on p.org_id = r.org_id and p.id = r.person_id
    where n.programme_id = ${programmeId}::uuid and n.state in ('applied', 'eligible') and ${mine}
      and p.id = any(${[...letters.keys()]}::uuid[])
    union
    select p.id, p.name, p.email, null, null, m.id
    from mentor m
    join person p on p.org_id = m.org_id and p.id = m.person_id
    where p.id = any(${[...letters.keys()]}::uuid[]) and exists (
      select 1 from need d
      join enrolment n on n.org_id = d.org_id and n.id = d.enrolment_id
      where d.org_id = m.org_id and n.programme_id = ${programmeId}::uuid and ${mine}
        and (exists (select 1 from match t where t.org_id = d.org_id and t.need_id = d.id
            and t.mentor_id = m.id and t.end_cause is null)
          or exists (select 1 from offer o where o.org_id = d.org_id and o.need_id = d.id
            and o.mentor_id = m.id and o.state = 'pending')))
    order by person
    limit 50`.execute(tx);
  return found.rows.flatMap((row) => {
    const letter = letters.get(row.personId);
    return letter ? [{ ...row, ...letter }] : [];
  });
}
