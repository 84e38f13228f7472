import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/database.ts';
import type { AreaKey } from '../../programmes/area.ts';
import { type Correspondent, personOfEnterprise } from '../correspondent-rows.ts';
import type { DeclineReason, MatchRole, OfferState } from '../offer.ts';
import type { PartScore } from '../ranking.ts';
import { matchInPlace } from '../reads.ts';

export interface OfferRow {
  id: string;
  needId: string;
  mentorId: string;
  mentorName: string;
  programmeId: string;
  programmeSlug: string;
  zone: string;
  enrolmentId: string;
  enterpriseId: string;
  enterpriseName: string;
  area: AreaKey;
  detail: string;
  role: MatchRole;
  state: OfferState;
  fit: number | null;
  parts: PartScore[];
  weightsVersion: number | null;
  overrideReason: string | null;
  /** What the mentor was told before answering; empty for offers of before, whose briefing went out with them. */
  outline: string;
  remark: string;
  /** What the mentor was told after the yes. */
  briefing: string;
  sector: string | null;
  place: string | null;
  offeredBy: string | null;
  offeredAt: string;
  answerBy: string;
  nudgedAt: string | null;
  answeredAt: string | null;
  declineReason: DeclineReason | null;
  declineNote: string | null;
  declineUntil: CalendarDate | null;
  declineSetAsideAt: string | null;
  /** When the mentor said that they would still help, after the time had passed. */
  lateYesAt: string | null;
  matchId: string | null;
  /** The last day of that match; null while it goes on. */
  matchEndedOn: CalendarDate | null;
  /** The allocation of the match desk that proposed the pair. */
  allocationId: string | null;
}

const offers = sql`
  select o.id, o.need_id as "needId", o.mentor_id as "mentorId", p.name as "mentorName",
    n.programme_id as "programmeId", g.slug as "programmeSlug", g.zone,
    d.enrolment_id as "enrolmentId", n.enterprise_id as "enterpriseId",
    e.name as "enterpriseName", d.area, d.detail, o.role, o.state, o.fit, o.parts,
    o.weights_version as "weightsVersion", o.override_reason as "overrideReason", o.outline,
    o.remark, o.briefing, e.sector,
    (select a.authority_name from programme_area a where a.org_id = n.org_id
      and a.programme_id = n.programme_id and a.authority_code = e.authority_code) as place,
    b.name as "offeredBy", o.offered_at as "offeredAt", o.answer_by as "answerBy",
    o.nudged_at as "nudgedAt", o.answered_at as "answeredAt",
    o.decline_reason as "declineReason", o.decline_note as "declineNote",
    o.decline_until as "declineUntil", o.decline_set_aside_at as "declineSetAsideAt",
    o.late_yes_at as "lateYesAt", t.id as "matchId", t.ended_on as "matchEndedOn",
    o.allocation_id as "allocationId"
  from offer o
  join need d on d.org_id = o.org_id and d.id = o.need_id
  join enrolment n on n.org_id = d.org_id and n.id = d.enrolment_id
  join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
  join programme g on g.org_id = n.org_id and g.id = n.programme_id
  join mentor m on m.org_id = o.org_id and m.id = o.mentor_id
  join person p on p.org_id = m.org_id and p.id = m.person_id
  left join person b on b.org_id = o.org_id and b.id = o.offered_by
  left join match t on t.org_id = o.org_id and t.offer_id = o.id`;

/** One offer with what surrounds it; "not found" when there is none in this organisation. */
export async function offerById(tx: Tx, id: string): Promise<OfferRow> {
  const rows = await sql<OfferRow>`${offers} where o.id = ${id}::uuid`.execute(tx);
  const row = rows.rows[0];
  if (!row) throw notFound('offer');
  return row;
}

export interface IntroducedTo {
  matchId: string;
  enterpriseName: string;
  contact: Correspondent | null;
  briefing: string;
}

/** Whom the mentor of a running match rings, and what about; null once it has ended. */
export async function introducedTo(tx: Tx, matchId: string): Promise<IntroducedTo | null> {
  const match = await matchInPlace(tx, matchId);
  if (match.endCause !== null) return null;
  const offer = match.offerId === null ? null : await offerById(tx, match.offerId);
  return {
    matchId,
    enterpriseName: match.enterpriseName,
    contact: await personOfEnterprise(tx, match.enterpriseId),
    briefing: offer?.briefing ?? '',
  };
}

/** Every offer made for a need, newest first. */
export async function offersForNeed(tx: Tx, needId: string): Promise<OfferRow[]> {
  const rows = await sql<OfferRow>`
    ${offers} where o.need_id = ${needId}::uuid order by o.offered_at desc, o.id`.execute(tx);
  return rows.rows;
}

/** Offers that wait for the mentor's answer, the most urgent first. */
export async function offersForMentor(tx: Tx, mentorId: string): Promise<OfferRow[]> {
  const rows = await sql<OfferRow>`
    ${offers} where o.mentor_id = ${mentorId}::uuid and o.state = 'pending'
    order by o.answer_by, o.id`.execute(tx);
  return rows.rows;
}

export const offerSorts = ['-due', 'mentor', 'enterprise'] as const;
export const offerFilters = ['state'] as const;

