import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar.ts';
import type { Tx } from '../../../platform/database.ts';

export interface WhomToRing {
  personId: string;
  name: string;
  phone: string | null;
  email: string | null;
}

/**
 * Whom somebody without an account rings about an enrolment: its adviser, else who manages the programme, else any
 * adviser of it, else an administrator. Null only where nobody of them is left.
 */
export async function whomToRing(
  tx: Tx,
  now: string,
  about: { enrolmentId: string } | { programmeId: string },
): Promise<WhomToRing | null> {
  const found =
    'enrolmentId' in about
      ? await sql<WhomToRing>`
          select ${columns} from enrolment n ${candidates(now, sql`n.adviser_id`, sql`n.programme_id`)}
          where n.id = ${about.enrolmentId}::uuid ${order}`.execute(tx)
      : await sql<WhomToRing>`
          select ${columns} from programme n ${candidates(now, sql`null::uuid`, sql`n.id`)}
          where n.id = ${about.programmeId}::uuid ${order}`.execute(tx);
  return found.rows[0] ?? null;
}

export interface AdvisedFirm {
  enrolmentId: string;
  enterprise: string;
  state: 'applied' | 'eligible';
  stage: string;
  postcode: string | null;
  appliedOn: CalendarDate;
  nextContactOn: CalendarDate | null;
}

/** How many firms are handed over on one page. */
export const mostHandedOver = 200;

/** Firms that an adviser looks after, or nobody (null): those on the programme first, then applicants, by name. */
export async function firmsAdvisedBy(
  tx: Tx,
  programmeId: string,
  adviserId: string | null,
): Promise<AdvisedFirm[]> {
  const found = await sql<AdvisedFirm>`
    select n.id as "enrolmentId", e.name as enterprise, n.state, n.stage,
      coalesce(e.trading_postcode, e.registered_postcode) as postcode,
      n.applied_on as "appliedOn", n.next_contact_on as "nextContactOn"
    from enrolment n
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    where n.programme_id = ${programmeId}::uuid and n.state in ('applied', 'eligible')
      and e.merged_into is null
      and n.adviser_id is not distinct from ${adviserId}::uuid
    order by n.state = 'applied', e.name, n.id
    limit ${mostHandedOver}`.execute(tx);
  return found.rows;
}

const columns = sql`p.id as "personId", p.name, p.phone, p.email`;
const order = sql`order by c.rank, p.phone is null, p.name, p.id limit 1`;

function candidates(now: string, adviser: ReturnType<typeof sql>, programme: typeof adviser) {
  return sql`
    cross join lateral (
      select ${adviser} as person_id, 0 as rank
      union all
      select g.person_id, case g.role when 'manager' then 1 when 'adviser' then 2 else 3 end
      from role_grant g
      where g.org_id = n.org_id and g.role in ('manager', 'adviser', 'admin')
        and (g.programme_id is null or g.programme_id = ${programme})
        and g.ended_at is null and (g.expires_at is null or g.expires_at > ${now}::timestamptz)) c
    join person p on p.org_id = n.org_id and p.id = c.person_id and p.removed_at is null`;
}
