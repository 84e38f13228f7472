import { sql } from 'kysely';
import type { CalendarDate } from '../../kernel/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import { reachOf, stillCounts } from './declines/decline.ts';
import { type FitAnswer, feltFit } from './fit/fit-check.ts';
import { type Rating, relationByMentor } from './fit/feedback.ts';
import type { DeclineReason } from './offer.ts';
import type { Trait, TraitWish } from './wishes/trait.ts';

/** A mentor's no, with every one of the needs in question that it is about. */
interface DeclineRow {
  mentorId: string;
  reason: DeclineReason;
  on: CalendarDate;
  until: CalendarDate | null;
  /** Needs of the same enterprise, with what ties them to the one that was declined. */
  needs: { id: string; isSame: boolean; isSameArea: boolean }[];
}

/** The noes that still count: by need and mentor, and the mentors who are too busy altogether. */
export async function declinesOf(tx: Tx, needIds: readonly string[], today: CalendarDate) {
  const found = await sql<DeclineRow>`
    select o.mentor_id as "mentorId", o.decline_reason as reason, (o.answered_at at time zone g.zone)::date as "on",
      o.decline_until as until,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', w.id, 'isSame', w.id = d.id,
          'isSameArea', w.area = d.area))
        from need w
        join enrolment v on v.org_id = w.org_id and v.id = w.enrolment_id
        where w.id = any(${needIds}::uuid[]) and v.enterprise_id = n.enterprise_id), '[]') as needs
    from offer o
    join need d on d.org_id = o.org_id and d.id = o.need_id
    join enrolment n on n.org_id = d.org_id and n.id = d.enrolment_id
    join programme g on g.org_id = n.org_id and g.id = n.programme_id
    where o.state = 'declined' and o.decline_reason is not null and o.decline_set_aside_at is null
      and (o.decline_until > ${today}::date or n.enterprise_id in (
        select v.enterprise_id from need w
        join enrolment v on v.org_id = w.org_id and v.id = w.enrolment_id
        where w.id = any(${needIds}::uuid[])))
    order by o.answered_at, o.id`.execute(tx);
  const declined = new Map<string, Map<string, DeclineReason>>();
  const busy = new Map<string, CalendarDate>();
  for (const row of found.rows.filter((each) => stillCounts(each, today))) {
    const reach = reachOf(row);
    if (reach === 'mentor' && row.until !== null) {
      const before = busy.get(row.mentorId) ?? row.until;
      busy.set(row.mentorId, before > row.until ? before : row.until);
      continue;
    }
    for (const need of row.needs) {
      if (reach === 'enterprise' || need.isSame || (reach === 'area' && need.isSameArea)) {
        const mentors = declined.get(need.id) ?? new Map<string, DeclineReason>();
        declined.set(need.id, mentors.set(row.mentorId, row.reason));
      }
    }
  }
  return { declined, busy };
}

/** Need → mentor → the firm's words, for the noes of firms to mentors on shortlists that still count. */
async function turnedDownOf(tx: Tx, needIds: readonly string[]) {
  const found = await sql<{ needId: string; mentorId: string; words: string }>`
    select w.id as "needId", c.mentor_id as "mentorId", c.refusal as words
    from need w
    join enrolment v on v.org_id = w.org_id and v.id = w.enrolment_id
    join enrolment n on n.org_id = v.org_id and n.enterprise_id = v.enterprise_id
    join need d on d.org_id = n.org_id and d.enrolment_id = n.id
    join shortlist s on s.org_id = d.org_id and s.need_id = d.id
    join shortlist_mentor c on c.org_id = s.org_id and c.shortlist_id = s.id
    where w.id = any(${needIds}::uuid[]) and c.refused_for is not null
      and c.refusal_set_aside_at is null and (d.id = w.id or c.refused_for = 'enterprise')
    order by s.answered_at, s.id`.execute(tx);
  const turnedDown = new Map<string, Map<string, string>>();
  for (const { needId, mentorId, words } of found.rows) {
    const mentors = turnedDown.get(needId) ?? new Map<string, string>();
    turnedDown.set(needId, mentors.set(mentorId, words));
  }
  return turnedDown;
}

