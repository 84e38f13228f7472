import { sql } from 'kysely';
import { daysBetween } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { mentorsForMatching } from '../../mentors/reads.ts';
import { todayIn } from '../../programmes/reads.ts';
import { candidateOf } from '../candidates.ts';
import { needToMatchOf } from '../need-to-match.ts';
import { pairFactsOf } from '../pair-fact-rows.ts';
import { openNeedsOf, weightsInForce } from '../reads.ts';
import type { MatchWeights } from '../weights.ts';
import type { AllocationState } from './allocation.ts';
import { type Desk, type DeskFacts, scoreDesk } from './desk.ts';
import { heldNeeds, minutesTaken } from './desk-rows.ts';

/**
 * Every open need of a programme scored with every mentor, by the weights in force or those given: what the match
 * desk, its prices and its pictures of other weights are made from. A handful of queries, whatever the size.
 */
export async function readDesk(
  tx: Tx,
  ctx: Pick<Ctx, 'clock' | 'org'>,
  programmeId: string,
  weights?: MatchWeights,
): Promise<Desk> {
  return scoreDesk(await readDeskFacts(tx, ctx, programmeId, weights));
}

/** The same, not scored yet. */
export async function readDeskFacts(
  tx: Tx,
  ctx: Pick<Ctx, 'clock' | 'org'>,
  programmeId: string,
  weights?: MatchWeights,
): Promise<DeskFacts> {
  const today = await todayIn(tx, ctx, programmeId);
  const needs = await openNeedsOf(tx, programmeId);
  const held = await heldNeeds(tx, programmeId);
  const facts = await pairFactsOf(tx, needs, today);
  const rows = await mentorsForMatching(tx, today, programmeId);
  const taken = await minutesTaken(tx, today);
  const inForce = await weightsInForce(tx, programmeId);
  return {
    needs: needs.map((need) => ({
      id: need.id,
      enrolmentId: need.enrolmentId,
      enterpriseId: need.enterpriseId,
      enterpriseName: need.enterpriseName,
      area: need.area,
      detail: need.detail,
      priority: need.priority,
      minutesPerMonth: need.minutesPerMonth,
      openedOn: need.openedOn,
      days: daysBetween(need.openedOn, today),
      adviserId: need.adviserId,
      held: held.get(need.id) ?? null,
      wanted: needToMatchOf(need, facts),
    })),
    mentors: rows.map((row) => ({
      id: row.id,
      name: row.name,
      headline: row.headline,
      candidate: candidateOf(row, facts.rules, today),
      agreedPlaces: row.places,
      liveMatches: row.liveMatches,
      offersOpen: row.offersOpen,
      minutes: {
        agreed: row.minutesPerMonth,
        ...(taken.get(row.id) ?? { matches: 0, offers: 0, groups: 0 }),
      },
    })),
    weights: weights ?? inForce.weights,
    weightsVersion: weights ? 0 : inForce.version,
  };
}

export interface AllocationRow {
  id: string;
  programmeId: string;
  state: AllocationState;
  startedBy: string | null;
  startedAt: string;
  closedBy: string | null;
  closedAt: string | null;
  closeReason: string | null;
  weights: MatchWeights | null;
  weightsVersion: number | null;
  inputHash: string | null;
  summary: AllocationSummary | null;
  verifiedBy: string | null;
  verifiedAt: string | null;
  isProved: boolean | null;
  edits: number;
  version: number;
}

/** What is kept of a published allocation to be read without opening it. */
export interface AllocationSummary {
  open: number;
  served: number;
  /** Mean total of the proposed pairs, 0 to 10,000. */
  meanFit: number | null;
  objective: number;
  offered: number;
  listed: number;
  held: number;
  skipped: number;
}

const allocations = sql`
  select a.id, a.programme_id as "programmeId", a.state, s.name as "startedBy",
    a.started_at as "startedAt", c.name as "closedBy", a.closed_at as "closedAt",
    a.close_reason as "closeReason", a.weights, a.weights_version as "weightsVersion",
    a.input_hash as "inputHash", a.summary, v.name as "verifiedBy", a.verified_at as "verifiedAt",
    a.is_proved as "isProved",
    (select count(*)::int from allocation_edit x
      where x.org_id = a.org_id and x.allocation_id = a.id) as edits, a.version
  from allocation a
  left join person s on s.org_id = a.org_id and s.id = a.started_by
  left join person c on c.org_id = a.org_id and c.id = a.closed_by
  left join person v on v.org_id = a.org_id and v.id = a.verified_by`;

/** The draft that a programme's advisers share; null when none is begun. */
export async function draftOf(tx: Tx, programmeId: string): Promise<AllocationRow | null> {
  const rows = await sql<AllocationRow>`
    ${allocations} where a.programme_id = ${programmeId}::uuid and a.state = 'draft'`.execute(tx);
  return rows.rows[0] ?? null;
}

