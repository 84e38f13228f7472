import { sql } from 'kysely';
import type { CalendarDate } from '../../kernel/calendar.ts';
import { notFound } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/database.ts';
import { isWithinReach, type Reach } from '../programmes/reach/reads.ts';
import type { ExpertiseEvidence, MentorState } from './mentor.ts';
import { type Load, loadsOf, unchangedProfiles } from './profile-rows.ts';
import type { StyleAnswers } from './working-style.ts';

/** Columns `liveMatches` and `offersOpen` of the mentor row `m`, in every programme together. */
export function loadColumns(today: CalendarDate) {
  return sql`
    (select count(*)::int from match t
      where t.org_id = m.org_id and t.mentor_id = m.id and t.end_cause is null
        and (upper_inf(t.during) or upper(t.during) > ${today}::date)) as "liveMatches",
    (select count(*)::int from offer o
      where o.org_id = m.org_id and o.mentor_id = m.id and o.state = 'pending') as "offersOpen"`;
}

/** Whether the mentor row `m` is for one of the programmes: with a role there or everywhere, or with none now. */
export function worksWithin(reach: Reach) {
  if (reach === null) return sql<boolean>`true`;
  const held = sql`from role_grant w
    where w.org_id = m.org_id and w.person_id = m.person_id and w.role = 'mentor' and w.ended_at is null`;
  return sql<boolean>`(
    exists (select ${held} and (w.programme_id is null or w.programme_id = any(${[...reach]}::uuid[])))
    or not exists (select ${held}))`;
}

export interface AvailableTime {
  weekday: number;
  from: string;
  to: string;
}

export interface StoredExpertise {
  area: string;
  level: number;
  evidence: ExpertiseEvidence;
  topics: string[];
}

export interface MentorRow {
  id: string;
  personId: string;
  name: string;
  email: string | null;
  phone: string | null;
  quietFrom: string;
  quietTo: string;
  supplierName: string | null;
  state: MentorState;
  inductedOn: CalendarDate | null;
  codeSignedOn: CalendarDate | null;
  contractFrom: CalendarDate | null;
  contractTo: CalendarDate | null;
  pausedUntil: CalendarDate | null;
  headline: string;
  story: string;
  roles: string[];
  places: number;
  minutesPerMonth: number;
  languages: string[];
  meets: string[];
  authorityCodes: string[];
  homePostcode: string | null;
  sectors: string[];
  stages: string[];
  sizes: string[];
  style: StyleAnswers;
  availability: AvailableTime[];
  version: number;
  expertise: StoredExpertise[];
  liveMatches: number;
  offersOpen: number;
}

function mentors(today: CalendarDate) {
  return sql`
    select m.id, m.person_id as "personId", p.name, p.email, p.phone,
      to_char(p.quiet_from, 'HH24:MI') as "quietFrom", to_char(p.quiet_to, 'HH24:MI') as "quietTo",
      s.name as "supplierName", m.state, m.inducted_on as "inductedOn",
      m.code_signed_on as "codeSignedOn", m.contract_from as "contractFrom",
      m.contract_to as "contractTo", m.paused_until as "pausedUntil",
      m.headline, m.story, m.roles, m.places,
      m.minutes_per_month as "minutesPerMonth", m.languages, m.meets,
      m.authority_codes as "authorityCodes", m.home_postcode as "homePostcode", m.sectors,
      m.stages, m.sizes, m.style, m.availability, m.version,
      coalesce((
        select jsonb_agg(jsonb_build_object('area', x.area, 'level', x.level,
          'evidence', x.evidence, 'topics', x.topics) order by x.level desc, x.area)
        from mentor_expertise x
        where x.org_id = m.org_id and x.mentor_id = m.id), '[]') as expertise,
      ${loadColumns(today)}
    from mentor m
    join person p on p.org_id = m.org_id and p.id = m.person_id
    left join supplier s on s.org_id = m.org_id and s.id = m.supplier_id`;
}

/** A mentor's profile, contact details and load; "not found" when there is none in this organisation. */
export async function mentorById(tx: Tx, id: string, today: CalendarDate): Promise<MentorRow> {
  const rows = await sql<MentorRow>`${mentors(today)} where m.id = ${id}::uuid`.execute(tx);
  const row = rows.rows[0];
  if (!row) throw notFound('mentor');
  return row;
}

/**
 * Every mentor who may be asked or says why not, without those who left; with a programme, without those whose
 * role is limited to other ones. Profiles come from memory while nothing in them has changed.
 */
export async function mentorsForMatching(
  tx: Tx,
  today: CalendarDate,
  programmeId?: string,
): Promise<MentorRow[]> {
  const [profiles, loads, outside] = await Promise.all([
    unchangedProfiles(tx, () => profilesForMatching(tx, today)),
    loadsOf(tx, today),
    programmeId === undefined ? nobody : mentorsOutside(tx, [programmeId]),
  ]);
  return profiles
    .filter(({ id }) => !outside.has(id))
    .map((row) => ({ ...row, ...(loads.get(row.id) ?? free) }));
}

const free: Load = { liveMatches: 0, offersOpen: 0 };
const nobody: ReadonlySet<string> = new Set();

