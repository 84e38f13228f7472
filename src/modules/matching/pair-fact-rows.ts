import { sql } from 'kysely';
import type { CalendarDate } from '../../kernel/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import { learntOf } from './learnt-rows.ts';
import type { ApartCause, PairFacts, StyleFacts } from './need-to-match.ts';

interface ApartRow {
  needId: string;
  enterpriseId: string;
  mentorId: string;
  cause: ApartCause;
}

/**
 * What keeps mentors from these needs (barred pairs, misfits of the past, present offers and matches, conflicts
 * of interest), how their enterprises like to work, and what answers so far have taught: nine queries for one
 * need and for a thousand.
 */
export async function pairFactsOf(
  tx: Tx,
  needs: readonly { id: string; enterpriseId: string }[],
  today: CalendarDate,
): Promise<PairFacts> {
  const ids = needs.map((need) => need.id);
  const enterprises = [...new Set(needs.map((need) => need.enterpriseId))];
  const [apartRows, conflictRows, learnt, styles] = await Promise.all([
    apartRowsOf(tx, ids),
    conflictRowsOf(tx, enterprises),
    learntOf(tx, needs, today),
    stylesOf(tx, enterprises),
  ]);
  const apart = new Map<string, Map<ApartCause, Set<string>>>();
  const vetoes = new Map<string, Set<string>>();
  for (const row of apartRows) {
    const causes = apart.get(row.needId) ?? new Map<ApartCause, Set<string>>();
    apart.set(row.needId, causes);
    addTo(causes, row.cause, row.mentorId);
    if (row.cause === 'veto-mentor') addTo(vetoes, row.mentorId, row.enterpriseId);
  }
  const conflicts = new Map<string, Set<string>>();
  for (const row of conflictRows) {
    addTo(conflicts, row.mentorId, row.enterpriseId);
  }
  const { declined, turnedDown, felt, wishes, feedback, busy } = learnt;
  const rules = { conflicts, vetoes, feedback, busy };
  return { apart, rules, styles, declined, turnedDown, felt, wishes };
}

function addTo<K>(sets: Map<K, Set<string>>, key: K, value: string): void {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
}

async function apartRowsOf(tx: Tx, needIds: readonly string[]): Promise<ApartRow[]> {
  const rows = await sql<ApartRow>`
    with wanted as (
      select d.org_id, d.id, n.enterprise_id
      from need d
      join enrolment n on n.org_id = d.org_id and n.id = d.enrolment_id
      where d.id = any(${needIds}::uuid[]))
    select w.id as "needId", w.enterprise_id as "enterpriseId", b.mentor_id as "mentorId", b.cause
    from wanted w
    join barred_pair b on b.org_id = w.org_id and b.enterprise_id = w.enterprise_id
    union
    select w.id, w.enterprise_id, t.mentor_id, 'tried-misfit'
    from wanted w
    join enrolment n on n.org_id = w.org_id and n.enterprise_id = w.enterprise_id
    join match t on t.org_id = n.org_id and t.enrolment_id = n.id
    where t.end_cause = 'misfit'
    union
    select w.id, w.enterprise_id, t.mentor_id, 'asked'
    from wanted w
    join match t on t.org_id = w.org_id and t.need_id = w.id
    where t.end_cause is null
    union
    select w.id, w.enterprise_id, o.mentor_id, 'asked'
    from wanted w
    join offer o on o.org_id = w.org_id and o.need_id = w.id
    where o.state = 'pending'`.execute(tx);
  return rows.rows;
}

async function conflictRowsOf(tx: Tx, enterpriseIds: readonly string[]) {
  const rows = await sql<{ mentorId: string; enterpriseId: string }>`
    select c.mentor_id as "mentorId", c.enterprise_id as "enterpriseId"
    from mentor_conflict c
    where c.enterprise_id = any(${enterpriseIds}::uuid[]) and c.ended_at is null`.execute(tx);
  return rows.rows;
}

async function stylesOf(
  tx: Tx,
  enterpriseIds: readonly string[],
): Promise<Map<string, StyleFacts>> {
  const rows = await sql<StyleFacts & { enterpriseId: string }>`
    select s.enterprise_id as "enterpriseId", s.axes, s.wish, s.languages, s.meets, s.availability,
      s.recorded_at as "recordedAt"
    from working_style s
    where s.enterprise_id = any(${enterpriseIds}::uuid[])`.execute(tx);
  return new Map(rows.rows.map(({ enterpriseId, ...style }) => [enterpriseId, style]));
}
