import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { MentorSession } from './mentor-time.ts';

/** The latest month (`2026-11`) in which a session was held and logged; null before the first. */
export async function latestMonthOf(
  tx: Tx,
  programme: { id: string; zone: string },
): Promise<string | null> {
  const found = await sql<{ month: string | null }>`
    select to_char(max(s.starts_at) at time zone ${programme.zone}, 'YYYY-MM') as month
    from session s
    where s.programme_id = ${programme.id}::uuid and s.state = 'logged'`.execute(tx);
  return found.rows[0]?.month ?? null;
}

/** The sessions of a month (`2026-11`) in the programme's zone, one row for each mentor who held one. One query. */
export async function mentorSessionsOf(
  tx: Tx,
  programme: { id: string; zone: string },
  month: string,
): Promise<MentorSession[]> {
  const found = await sql<MentorSession>`
    select s.id as "sessionId", k.mentor_id as "mentorId", p.name as mentor,
      s.starts_at as "startsAt",
      (extract(epoch from s.ends_at - s.starts_at) / 60)::int as together,
      s.preparation_minutes as preparation, s.follow_up_minutes as "followUp",
      s.travel_minutes as travel, s.administration_minutes as administration,
      k.attendance as "mentorAttendance",
      (select jsonb_build_object('from', lower(t.during), 'until', upper(t.during),
          'endedOn', t.ended_on)
        from match t where t.org_id = k.org_id and t.id = k.match_id) as match,
      (select jsonb_agg(jsonb_build_object('enterprise', e.name, 'attendance', x.attendance,
          'confirmation', x.confirmation, 'isSeen', coalesce(x.seen_version = x.version, false))
          order by e.name)
        from session_enterprise x
        join enrolment n on n.org_id = x.org_id and n.id = x.enrolment_id
        join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
        where x.org_id = s.org_id and x.session_id = s.id) as parties
    from session s
    join session_mentor k on k.org_id = s.org_id and k.session_id = s.id
    join mentor m on m.org_id = k.org_id and m.id = k.mentor_id
    join person p on p.org_id = m.org_id and p.id = m.person_id
    where s.programme_id = ${programme.id}::uuid and s.state = 'logged'
      and s.starts_at >= (${`${month}-01`}::date::timestamp at time zone ${programme.zone})
      and s.starts_at < ((${`${month}-01`}::date + interval '1 month')::timestamp
        at time zone ${programme.zone})
    order by p.name, s.starts_at, s.id`.execute(tx);
  return found.rows.map((row) => ({ ...row, parties: row.parties ?? [] }));
}
