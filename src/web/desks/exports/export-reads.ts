import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar.ts';
import type { EnterpriseReach } from '../../../modules/enterprises/register/spreadsheet.ts';
import { isWithinReach, reachOf } from '../../../modules/programmes/reach/reads.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Actor } from '../../../platform/permission.ts';

/** Whom to write to at each enterprise of a programme, and who its mentors are now; by enrolment. */
export async function reachOfEnterprises(
  tx: Tx,
  programmeId: string,
  today: CalendarDate,
): Promise<Map<string, EnterpriseReach>> {
  const found = await sql<EnterpriseReach & { enrolmentId: string }>`
    select n.id as "enrolmentId", e.phone, c.name as contact, c.position, c.email,
      c.phone as "contactPhone",
      (select string_agg(mp.name, '; ' order by mp.name)
        from match w
        join mentor m on m.org_id = w.org_id and m.id = w.mentor_id
        join person mp on mp.org_id = m.org_id and mp.id = m.person_id
        where w.org_id = n.org_id and w.enrolment_id = n.id and w.end_cause is null) as mentors
    from enrolment n
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    left join (
      select distinct on (x.enterprise_id) x.enterprise_id, p.name, x.position, p.email, p.phone
      from enterprise_person x
      join person p on p.org_id = x.org_id and p.id = x.person_id
      where p.removed_at is null and (x.to_on is null or x.to_on > ${today}::date)
      order by x.enterprise_id, x.is_lead desc, x.from_on, p.name, p.id) c
      on c.enterprise_id = e.id
    where n.programme_id = ${programmeId}::uuid`.execute(tx);
  return new Map(found.rows.map(({ enrolmentId, ...reach }) => [enrolmentId, reach]));
}

export interface FirmOfPerson {
  personId: string;
  phone: string | null;
  enterprise: string | null;
  position: string | null;
  isLead: boolean | null;
}

/** Telephone and enterprises of people, as far as the actor's programmes reach. */
export async function firmsOfPeople(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, FirmOfPerson[]>> {
  const found = await sql<FirmOfPerson>`
    select p.id as "personId", p.phone, f.name as enterprise, f.position, f.is_lead as "isLead"
    from person p
    left join (
      select x.org_id, x.person_id, e.name, x.position, x.is_lead
      from enterprise_person x
      join enterprise e on e.org_id = x.org_id and e.id = x.enterprise_id
      where x.to_on is null and e.merged_into is null and ${isWithinReach(sql`e.id`, reachOf(actor))}) f
      on f.org_id = p.org_id and f.person_id = p.id
    where p.id = any(${[...ids]}::uuid[])
    order by f.name`.execute(tx);
  const firms = new Map<string, FirmOfPerson[]>();
  for (const row of found.rows) {
    firms.set(row.personId, [...(firms.get(row.personId) ?? []), row]);
  }
  return firms;
}
