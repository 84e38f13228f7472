import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar.ts';
import type { Tx } from '../../../platform/database.ts';

/** The figures of a programme's first screen that are not outputs. One query. */
export async function programmeFigures(tx: Tx, programmeId: string, today: CalendarDate) {
  const found = await sql<{
    applied: number;
    eligible: number;
    notEligible: number;
    closed: number;
    withMentor: number;
    openNeeds: number;
    liveMentors: number;
    freePlaces: number;
    held: number;
    missed: number;
    medianIntroduction: number | null;
  }>`
    select
      count(*) filter (where n.state = 'applied') as applied,
      count(*) filter (where n.state = 'eligible') as eligible,
      count(*) filter (where n.state = 'not-eligible') as "notEligible",
      count(*) filter (where n.state = 'closed') as closed,
      (select count(distinct t.enrolment_id) from match t
        join enrolment m on m.org_id = t.org_id and m.id = t.enrolment_id
        where m.programme_id = ${programmeId} and upper_inf(t.during)) as "withMentor",
      (select count(*) from need d join enrolment m on m.org_id = d.org_id and m.id = d.enrolment_id
        where m.programme_id = ${programmeId} and d.state = 'open') as "openNeeds",
      (select count(*) from mentor o where o.state = 'live') as "liveMentors",
      (select coalesce(sum(greatest(o.places
          - (select count(*) from match t where t.org_id = o.org_id and t.mentor_id = o.id and upper_inf(t.during))
          - (select count(*) from offer f where f.org_id = o.org_id and f.mentor_id = o.id and f.state = 'pending'), 0)), 0)
        from mentor o where o.state = 'live') as "freePlaces",
      (select count(*) from session s join session_enterprise x on x.org_id = s.org_id and x.session_id = s.id
        where s.programme_id = ${programmeId} and s.state = 'logged'
          and s.starts_at > ${today}::date - 90 and x.attendance in ('attended', 'late')) as held,
      (select count(*) from session s join session_enterprise x on x.org_id = s.org_id and x.session_id = s.id
        where s.programme_id = ${programmeId} and s.state = 'logged'
          and s.starts_at > ${today}::date - 90 and x.attendance in ('no-show', 'cancelled-late')) as missed,
      (select percentile_cont(0.5) within group (order by d.introduced_on - d.opened_on)
        from need d join enrolment m on m.org_id = d.org_id and m.id = d.enrolment_id
        where m.programme_id = ${programmeId} and d.introduced_on is not null) as "medianIntroduction"
    from enrolment n
    where n.programme_id = ${programmeId}`.execute(tx);
  const row = found.rows[0];
  if (!row) throw new Error('an aggregate always gives a row');
  return row;
}

/** Open needs by area against the free places of live mentors who know the area. */
export async function demandByArea(tx: Tx, programmeId: string) {
  const found = await sql<{ area: string; needs: number; mentors: number; places: number }>`
    select d.area, count(*) as needs, coalesce(max(s.mentors), 0) as mentors, coalesce(max(s.places), 0) as places
    from need d
    join enrolment n on n.org_id = d.org_id and n.id = d.enrolment_id
    left join lateral (
      select count(*) as mentors, sum(greatest(o.places
          - (select count(*) from match t where t.org_id = o.org_id and t.mentor_id = o.id and upper_inf(t.during))
          - (select count(*) from offer f where f.org_id = o.org_id and f.mentor_id = o.id and f.state = 'pending'), 0)) as places
      from mentor_expertise x
      join mentor o on o.org_id = x.org_id and o.id = x.mentor_id
      where x.org_id = d.org_id and x.area = d.area and x.level >= 3 and o.state = 'live') s on true
    where n.programme_id = ${programmeId} and d.state = 'open'
    group by d.area
    order by count(*) - coalesce(max(s.places), 0) desc, d.area`.execute(tx);
  return found.rows;
}
