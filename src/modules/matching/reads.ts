import { sql } from 'kysely';
import type { CalendarDate } from '../../kernel/calendar.ts';
import { notFound } from '../../kernel/errors.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { type MentorRow, mentorsForMatching } from '../mentors/reads.ts';
import type { AreaKey } from '../programmes/area.ts';
import type { Stage } from '../programmes/programme.ts';
import { scoreWeightsOf, todayIn } from '../programmes/reads.ts';
import { candidateOf } from './candidates.ts';
import { needToMatchOf } from './need-to-match.ts';
import { pairFactsOf } from './pair-fact-rows.ts';
import { rankMentors } from './ranking.ts';
import { type MatchWeights, defaultWeights } from './weights.ts';

export interface NeedInPlace {
  id: string;
  enrolmentId: string;
  programmeId: string;
  enterpriseId: string;
  enterpriseName: string;
  area: AreaKey;
  topics: string[];
  detail: string;
  priority: number;
  state: 'open' | 'introduced' | 'closed';
  openedOn: CalendarDate;
  introducedOn: CalendarDate | null;
  /** Since its last mentor was lost; null while one works on it, and before the first. */
  waitsSince: CalendarDate | null;
  closedOn: CalendarDate | null;
  minutesPerMonth: number;
  sector: string | null;
  stage: Stage;
  authorityCode: string | null;
  /** The name of that authority: the place, roughly. */
  place: string | null;
  adviserId: string | null;
  version: number;
}

const needs = sql`
  select d.id, d.enrolment_id as "enrolmentId", n.programme_id as "programmeId",
    n.enterprise_id as "enterpriseId", e.name as "enterpriseName", d.area, d.topics, d.detail,
    d.priority, d.state, d.opened_on as "openedOn", d.introduced_on as "introducedOn",
    d.waits_since as "waitsSince",
    d.closed_on as "closedOn", d.minutes_per_month as "minutesPerMonth", e.sector, n.stage,
    e.authority_code as "authorityCode",
    (select a.authority_name from programme_area a where a.org_id = n.org_id
      and a.programme_id = n.programme_id and a.authority_code = e.authority_code) as place,
    n.adviser_id as "adviserId", d.version
  from need d
  join enrolment n on n.org_id = d.org_id and n.id = d.enrolment_id
  join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id`;

/** A need with the enterprise it belongs to; "not found" when there is none in this organisation. */
export async function needInPlace(tx: Tx, id: string): Promise<NeedInPlace> {
  const rows = await sql<NeedInPlace>`${needs} where d.id = ${id}::uuid`.execute(tx);
  const row = rows.rows[0];
  if (!row) throw notFound('need');
  return row;
}

/** Every need of a programme's eligible enterprises that is not closed, by id. */
export async function openNeedsOf(tx: Tx, programmeId: string): Promise<NeedInPlace[]> {
  const rows = await sql<NeedInPlace>`
    ${needs}
    where n.programme_id = ${programmeId}::uuid and n.state = 'eligible' and d.state <> 'closed'
    order by d.id`.execute(tx);
  return rows.rows;
}

/** The weights a programme ranks by; version 0 means the defaults. */
export async function weightsInForce(
  tx: Tx,
  programmeId: string,
): Promise<{ weights: MatchWeights; version: number }> {
  const set = await scoreWeightsOf(tx, programmeId);
  return set
    ? { weights: set.weights as MatchWeights, version: set.version }
    : { weights: defaultWeights, version: 0 };
}

