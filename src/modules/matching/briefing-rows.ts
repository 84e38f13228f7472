import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { workingStyleOf } from '../mentors/reads.ts';
import { type AreaKey, areaLabels } from '../programmes/area.ts';
import { stageWords } from '../programmes/programme.ts';
import type { BriefingFacts, OutlineFacts } from './briefing.ts';
import type { FirmIdentity } from './firm-identity.ts';
import type { NeedInPlace } from './reads.ts';

/** By what a firm could be known in a text. */
export async function identityOf(tx: Tx, enterpriseId: string): Promise<FirmIdentity> {
  const found = await sql<{ names: (string | null)[]; people: string[] }>`
    select array[e.name, e.trading_name] as names,
      array(select p.name from enterprise_person r
        join person p on p.org_id = r.org_id and p.id = r.person_id
        where r.org_id = e.org_id and r.enterprise_id = e.id) as people
    from enterprise e where e.id = ${enterpriseId}::uuid`.execute(tx);
  const row = found.rows[0];
  return {
    names: (row?.names ?? []).filter((name) => name !== null),
    people: row?.people ?? [],
  };
}

/** What a mentor may be told of a need before both have agreed. */
export async function outlineFactsOf(
  tx: Tx,
  need: NeedInPlace,
  remark: string,
): Promise<OutlineFacts> {
  return {
    sector: need.sector,
    stage: stageWords[need.stage],
    place: need.place,
    area: areaLabels[need.area],
    detail: need.detail,
    topics: need.topics,
    minutesPerMonth: need.minutesPerMonth,
    remark,
    identity: await identityOf(tx, need.enterpriseId),
  };
}

/**
 * What the briefing for a need rests on, for whom both sides have agreed about. Without the firm's word on it, what
 * the diagnosis found and what earlier mentors advised stay out. Private notes, remarks and finances are never read.
 */
export async function briefingFactsOf(
  tx: Tx,
  need: NeedInPlace,
  remark: string,
  { sharesDiagnosis }: { sharesDiagnosis: boolean },
): Promise<BriefingFacts> {
  const found = await sql<{
    description: string | null;
    realNeed: string | null;
    weakest: { area: AreaKey; maturity: number }[];
  }>`
    with latest as (
      select g.org_id, g.id, g.real_need from diagnosis g
      where g.enrolment_id = ${need.enrolmentId}::uuid and g.state = 'done'
      order by g.number desc limit 1)
    select e.description, (select l.real_need from latest l) as "realNeed",
      coalesce((
        select jsonb_agg(jsonb_build_object('area', w.area, 'maturity', w.adviser_maturity))
        from (
          select s.area, s.adviser_maturity
          from diagnosis_score s
          join latest l on l.org_id = s.org_id and l.id = s.diagnosis_id
          where s.adviser_maturity is not null
          order by s.adviser_maturity, s.importance desc nulls last, s.area
          limit 3) w), '[]') as weakest
    from enterprise e where e.id = ${need.enterpriseId}::uuid`.execute(tx);
  const row = found.rows[0];
  const style = await workingStyleOf(tx, need.enterpriseId);
  return {
    enterprise: need.enterpriseName,
    description: row?.description ?? null,
    sector: need.sector,
    stage: stageWords[need.stage],
    area: areaLabels[need.area],
    detail: need.detail,
    topics: need.topics,
    minutesPerMonth: need.minutesPerMonth,
    realNeed: sharesDiagnosis ? (row?.realNeed ?? '') : '',
    weakest: (sharesDiagnosis ? (row?.weakest ?? []) : []).map((each) => ({
      ...each,
      area: areaLabels[each.area],
    })),
    wish: style?.wish ?? '',
    earlier: sharesDiagnosis ? await earlierAdvice(tx, need.enrolmentId) : [],
    remark,
  };
}

/** Handovers and shared summaries of sessions, newest first, at most eight. */
export async function earlierAdvice(tx: Tx, enrolmentId: string) {
  const rows = await sql<{ on: string; mentor: string; text: string }>`
    select x.on::text as "on", p.name as mentor, left(x.text, 600) as text
    from (
      select t.org_id, t.mentor_id, coalesce(upper(t.during), lower(t.during)) as "on", t.handover as text
      from match t
      where t.enrolment_id = ${enrolmentId}::uuid and t.handover <> ''
      union all
      select distinct on (s.id) s.org_id, sm.mentor_id,
        (s.starts_at at time zone g.zone)::date, s.summary
      from session s
      join programme g on g.org_id = s.org_id and g.id = s.programme_id
      join session_enterprise se on se.org_id = s.org_id and se.session_id = s.id
      join session_mentor sm on sm.org_id = s.org_id and sm.session_id = s.id
      where se.enrolment_id = ${enrolmentId}::uuid and s.state = 'logged' and s.summary <> ''
    ) x
    join mentor m on m.org_id = x.org_id and m.id = x.mentor_id
    join person p on p.org_id = m.org_id and p.id = m.person_id
    order by x.on desc
    limit 8`.execute(tx);
  return rows.rows;
}
