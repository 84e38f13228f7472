import { sql } from 'kysely';
import { notFound } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/database.ts';
import { askAgainDays, type FitAnswer, type FitSide, remindAfterDays } from './fit-check.ts';

export interface FitCheckRow {
  id: string;
  matchId: string;
  side: FitSide;
  round: number;
  answer: FitAnswer | null;
  answeredAt: string | null;
  isEnded: boolean;
  isLatest: boolean;
  programmeId: string;
  enrolmentId: string;
  enterpriseId: string;
  enterpriseName: string;
  needId: string;
  mentorId: string;
  mentorName: string;
}

/** A question with its match; with `locks` it is held until the transaction ends. */
export async function fitCheckOf(
  tx: Tx,
  id: string,
  { locks }: { locks: boolean },
): Promise<FitCheckRow> {
  const found = await sql<FitCheckRow>`
    select f.id, f.match_id as "matchId", f.side, f.round, f.answer, f.answered_at as "answeredAt", t.end_cause is not null as "isEnded",
      not exists (select 1 from fit_check g where g.org_id = f.org_id
        and g.match_id = f.match_id and g.side = f.side and g.round > f.round) as "isLatest",
      n.programme_id as "programmeId", n.id as "enrolmentId", n.enterprise_id as "enterpriseId",
      e.name as "enterpriseName", t.need_id as "needId", t.mentor_id as "mentorId",
      p.name as "mentorName"
    from fit_check f
    join match t on t.org_id = f.org_id and t.id = f.match_id
    join enrolment n on n.org_id = t.org_id and n.id = t.enrolment_id
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    join mentor m on m.org_id = t.org_id and m.id = t.mentor_id
    join person p on p.org_id = m.org_id and p.id = m.person_id
    where f.id = ${id}::uuid
    ${locks ? sql`for update of f, t` : sql``}`.execute(tx);
  const row = found.rows[0];
  if (!row) throw notFound('fit check');
  return row;
}

export interface DueFit {
  matchId: string;
  side: FitSide;
  /** What is to be asked, or the question to remind of. */
  round: number;
  checkId: string | null;
  mentorId: string;
  mentorName: string;
  enrolmentId: string;
  enterpriseId: string;
  enterpriseName: string;
}

const most = 500;

/**
 * Sides to ask now: after the first meeting that took place, again when one was undecided for long, and once more
 * (with `checkId`) when there was no answer.
 */
export async function dueFits(tx: Tx, now: string, only: string | null = null): Promise<DueFit[]> {
  const found = await sql<DueFit>`
    select t.id as "matchId", s.side, coalesce(l.round, 0) + case when l.answer is null and l.id is not null
        then 0 else 1 end as round,
      case when l.answer is null then l.id end as "checkId",
      t.mentor_id as "mentorId", p.name as "mentorName", n.id as "enrolmentId",
      n.enterprise_id as "enterpriseId", e.name as "enterpriseName"
    from match t
    join enrolment n on n.org_id = t.org_id and n.id = t.enrolment_id
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    join mentor m on m.org_id = t.org_id and m.id = t.mentor_id
    join person p on p.org_id = m.org_id and p.id = m.person_id
    cross join (values ('enterprise'), ('mentor')) as s (side)
    left join lateral (
      select f.id, f.round, f.answer, f.asked_at, f.answered_at, f.reminded_at
      from fit_check f
      where f.org_id = t.org_id and f.match_id = t.id and f.side = s.side
      order by f.round desc
      limit 1) l on true
    where t.end_cause is null and (${only}::uuid is null or t.id = ${only}::uuid)
      and ${heldSessions} >= 1
      and ((l.id is null and not exists (select 1 from fit_check g
          join match b on b.org_id = g.org_id and b.id = g.match_id
          where b.org_id = t.org_id and b.enrolment_id = t.enrolment_id
            and b.mentor_id = t.mentor_id and b.id <> t.id
            and g.side = s.side and g.answer in ('good', 'not-good')))
        or (l.answer = 'undecided'
          and l.answered_at <= ${now}::timestamptz - make_interval(days => ${askAgainDays}))
        or (l.answer is null and l.reminded_at is null
          and l.asked_at <= ${now}::timestamptz - make_interval(days => ${remindAfterDays})))
    order by t.id, s.side
    limit ${most}`.execute(tx);
  return found.rows;
}

/** Sessions of the match `t` that both sides came to. */
export const heldSessions = sql`(
  select count(*) from session_mentor k
  join session x on x.org_id = k.org_id and x.id = k.session_id
  join session_enterprise y on y.org_id = x.org_id and y.session_id = x.id
    and y.enrolment_id = t.enrolment_id
  where k.org_id = t.org_id and k.match_id = t.id and x.state = 'logged'
    and k.attendance in ('attended', 'late') and y.attendance in ('attended', 'late'))`;