/** One allocation; "not found" when the programme has none of this id. */
export async function allocationById(
  tx: Tx,
  programmeId: string,
  id: string,
): Promise<AllocationRow> {
  const rows = await sql<AllocationRow>`
    ${allocations}
    where a.programme_id = ${programmeId}::uuid and a.id = ${id}::uuid`.execute(tx);
  const row = rows.rows[0];
  if (!row) throw notFound('allocation');
  return row;
}

/** One page of a programme's allocations, newest first. */
export async function allocationsOf(
  tx: Tx,
  programmeId: string,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ rows: AllocationRow[]; total: number }> {
  const rows = await sql<AllocationRow & { total: number }>`
    select x.*, count(*) over ()::int as total
    from (${allocations} where a.programme_id = ${programmeId}::uuid) x
    order by x."startedAt" desc, x.id
    limit ${pageSize}
    offset ${(page - 1) * pageSize}`.execute(tx);
  return { rows: rows.rows, total: rows.rows[0]?.total ?? 0 };
}

export interface SentPair {
  position: number;
  needId: string;
  enrolmentId: string;
  enterpriseName: string;
  area: string;
  mentorId: string;
  mentorName: string;
  proposedMentorName: string | null;
  fit: number;
  isPinned: boolean;
  reason: string;
  outcome: 'offered' | 'listed' | 'held' | 'skipped';
  note: string;
  offerId: string | null;
  /** How the offer or the shortlist stands today. */
  state: string | null;
}

/** What became of each pair of a published allocation. */
export async function pairsOf(tx: Tx, allocationId: string): Promise<SentPair[]> {
  const rows = await sql<SentPair>`
    select x.position, x.need_id as "needId", d.enrolment_id as "enrolmentId",
      e.name as "enterpriseName", d.area, x.mentor_id as "mentorId", p.name as "mentorName",
      q.name as "proposedMentorName", x.fit, x.is_pinned as "isPinned", x.reason, x.outcome, x.note,
      o.id as "offerId", coalesce(o.state, l.state) as state
    from allocation_pair x
    join need d on d.org_id = x.org_id and d.id = x.need_id
    join enrolment n on n.org_id = d.org_id and n.id = d.enrolment_id
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    join mentor m on m.org_id = x.org_id and m.id = x.mentor_id
    join person p on p.org_id = m.org_id and p.id = m.person_id
    left join mentor r on r.org_id = x.org_id and r.id = x.proposed_mentor_id
    left join person q on q.org_id = r.org_id and q.id = r.person_id
    left join offer o on o.org_id = x.org_id and o.allocation_id = x.allocation_id
      and o.allocation_position = x.position
    left join shortlist l on l.org_id = x.org_id and l.allocation_id = x.allocation_id
      and l.allocation_position = x.position
    where x.allocation_id = ${allocationId}::uuid
    order by x.position`.execute(tx);
  return rows.rows;
}

/** Names of the people, needs and mentors that a log speaks of, those who left among them. */
export async function namesInLog(tx: Tx, allocationId: string) {
  const rows = await sql<{ id: string; name: string }>`
    select distinct p.id, p.name
    from allocation_edit x
    join person p on p.org_id = x.org_id and p.id = x.made_by
    where x.allocation_id = ${allocationId}::uuid
    union
    select m.id, p.name
    from allocation_edit x
    join mentor m on m.org_id = x.org_id and m.id = x.mentor_id
    join person p on p.org_id = m.org_id and p.id = m.person_id
    where x.allocation_id = ${allocationId}::uuid
    union
    select d.id, e.name
    from allocation_edit x
    join need d on d.org_id = x.org_id and d.id = x.need_id
    join enrolment n on n.org_id = d.org_id and n.id = d.enrolment_id
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    where x.allocation_id = ${allocationId}::uuid`.execute(tx);
  return new Map(rows.rows.map((row) => [row.id, row.name]));
}

/** Who sent the letters of an allocation, when, and for which needs; null while it was not sent. */
export async function lettersSentIn(tx: Tx, allocationId: string) {
  const found = await sql<{
    by: string | null;
    at: string;
    letters: { needId: string; firm: string }[];
  }>`
    select p.name as by, a.closed_at as at,
      coalesce((select jsonb_agg(jsonb_build_object('needId', x.need_id, 'firm', e.name)
          order by x.position)
        from allocation_pair x
        join need d on d.org_id = x.org_id and d.id = x.need_id
        join enrolment n on n.org_id = d.org_id and n.id = d.enrolment_id
        join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
        where x.org_id = a.org_id and x.allocation_id = a.id
          and x.outcome in ('offered', 'listed')), '[]') as letters
    from allocation a
    left join person p on p.org_id = a.org_id and p.id = a.closed_by
    where a.id = ${allocationId}::uuid and a.state = 'published'`.execute(tx);
  return found.rows[0] ?? null;
}
