import { sql } from 'kysely';
import type { CalendarDate, Instant } from '../../kernel/calendar.ts';
import { notFound } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/database.ts';
import type { AreaKey } from '../programmes/area.ts';
import type { Need, NeedResult, NeedState } from './need.ts';
import type { ScoreRow } from './score-of-row.ts';

export interface DiagnosisVersion {
  id: string;
  number: number;
  state: 'draft' | 'done';
  datedOn: CalendarDate;
  statedNeed: string;
  realNeed: string;
  confidence: number | null;
  adviser: string | null;
  selfScoredAt: Instant | null;
  completedAt: Instant | null;
  version: number;
  scores: ScoreRow[];
}

/** All versions of a firm's diagnosis with their scores, the newest first. */
export async function diagnosesOf(tx: Tx, enrolmentId: string): Promise<DiagnosisVersion[]> {
  const found = await sql<DiagnosisVersion>`
    select d.id, d.number, d.state, d.dated_on as "datedOn", d.stated_need as "statedNeed",
      d.real_need as "realNeed", d.confidence, p.name as adviser,
      d.self_scored_at as "selfScoredAt", d.completed_at as "completedAt", d.version,
      coalesce((
        select jsonb_agg(jsonb_build_object('area', s.area, 'self_maturity', s.self_maturity,
          'adviser_maturity', s.adviser_maturity, 'importance', s.importance,
          'urgency', s.urgency, 'note', s.note))
        from diagnosis_score s
        where s.org_id = d.org_id and s.diagnosis_id = d.id), '[]') as scores
    from diagnosis d
    left join person p on p.org_id = d.org_id and p.id = d.adviser_id
    where d.enrolment_id = ${enrolmentId}::uuid
    order by d.number desc`.execute(tx);
  return found.rows;
}

/** The version of an address among those of the firm; "not found" when there is none. */
export function numbered(versions: readonly DiagnosisVersion[], text: string | undefined) {
  const version = versions.find((one) => String(one.number) === text);
  if (!version) throw notFound('diagnosis');
  return version;
}

/** What the firm sees of a diagnosis: its own scores, and the adviser's once it is complete. */
export async function diagnosisForFirm(tx: Tx, diagnosisId: string) {
  const found = await sql<{
    id: string;
    state: 'draft' | 'done';
    datedOn: CalendarDate;
    statedNeed: string;
    selfScoredAt: Instant | null;
    programmeId: string;
    enterpriseId: string;
    enterpriseName: string;
    zone: string;
    scores: { area: AreaKey; own: number | null; adviser: number | null }[];
  }>`
    select d.id, d.state, d.dated_on as "datedOn", d.stated_need as "statedNeed",
      d.self_scored_at as "selfScoredAt", n.programme_id as "programmeId",
      e.id as "enterpriseId", e.name as "enterpriseName", g.zone,
      coalesce((
        select jsonb_agg(jsonb_build_object('area', s.area, 'own', s.self_maturity,
          'adviser', case when d.state = 'done' then s.adviser_maturity end))
        from diagnosis_score s
        where s.org_id = d.org_id and s.diagnosis_id = d.id), '[]') as scores
    from diagnosis d
    join enrolment n on n.org_id = d.org_id and n.id = d.enrolment_id
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    join programme g on g.org_id = n.org_id and g.id = n.programme_id
    where d.id = ${diagnosisId}::uuid`.execute(tx);
  return found.rows[0] ?? null;
}

export interface NeedMatch {
  id: string;
  mentorId: string;
  mentor: string;
  from: CalendarDate;
  /** First day it no longer holds; null while it goes on. */
  to: CalendarDate | null;
}

export interface NeedLine extends Need {
  id: string;
  state: NeedState;
  area: AreaKey;
  topics: string[];
  priority: number;
  minutesPerMonth: number;
  resultNote: string | null;
  result: NeedResult | null;
  /** A mentor has been asked and has not answered. */
  isAsked: boolean;
  /** The firm has a shortlist and has not chosen. */
  isChoosing: boolean;
  replacesId: string | null;
  diagnosisNumber: number | null;
  version: number;
  matches: NeedMatch[];
}

/** All needs of a firm with the mentors matched for them; open ones first, the pressing on top. */
export async function needsOf(tx: Tx, enrolmentId: string): Promise<NeedLine[]> {
  const found = await sql<NeedLine>`
    select d.id, d.state, d.area, d.topics, d.detail, d.seen_by as "seenBy", d.priority,
      d.opened_on as "openedOn", d.introduced_on as "introducedOn", d.waits_since as "waitsSince", d.closed_on as "closedOn",
      exists (select 1 from offer o where o.org_id = d.org_id and o.need_id = d.id
        and o.state = 'pending') as "isAsked",
      exists (select 1 from shortlist s where s.org_id = d.org_id and s.need_id = d.id
        and s.state = 'sent') as "isChoosing",
      d.result, d.result_note as "resultNote", d.minutes_per_month as "minutesPerMonth",
      d.replaces_id as "replacesId", g.number as "diagnosisNumber", d.version,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', m.id, 'mentorId', m.mentor_id, 'mentor', p.name,
          'from', lower(m.during), 'to', coalesce(m.ended_on, upper(m.during))) order by lower(m.during) desc)
        from match m
        join mentor o on o.org_id = m.org_id and o.id = m.mentor_id
        join person p on p.org_id = o.org_id and p.id = o.person_id
        where m.org_id = d.org_id and m.need_id = d.id), '[]') as matches
    from need d
    left join diagnosis g on g.org_id = d.org_id and g.id = d.diagnosis_id
    where d.enrolment_id = ${enrolmentId}::uuid
    order by d.state = 'closed', d.closed_on desc nulls last, d.priority desc, d.opened_on, d.id`.execute(
    tx,
  );
  return found.rows;
}

/** One need of the firm with what it replaced and what replaced it; "not found" for another firm's. */
export async function needWithHistory(tx: Tx, enrolmentId: string, needId: string | undefined) {
  const needs = await needsOf(tx, enrolmentId);
  const need = needs.find((one) => one.id === needId);
  if (!need) throw notFound('need');
  return {
    need,
    replaces: needs.find((one) => one.id === need.replacesId) ?? null,
    replacedBy: needs.filter((one) => one.replacesId === need.id),
  };
}

/** The need with its enrolment's ids, locked until the transaction ends. */
export async function needForUpdate(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('need as d')
    .innerJoin('enrolment as n', (on) =>
      on.onRef('n.org_id', '=', 'd.org_id').onRef('n.id', '=', 'd.enrolment_id'),
    )
    .innerJoin('programme as g', (on) =>
      on.onRef('g.org_id', '=', 'n.org_id').onRef('g.id', '=', 'n.programme_id'),
    )
    .selectAll('d')
    .select([
      'n.programme_id',
      'n.enterprise_id',
      'n.state as enrolment_state',
      'g.state as programme_state',
    ])
    .where('d.id', '=', id)
    .forUpdate('d')
    .executeTakeFirst();
  if (!row) throw notFound('need');
  return row;
}
