import { sql } from 'kysely';
import type { Instant } from '../../../kernel/calendar.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Actor } from '../../../platform/permission.ts';
import { visiblePeopleByEmail } from '../../people/visible/reads.ts';

export const applicationSorts = ['-sent', 'name', 'firm'] as const;

export interface ApplicationLine {
  id: string;
  name: string;
  email: string;
  firm: string;
  isStarter: boolean;
  source: string;
  /** As staff see it: an accepted one is submitted and has its enrolment. */
  state: 'draft' | 'submitted' | 'accepted' | 'withdrawn';
  enrolmentId: string | null;
  /** Typed on the public form, and no letter there was answered. */
  isUnproved: boolean;
  at: string;
}

interface Query {
  search: string;
  sort: string;
  direction: 'asc' | 'desc';
  page: number;
  pageSize: number;
  filters: Readonly<Record<string, string>>;
}

const stateNow = sql`case when a.enrolment_id is not null then 'accepted' else a.state end`;
const unproved = sql`a.source = 'public' and a.applicant_email <> ''
  and a.address_proved_at is null and a.enrolment_id is null`;
const firmName = sql`coalesce(a.answers->'your-firm'->>'name', '')`;
const orders: Record<string, ReturnType<typeof sql>> = {
  sent: sql`coalesce(a.submitted_at, a.updated_at)`,
  name: sql`lower(a.applicant_name)`,
  firm: sql`lower(${firmName})`,
};

/** One page of a programme's applications: those that wait first, drafts only when asked for. */
export async function applicationsOf(tx: Tx, programmeId: string, query: Query) {
  const state = query.filters['state'] ?? null;
  const where = sql`a.programme_id = ${programmeId}::uuid
    and (${stateNow} = ${state} or (${state}::text is null and a.state <> 'draft'))
    and (${query.search} = '' or position(lower(${query.search}) in lower(
      a.applicant_name || ' ' || a.applicant_email || ' ' || ${firmName})) > 0)`;
  const direction = query.direction === 'desc' ? sql`desc` : sql`asc`;
  const rows = await sql<ApplicationLine>`
    select a.id, a.applicant_name as name, a.applicant_email as email, ${firmName} as firm,
      a.is_potential_entrepreneur as "isStarter", a.source, ${stateNow} as state,
      a.enrolment_id as "enrolmentId", ${unproved} as "isUnproved",
      coalesce(a.submitted_at, a.updated_at) as at
    from application a
    where ${where}
    order by ${stateNow} <> 'submitted', ${orders[query.sort] ?? orders['sent']} ${direction}, a.id
    limit ${query.pageSize} offset ${(query.page - 1) * query.pageSize}`.execute(tx);
  const total = await sql<{ n: number }>`
    select count(*)::int as n from application a where ${where}`.execute(tx);
  return { rows: rows.rows, total: total.rows[0]?.n ?? 0 };
}

export interface WaitingApplication {
  id: string;
  name: string;
  firm: string;
  sentAt: Instant;
  isUnproved: boolean;
}

/** Applications that were sent and neither accepted nor withdrawn, the longest waiting first. */
export async function waitingApplications(
  tx: Tx,
  programmeId: string,
): Promise<WaitingApplication[]> {
  const found = await sql<WaitingApplication>`
    select a.id, a.applicant_name as name, ${firmName} as firm, a.submitted_at as "sentAt", ${unproved} as "isUnproved"
    from application a
    where a.programme_id = ${programmeId}::uuid and a.state = 'submitted'
      and a.enrolment_id is null and a.submitted_at is not null
    order by a.submitted_at, a.id
    limit 50`.execute(tx);
  return found.rows;
}

/** Whom the actor sees with an applicant's email address; null when it is nobody. */
export async function personWithEmail(tx: Tx, actor: Actor, email: string) {
  const address = email.toLowerCase();
  const visible = await visiblePeopleByEmail(tx, actor, address === '' ? [] : [address], []);
  return visible.get(address) ?? null;
}

/** Enterprises of a person who prepared a firm: an application of theirs may be about one of them. */
export async function startedBy(tx: Tx, personId: string) {
  const found = await sql<{ id: string; name: string }>`
    select e.id, e.name
    from enterprise_person x
    join enterprise e on e.org_id = x.org_id and e.id = x.enterprise_id
    where x.person_id = ${personId}::uuid and x.to_on is null and e.merged_into is null
    order by e.name
    limit 20`.execute(tx);
  return found.rows;
}