interface OfferQuery {
  search: string;
  sort: string;
  direction: 'asc' | 'desc';
  page: number;
  pageSize: number;
  filters: Readonly<Partial<Record<'state', string>>>;
}

/** One page of a programme's offers and how many there are. */
export async function offersOf(
  tx: Tx,
  programmeId: string,
  query: OfferQuery,
): Promise<{ rows: OfferRow[]; total: number }> {
  const like = `%${query.search.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const order =
    query.sort === 'mentor'
      ? sql`p.name`
      : query.sort === 'enterprise'
        ? sql`e.name`
        : sql`o.answer_by`;
  const direction = query.direction === 'desc' ? sql`desc` : sql`asc`;
  const urgentFirst =
    query.sort === 'due' ? sql`case when o.state = 'pending' then o.answer_by end,` : sql``;
  const where = sql`
    where n.programme_id = ${programmeId}::uuid
      and (${query.search} = '' or e.name ilike ${like} or p.name ilike ${like})
      ${query.filters.state ? sql`and o.state = ${query.filters.state}` : sql``}`;
  const rows = await sql<OfferRow>`
    ${offers} ${where}
    order by o.state <> 'pending', ${urgentFirst} ${order} ${direction}, o.id
    limit ${query.pageSize}
    offset ${(query.page - 1) * query.pageSize}`.execute(tx);
  const count = await sql<{ n: number }>`
    select count(*)::int as n from (${offers} ${where}) c`.execute(tx);
  return { rows: rows.rows, total: count.rows[0]?.n ?? 0 };
}

export interface ShortlistRow {
  id: string;
  needId: string;
  programmeId: string;
  zone: string;
  enterpriseId: string;
  enterpriseName: string;
  area: AreaKey;
  detail: string;
  state: 'sent' | 'chosen' | 'declined' | 'withdrawn' | 'expired';
  message: string;
  sentAt: string;
  chooseBy: CalendarDate;
  answeredAt: string | null;
  answer: string | null;
  mentors: {
    mentorId: string;
    name: string;
    position: number;
    fit: number;
    parts: PartScore[];
    isChosen: boolean;
    /** The firm's no: to this need or altogether; null when it said none, or when staff set it aside. */
    refusedFor: 'need' | 'enterprise' | null;
    /** Can no longer be asked. */
    isStruck: boolean;
    /** Asked for this need before, without a yes. */
    saidNo: boolean;
  }[];
  /** What became of the choice; null before it. */
  offerState: OfferState | null;
}

const shortlists = sql`
  select s.id, s.need_id as "needId", n.programme_id as "programmeId", g.zone,
    n.enterprise_id as "enterpriseId", e.name as "enterpriseName", d.area, d.detail, s.state,
    s.message, s.sent_at as "sentAt", s.choose_by as "chooseBy", s.answered_at as "answeredAt",
    s.answer,
    (select o.state from offer o where o.org_id = s.org_id and o.shortlist_id = s.id
      order by o.offered_at desc limit 1) as "offerState",
    coalesce((
      select jsonb_agg(jsonb_build_object('mentorId', c.mentor_id, 'name', p.name,
        'position', c.position, 'fit', c.fit, 'parts', c.parts, 'isChosen', c.is_chosen,
        'refusedFor', case when c.refusal_set_aside_at is null then c.refused_for end,
        'isStruck', c.struck_at is not null,
        'saidNo', exists (select from offer o where o.org_id = c.org_id and o.need_id = s.need_id
          and o.mentor_id = c.mentor_id and o.state in ('declined', 'expired'))) order by c.position)
      from shortlist_mentor c
      join mentor m on m.org_id = c.org_id and m.id = c.mentor_id
      join person p on p.org_id = m.org_id and p.id = m.person_id
      where c.org_id = s.org_id and c.shortlist_id = s.id), '[]') as mentors
  from shortlist s
  join need d on d.org_id = s.org_id and d.id = s.need_id
  join enrolment n on n.org_id = d.org_id and n.id = d.enrolment_id
  join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
  join programme g on g.org_id = n.org_id and g.id = n.programme_id`;

/** One shortlist with its mentors; "not found" when there is none in this organisation. */
export async function shortlistById(tx: Tx, id: string): Promise<ShortlistRow> {
  const rows = await sql<ShortlistRow>`${shortlists} where s.id = ${id}::uuid`.execute(tx);
  const row = rows.rows[0];
  if (!row) throw notFound('shortlist');
  return row;
}

/** Every shortlist sent for a need, newest first. */
export async function shortlistsForNeed(tx: Tx, needId: string): Promise<ShortlistRow[]> {
  const rows = await sql<ShortlistRow>`
    ${shortlists} where s.need_id = ${needId}::uuid order by s.sent_at desc, s.id`.execute(tx);
  return rows.rows;
}

/** Shortlists that an enterprise has to choose from. */
export async function shortlistsForEnterprise(
  tx: Tx,
  enterpriseId: string,
): Promise<ShortlistRow[]> {
  const rows = await sql<ShortlistRow>`
    ${shortlists} where n.enterprise_id = ${enterpriseId}::uuid and s.state = 'sent'
    order by s.choose_by, s.id`.execute(tx);
  return rows.rows;
}