/** Enterprise → mentor → 1 to 5, by the latest answer of the enterprise after meeting. */
export async function feltFitOf(tx: Tx, enterpriseIds: readonly string[]) {
  const found = await sql<{ enterpriseId: string; mentorId: string; answer: FitAnswer }>`
    select distinct on (n.enterprise_id, t.mentor_id)
      n.enterprise_id as "enterpriseId", t.mentor_id as "mentorId", f.answer
    from enrolment n
    join match t on t.org_id = n.org_id and t.enrolment_id = n.id
    join fit_check f on f.org_id = t.org_id and f.match_id = t.id
    where n.enterprise_id = any(${enterpriseIds}::uuid[])
      and f.side = 'enterprise' and f.answer is not null
    order by n.enterprise_id, t.mentor_id, f.answered_at desc`.execute(tx);
  const felt = new Map<string, Map<string, number>>();
  for (const row of found.rows) {
    const mentors = felt.get(row.enterpriseId) ?? new Map<string, number>();
    felt.set(row.enterpriseId, mentors.set(row.mentorId, feltFit[row.answer]));
  }
  return felt;
}

/** The latest answer about each match, of all mentors or of one. */
export async function ratingsOf(tx: Tx, mentorId: string | null = null): Promise<Rating[]> {
  const found = await sql<Rating>`
    select distinct on (b.match_id) t.mentor_id as "mentorId", b.relation, b.outcome,
      b.answered_at as "answeredAt",
      (select min(f.answered_at) from fit_check f
        where f.org_id = b.org_id and f.match_id = b.match_id and f.side = 'mentor'
          and f.answer = 'not-good') as "mentorRefusedAt"
    from mentor_feedback b
    join match t on t.org_id = b.org_id and t.id = b.match_id
    where b.answered_at is not null
      ${mentorId === null ? sql`` : sql`and t.mentor_id = ${mentorId}::uuid`}
    order by b.match_id, b.answered_at desc`.execute(tx);
  return found.rows;
}

/** Enterprise → its founder's wish, with the mentors who gave that trait. Traits are read nowhere else. */
export async function wishesOf(tx: Tx, enterpriseIds: readonly string[]) {
  const found = await sql<{
    enterpriseId: string;
    trait: Trait;
    isMust: boolean;
    mentorIds: string[];
  }>`
    select w.enterprise_id as "enterpriseId", w.trait, w.is_must as "isMust",
      coalesce((select jsonb_agg(g.mentor_id) from mentor_trait g
        where g.org_id = w.org_id and g.trait = w.trait), '[]') as "mentorIds"
    from trait_wish w
    where w.enterprise_id = any(${enterpriseIds}::uuid[])`.execute(tx);
  return new Map<string, TraitWish>(
    found.rows.map(({ enterpriseId, trait, isMust, mentorIds }) => [
      enterpriseId,
      { trait, isMust, metBy: new Set(mentorIds) },
    ]),
  );
}

/** Everything learnt from answers so far that bears on these needs, as the ranking takes it. */
export async function learntOf(
  tx: Tx,
  needs: readonly { id: string; enterpriseId: string }[],
  today: CalendarDate,
) {
  const enterprises = [...new Set(needs.map((need) => need.enterpriseId))];
  const { declined, busy } = await declinesOf(
    tx,
    needs.map((need) => need.id),
    today,
  );
  return {
    declined,
    busy,
    turnedDown: await turnedDownOf(
      tx,
      needs.map((need) => need.id),
    ),
    felt: await feltFitOf(tx, enterprises),
    wishes: await wishesOf(tx, enterprises),
    feedback: relationByMentor(await ratingsOf(tx)),
  };
}
