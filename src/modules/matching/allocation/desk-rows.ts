import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar.ts';
import type { Tx } from '../../../platform/database.ts';
import type { DeskMentor, Held } from './desk.ts';

interface HeldRow {
  needId: string;
  kind: Held['kind'];
  id: string;
  mentorId: string | null;
  meetings: number;
}

/** What the programme's open needs have already; a match goes before an offer, an offer before a shortlist. */
export async function heldNeeds(tx: Tx, programmeId: string): Promise<Map<string, Held>> {
  const rows = await sql<HeldRow>`
    with open as (
      select d.org_id, d.id
      from need d
      join enrolment n on n.org_id = d.org_id and n.id = d.enrolment_id
      where n.programme_id = ${programmeId}::uuid and n.state = 'eligible' and d.state <> 'closed')
    select s.need_id as "needId", 'shortlist' as kind, s.id, null::uuid as "mentorId", 0 as meetings, 3 as rank
    from open w
    join shortlist s on s.org_id = w.org_id and s.need_id = w.id
    where s.state = 'sent'
    union all
    select o.need_id, 'offer', o.id, o.mentor_id, 0, 2
    from open w
    join offer o on o.org_id = w.org_id and o.need_id = w.id
    where o.state = 'pending'
    union all
    select t.need_id, 'match', t.id, t.mentor_id, (
      select count(*)::int
      from session_mentor sm
      join session x on x.org_id = sm.org_id and x.id = sm.session_id
      where sm.org_id = t.org_id and sm.match_id = t.id and x.state = 'logged'), 1
    from open w
    join match t on t.org_id = w.org_id and t.need_id = w.id
    where t.end_cause is null
    order by rank desc, id desc`.execute(tx);
  return new Map(
    rows.rows.map(({ needId, kind, id, mentorId, meetings }) => [
      needId,
      { kind, id, mentorId, meetings },
    ]),
  );
}

/**
 * Minutes a month that matches, pending offers and group sessions (those of the 30 days around today) take of
 * each mentor, in all programmes together.
 */
export async function minutesTaken(
  tx: Tx,
  today: CalendarDate,
): Promise<Map<string, Omit<DeskMentor['minutes'], 'agreed'>>> {
  const rows = await sql<{ mentorId: string; matches: number; offers: number; groups: number }>`
    select m.id as "mentorId", coalesce(t.minutes, 0)::int as matches,
      coalesce(o.minutes, 0)::int as offers, coalesce(g.minutes, 0)::int as groups
    from mentor m
    left join (
      select t.mentor_id, sum(d.minutes_per_month) as minutes
      from match t
      join need d on d.org_id = t.org_id and d.id = t.need_id
      where t.end_cause is null
      group by t.mentor_id) t on t.mentor_id = m.id
    left join (
      select o.mentor_id, sum(d.minutes_per_month) as minutes
      from offer o
      join need d on d.org_id = o.org_id and d.id = o.need_id
      where o.state = 'pending'
      group by o.mentor_id) o on o.mentor_id = m.id
    left join (
      select sm.mentor_id, sum(extract(epoch from x.ends_at - x.starts_at) / 60) as minutes
      from session x
      join programme g on g.org_id = x.org_id and g.id = x.programme_id
      join session_mentor sm on sm.org_id = x.org_id and sm.session_id = x.id
      where x.format = 'group' and x.state <> 'cancelled'
        and (x.starts_at at time zone g.zone)::date >= ${today}::date - 15
        and (x.starts_at at time zone g.zone)::date < ${today}::date + 15
      group by sm.mentor_id) g on g.mentor_id = m.id
    where m.state <> 'left'`.execute(tx);
  return new Map(rows.rows.map(({ mentorId, ...minutes }) => [mentorId, minutes]));
}

/** What a need has already, if anything; read it with the need locked. */
export async function heldNeed(tx: Tx, needId: string): Promise<Held['kind'] | null> {
  const rows = await sql<{ kind: Held['kind'] }>`
    select 'match' as kind, 1 as rank from match t
    where t.need_id = ${needId}::uuid and t.end_cause is null
    union all
    select 'offer', 2 from offer o where o.need_id = ${needId}::uuid and o.state = 'pending'
    union all
    select 'shortlist', 3 from shortlist s where s.need_id = ${needId}::uuid and s.state = 'sent'
    order by rank
    limit 1`.execute(tx);
  return rows.rows[0]?.kind ?? null;
}