/** The ranking of an organisation's mentors for one need, with every mentor's row by id. */
export async function rankMentorsForNeed(
  tx: Tx,
  ctx: Pick<Ctx, 'clock' | 'org'>,
  needId: string,
  limit = 10,
) {
  const need = await needInPlace(tx, needId);
  const today = await todayIn(tx, ctx, need.programmeId);
  const [facts, rows, { weights, version }] = await Promise.all([
    pairFactsOf(tx, [need], today),
    mentorsForMatching(tx, today, need.programmeId),
    weightsInForce(tx, need.programmeId),
  ]);
  const wanted = needToMatchOf(need, facts);
  const mentors = new Map<string, MentorRow>(rows.map((row) => [row.id, row]));
  const candidates = rows.map((row) => candidateOf(row, facts.rules, today));
  const ranking = rankMentors(wanted, candidates, weights, { limit });
  const style = facts.styles.get(need.enterpriseId) ?? null;
  return { need, style, mentors, ranking, weights, weightsVersion: version };
}

export interface MatchInPlace {
  id: string;
  programmeId: string;
  enrolmentId: string;
  enterpriseId: string;
  enterpriseName: string;
  needId: string;
  needState: string;
  area: AreaKey;
  detail: string;
  topics: string[];
  priority: number;
  minutesPerMonth: number;
  mentorId: string;
  mentorName: string;
  role: 'lead' | 'specialist' | 'pair';
  fromOn: CalendarDate;
  toOn: CalendarDate | null;
  introducedAt: string | null;
  endCause: string | null;
  endNote: string | null;
  handover: string | null;
  offerId: string | null;
  /** Sessions logged for it so far. */
  sessions: number;
  lastSessionOn: CalendarDate | null;
  version: number;
}

/** A match with what surrounds it; "not found" when there is none in this organisation. */
export async function matchInPlace(tx: Tx, id: string): Promise<MatchInPlace> {
  const rows = await sql<MatchInPlace>`
    select t.id, n.programme_id as "programmeId", t.enrolment_id as "enrolmentId",
      n.enterprise_id as "enterpriseId", e.name as "enterpriseName", t.need_id as "needId",
      d.state as "needState", d.area, d.detail, d.topics, d.priority,
      d.minutes_per_month as "minutesPerMonth", t.mentor_id as "mentorId", p.name as "mentorName",
      t.role, lower(t.during) as "fromOn", coalesce(t.ended_on, upper(t.during)) as "toOn",
      t.introduced_at as "introducedAt", t.end_cause as "endCause", t.end_note as "endNote",
      t.handover, t.offer_id as "offerId", s.sessions, s.last_on as "lastSessionOn", t.version
    from match t
    join enrolment n on n.org_id = t.org_id and n.id = t.enrolment_id
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    join need d on d.org_id = t.org_id and d.id = t.need_id
    join mentor m on m.org_id = t.org_id and m.id = t.mentor_id
    join person p on p.org_id = m.org_id and p.id = m.person_id
    cross join lateral (
      select count(*)::int as sessions, max((x.starts_at at time zone g.zone)::date) as last_on
      from session_mentor sm
      join session x on x.org_id = sm.org_id and x.id = sm.session_id
      join programme g on g.org_id = x.org_id and g.id = x.programme_id
      where sm.org_id = t.org_id and sm.match_id = t.id and x.state = 'logged') s
    where t.id = ${id}::uuid`.execute(tx);
  const row = rows.rows[0];
  if (!row) throw notFound('match');
  return row;
}

export interface BarredPair {
  mentorId: string;
  mentorName: string;
  cause: string;
  reason: string;
  barredAt: string;
}

/** Mentors kept apart from an enterprise, with the reasons: for staff only. */
export async function barredPairsOf(tx: Tx, enterpriseId: string): Promise<BarredPair[]> {
  const rows = await sql<BarredPair>`
    select b.mentor_id as "mentorId", p.name as "mentorName", b.cause, b.reason,
      b.barred_at as "barredAt"
    from barred_pair b
    join mentor m on m.org_id = b.org_id and m.id = b.mentor_id
    join person p on p.org_id = m.org_id and p.id = m.person_id
    where b.enterprise_id = ${enterpriseId}::uuid
    order by p.name, b.mentor_id`.execute(tx);
  return rows.rows;
}
