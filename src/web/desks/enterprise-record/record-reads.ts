import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';

export interface RecordFacts {
  enrolmentId: string;
  enterpriseId: string;
  name: string;
  tradingName: string | null;
  companyNumber: string | null;
  companyStatus: string | null;
  sicCodes: string[];
  tradingPostcode: string | null;
  website: string | null;
  description: string | null;
  notes: string | null;
  state: string;
  stage: string;
  isPreStart: boolean;
  adviser: string | null;
  appliedOn: string;
  /** What the firm sent, if it applied by itself; the newest of several. */
  applicationId: string | null;
  eligibleOn: string | null;
  lastContactOn: string | null;
  nextContactOn: string | null;
  /** What brought that day forward; empty for the usual interval. */
  nextContactWhy: string;
  refusal: string | null;
  people: {
    id: string;
    name: string;
    position: string;
    phone: string | null;
    email: string | null;
    isLead: boolean;
  }[];
  needs: {
    id: string;
    area: string;
    detail: string;
    state: string;
    priority: number;
    openedOn: string;
    introducedOn: string | null;
    waitsSince: string | null;
    pendingOffers: number;
    isChoosing: boolean;
  }[];
  matches: {
    id: string;
    mentorId: string;
    mentor: string;
    area: string;
    role: string;
    from: string;
    to: string | null;
    endCause: string | null;
  }[];
  actions: { id: string; title: string; owner: string; dueOn: string | null }[];
}

/** The facts of one enterprise on a programme, as one row of JSON lists; null when there is none. */
export async function recordFacts(
  tx: Tx,
  programmeId: string,
  enrolmentId: string,
): Promise<RecordFacts | null> {
  const found = await sql<RecordFacts>`
    select n.id as "enrolmentId", e.id as "enterpriseId", e.name, e.trading_name as "tradingName",
      e.company_number as "companyNumber", e.company_status as "companyStatus",
      e.sic_codes as "sicCodes", e.trading_postcode as "tradingPostcode", e.website, e.description, e.notes,
      n.state, n.stage, e.is_pre_start as "isPreStart", a.name as adviser,
      n.applied_on as "appliedOn", n.eligible_on as "eligibleOn",
      (select y.id from application y
        where y.org_id = n.org_id and y.enrolment_id = n.id
        order by y.submitted_at desc nulls last limit 1) as "applicationId",
      n.last_contact_on as "lastContactOn", n.next_contact_on as "nextContactOn",
      n.next_contact_why as "nextContactWhy", n.refusal,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'position', r.position,
          'phone', p.phone, 'email', p.email, 'isLead', r.is_lead) order by r.is_lead desc, p.name)
        from enterprise_person r
        join person p on p.org_id = r.org_id and p.id = r.person_id
        where r.org_id = e.org_id and r.enterprise_id = e.id and r.to_on is null), '[]') as people,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', d.id, 'area', d.area, 'detail', d.detail,
          'state', d.state, 'priority', d.priority, 'openedOn', d.opened_on,
          'introducedOn', d.introduced_on, 'waitsSince', d.waits_since,
          'pendingOffers', (select count(*) from offer o where o.org_id = d.org_id
            and o.need_id = d.id and o.state = 'pending'),
          'isChoosing', exists (select 1 from shortlist s where s.org_id = d.org_id
            and s.need_id = d.id and s.state = 'sent')) order by d.priority desc, d.opened_on)
        from need d
        where d.org_id = n.org_id and d.enrolment_id = n.id and d.state <> 'closed'), '[]') as needs,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', t.id, 'mentorId', t.mentor_id, 'mentor', p.name,
          'area', d.area, 'role', t.role, 'from', lower(t.during), 'to', coalesce(t.ended_on, upper(t.during)),
          'endCause', t.end_cause) order by upper_inf(t.during) desc, lower(t.during) desc)
        from match t
        join need d on d.org_id = t.org_id and d.id = t.need_id
        join mentor m on m.org_id = t.org_id and m.id = t.mentor_id
        join person p on p.org_id = m.org_id and p.id = m.person_id
        where t.org_id = n.org_id and t.enrolment_id = n.id), '[]') as matches,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', k.id, 'title', k.title, 'owner', k.owner,
          'dueOn', k.due_on) order by k.due_on nulls last)
        from action k
        where k.org_id = n.org_id and k.enrolment_id = n.id and k.state = 'open'), '[]') as actions
    from enrolment n
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    left join person a on a.org_id = n.org_id and a.id = n.adviser_id
    where n.id = ${enrolmentId} and n.programme_id = ${programmeId}`.execute(tx);
  return found.rows[0] ?? null;
}