async function profilesForMatching(tx: Tx, today: CalendarDate): Promise<MentorRow[]> {
  const rows = await sql<MentorRow>`
    ${mentors(today)} where m.state <> 'left' order by m.id`.execute(tx);
  return rows.rows;
}

async function mentorsOutside(tx: Tx, reach: Reach): Promise<ReadonlySet<string>> {
  const found = await sql<{ id: string }>`
    select m.id from mentor m where not ${worksWithin(reach)}`.execute(tx);
  return new Set(found.rows.map(({ id }) => id));
}

export interface MentorConflict {
  id: string;
  enterpriseId: string;
  enterpriseName: string;
  kind: string;
  note: string;
  declaredAt: string;
  endedAt: string | null;
}

/** Conflicts of interest that a mentor declared with enterprises within reach, present ones first. */
export async function conflictsOf(
  tx: Tx,
  mentorId: string,
  reach: Reach,
): Promise<MentorConflict[]> {
  const rows = await sql<MentorConflict>`
    select c.id, c.enterprise_id as "enterpriseId", e.name as "enterpriseName", c.kind, c.note,
      c.declared_at as "declaredAt", c.ended_at as "endedAt"
    from mentor_conflict c
    join enterprise e on e.org_id = c.org_id and e.id = c.enterprise_id
    where c.mentor_id = ${mentorId}::uuid and ${isWithinReach(sql`c.enterprise_id`, reach)}
    order by c.ended_at is not null, c.declared_at desc`.execute(tx);
  return rows.rows;
}

/** How an enterprise likes to be worked with; null before it was asked. */
export async function workingStyleOf(tx: Tx, enterpriseId: string) {
  const row = await tx
    .selectFrom('working_style')
    .select(['axes', 'wish', 'languages', 'meets', 'availability', 'recorded_at as recordedAt'])
    .where('enterprise_id', '=', enterpriseId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    ...row,
    axes: row.axes as StyleAnswers,
    availability: row.availability as AvailableTime[],
  };
}

export interface MentorMatch {
  id: string;
  programmeId: string;
  programmeSlug: string;
  programmeName: string;
  enrolmentId: string;
  enterpriseName: string;
  area: string;
  role: string;
  fromOn: CalendarDate;
  toOn: CalendarDate | null;
  endCause: string | null;
}

/** A mentor's matches in the programmes within reach, present ones first. */
export async function matchesOfMentor(
  tx: Tx,
  mentorId: string,
  reach: Reach,
): Promise<MentorMatch[]> {
  const rows = await sql<MentorMatch>`
    select t.id, g.id as "programmeId", g.slug as "programmeSlug", g.name as "programmeName",
      t.enrolment_id as "enrolmentId", e.name as "enterpriseName", d.area, t.role,
      lower(t.during) as "fromOn", coalesce(t.ended_on, upper(t.during)) as "toOn", t.end_cause as "endCause"
    from match t
    join need d on d.org_id = t.org_id and d.id = t.need_id
    join enrolment n on n.org_id = t.org_id and n.id = t.enrolment_id
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    join programme g on g.org_id = n.org_id and g.id = n.programme_id
    where t.mentor_id = ${mentorId}::uuid
      and (${reach === null} or n.programme_id = any(${[...(reach ?? [])]}::uuid[]))
    order by t.end_cause is not null, lower(t.during) desc, t.id
    limit 200`.execute(tx);
  return rows.rows;
}

/** The local authorities of all programmes, by name. */
export async function authoritiesOf(tx: Tx): Promise<{ code: string; name: string }[]> {
  return tx
    .selectFrom('programme_area')
    .select(['authority_code as code', 'authority_name as name'])
    .distinct()
    .orderBy('authority_name')
    .limit(200)
    .execute();
}

/** Enterprises within reach that a conflict may be declared with, by name. */
export async function enterpriseNames(
  tx: Tx,
  search: string,
  reach: Reach,
): Promise<{ id: string; name: string }[]> {
  const like = `%${search.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const rows = await sql<{ id: string; name: string }>`
    select e.id, e.name
    from enterprise e
    where e.merged_into is null and e.name ilike ${like} and ${isWithinReach(sql`e.id`, reach)}
    order by e.name
    limit 50`.execute(tx);
  return rows.rows;
}

/** The name of an enterprise; "not found" when there is none in this organisation. */
export async function enterpriseName(tx: Tx, id: string): Promise<string> {
  const row = await tx
    .selectFrom('enterprise')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('enterprise');
  return row.name;
}

/** The enterprise behind an enrolment of the programme; "not found" when it belongs to another. */
export async function enterpriseOfEnrolment(
  tx: Tx,
  programmeId: string,
  enrolmentId: string | undefined,
): Promise<{ id: string; name: string }> {
  const row = await tx
    .selectFrom('enrolment as n')
    .innerJoin('enterprise as e', (on) =>
      on.onRef('e.org_id', '=', 'n.org_id').onRef('e.id', '=', 'n.enterprise_id'),
    )
    .select(['e.id', 'e.name'])
    .where('n.id', '=', enrolmentId ?? '')
    .where('n.programme_id', '=', programmeId)
    .executeTakeFirst();
  if (!row) throw notFound('enterprise');
  return row;
}
