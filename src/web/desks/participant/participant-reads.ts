import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar.ts';
import type { Tx } from '../../../platform/database.ts';

export interface ParticipantFirm {
  enrolmentId: string;
  enterpriseId: string;
  enterprise: string;
  programme: string;
  zone: string;
  state: string;
  adviser: string | null;
  adviserPhone: string | null;
  adviserEmail: string | null;
  nextContactOn: CalendarDate | null;
  mentors: {
    matchId: string;
    name: string;
    area: string;
    need: string;
    phone: string | null;
    email: string | null;
    quietFrom: string;
    quietTo: string;
  }[];
  needs: { id: string; area: string; detail: string; state: string }[];
  actions: { id: string; title: string; owner: string; dueOn: string | null }[];
  toConfirm: { id: string; startsAt: string; mentor: string; isHeld: boolean }[];
  shortlists: { id: string; area: string; chooseBy: string }[];
  diagnoses: { id: string; number: number }[];
}

/** Everything on a participant's first screen, per programme of their enterprises. One query. */
export async function firmsOf(tx: Tx, enterpriseIds: readonly string[]) {
  const found = await sql<ParticipantFirm>`
    select n.id as "enrolmentId", e.id as "enterpriseId", e.name as enterprise, g.name as programme, g.zone,
      n.state, a.name as adviser, a.phone as "adviserPhone", a.email as "adviserEmail",
      n.next_contact_on as "nextContactOn",
      coalesce((select jsonb_agg(jsonb_build_object('matchId', t.id, 'name', p.name, 'area', d.area,
          'need', d.detail, 'phone', p.phone, 'email', p.email,
          'quietFrom', to_char(p.quiet_from, 'HH24:MI'), 'quietTo', to_char(p.quiet_to, 'HH24:MI')) order by p.name)
        from match t
        join need d on d.org_id = t.org_id and d.id = t.need_id
        join mentor m on m.org_id = t.org_id and m.id = t.mentor_id
        join person p on p.org_id = m.org_id and p.id = m.person_id
        where t.org_id = n.org_id and t.enrolment_id = n.id and upper_inf(t.during)), '[]') as mentors,
      coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'area', d.area, 'detail', d.detail,
          'state', d.state) order by d.priority desc, d.opened_on)
        from need d where d.org_id = n.org_id and d.enrolment_id = n.id and d.state <> 'closed'), '[]') as needs,
      coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'title', k.title, 'owner', k.owner,
          'dueOn', k.due_on) order by k.due_on nulls last)
        from action k where k.org_id = n.org_id and k.enrolment_id = n.id and k.state = 'open'), '[]') as actions,
      coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'startsAt', s.starts_at,
          'isHeld', x.attendance in ('attended', 'late') and exists (select from session_mentor a
            where a.org_id = s.org_id and a.session_id = s.id and a.attendance in ('attended', 'late')),
          'mentor', (select string_agg(q.name, ', ') from session_mentor k
            join mentor m on m.org_id = k.org_id and m.id = k.mentor_id
            join person q on q.org_id = m.org_id and q.id = m.person_id
            where k.org_id = s.org_id and k.session_id = s.id)) order by s.starts_at)
        from session_enterprise x
        join session s on s.org_id = x.org_id and s.id = x.session_id and s.state = 'logged'
        where x.org_id = n.org_id and x.enrolment_id = n.id and x.confirmation = 'waiting'), '[]') as "toConfirm",
      coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'area', d.area, 'chooseBy', l.choose_by))
        from shortlist l join need d on d.org_id = l.org_id and d.id = l.need_id
        where l.org_id = n.org_id and d.enrolment_id = n.id and l.state = 'sent'), '[]') as shortlists,
      coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'number', d.number))
        from diagnosis d where d.org_id = n.org_id and d.enrolment_id = n.id
          and d.state = 'draft' and d.self_scored_at is null), '[]') as diagnoses
    from enrolment n
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    join programme g on g.org_id = n.org_id and g.id = n.programme_id
    left join person a on a.org_id = n.org_id and a.id = n.adviser_id
    where e.id = any(${[...enterpriseIds]}::uuid[])
    order by n.state = 'closed', g.name, e.name`.execute(tx);
  return found.rows;
}
