import { type Insertable, sql, type Updateable } from 'kysely';
import type { DB } from '../../../schema/tables.ts';
import { addMonths } from '../../kernel/calendar.ts';
import { invalid, notFound } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { may } from '../../platform/permission.ts';
import { visiblePeopleByEmail } from '../people/visible/reads.ts';
import { todayIn } from '../programmes/reads.ts';
import { isMoney } from './measure.ts';
import { enterprisePermissions } from './permissions.ts';

type EnterpriseInsert = Insertable<DB['enterprise']>;
type EnterpriseUpdate = Updateable<DB['enterprise']>;
type EnrolmentUpdate = Updateable<DB['enrolment']>;

/** The enterprise's whole row, locked until the transaction ends. */
export async function enterpriseForUpdate(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('enterprise as e')
    .selectAll('e')
    .where('e.id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('enterprise');
  return row;
}

export async function insertEnterprise(tx: Tx, row: EnterpriseInsert): Promise<void> {
  await tx.insertInto('enterprise').values(row).execute();
}

/** Writes the changes and counts the version up. */
export async function updateEnterprise(
  tx: Tx,
  id: string,
  changes: EnterpriseUpdate,
): Promise<void> {
  await tx
    .updateTable('enterprise')
    .set({ ...changes, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
}

/** Writes the changes and counts the version up. */
export async function updateEnrolment(tx: Tx, id: string, changes: EnrolmentUpdate): Promise<void> {
  await tx
    .updateTable('enrolment')
    .set({ ...changes, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
}

/** The day of the first session that the firm attended; null when there was none. */
export async function firstSupportOn(tx: Tx, enrolmentId: string, zone: string) {
  const row = await sql<{ day: string | null }>`
    select min((s.starts_at at time zone ${zone})::date)::text as day
    from session_enterprise se
    join session s on s.org_id = se.org_id and s.id = se.session_id
    where se.enrolment_id = ${enrolmentId}::uuid
      and s.state = 'logged'
      and se.attendance in ('attended', 'late')`.execute(tx);
  return row.rows[0]?.day ?? null;
}

/** How many mentors are matched with the enrolment after the given day. */
export async function openMatches(tx: Tx, enrolmentId: string, today: string): Promise<number> {
  const row = await sql<{ n: number }>`
    select count(*)::int as n
    from match m
    where m.enrolment_id = ${enrolmentId}::uuid
      and (upper_inf(m.during) or upper(m.during) > ${today}::date)`.execute(tx);
  return row.rows[0]?.n ?? 0;
}

interface PersonDraft {
  name: string;
  email: string;
  phone: string;
}

/**
 * A new person, or the known one with this email address whom the actor may see: only staff may reach somebody
 * by an address, a participant would learn the name and telephone behind it.
 */
export async function findOrAddPerson(
  tx: Tx,
  ctx: Ctx,
  draft: PersonDraft,
  firm: { id: string; mayReuse: boolean },
): Promise<string> {
  if (firm.mayReuse && draft.email !== '') {
    const email = draft.email.toLowerCase();
    const visible = await visiblePeopleByEmail(tx, ctx.actor, [email], [firm.id]);
    const known = visible.get(email);
    if (known) return known.id;
  }
  const id = newId();
  await tx
    .insertInto('person')
    .values({
      org_id: ctx.orgId,
      id,
      name: draft.name,
      email: draft.email || null,
      phone: draft.phone || null,
    })
    .execute();
  return id;
}

/** Who belongs to the enterprise now, the lead first, then who has been there longest. */
export async function presentPeopleOf(tx: Tx, enterpriseId: string) {
  const found = await sql<{ personId: string; isLead: boolean; fromOn: string }>`
    select ep.person_id as "personId", ep.is_lead as "isLead", ep.from_on as "fromOn"
    from enterprise_person ep
    join person p on p.org_id = ep.org_id and p.id = ep.person_id
    where ep.enterprise_id = ${enterpriseId}::uuid and ep.to_on is null and p.removed_at is null
    order by ep.is_lead desc, ep.from_on, ep.person_id`.execute(tx);
  return found.rows;
}

/** Makes the person the lead when asked, or when the enterprise has none; one lead at a time. */
export async function makeLead(tx: Tx, enterpriseId: string, personId: string, isAsked: boolean) {
  const lead = await tx
    .selectFrom('enterprise_person')
    .select('person_id')
    .where('enterprise_id', '=', enterpriseId)
    .where('is_lead', '=', true)
    .where('to_on', 'is', null)
    .executeTakeFirst();
  if (lead && !isAsked) return;
  await tx
    .updateTable('enterprise_person')
    .set({ is_lead: sql<boolean>`person_id = ${personId}::uuid` })
    .where('enterprise_id', '=', enterpriseId)
    .execute();
}

interface MeasureDraft {
  kind: string;
  amount: number;
  currency: string | null;
  source: string;
  yearEndsOn: string;
  attribution: string;
  isReportable: boolean;
}

/** Writes one figure; money without a currency is in the organisation's, and what a firm enters is declared. */
export async function insertMeasure(
  tx: Tx,
  ctx: Ctx,
  enrolment: { id: string; enterpriseId: string; programmeId: string },
  draft: MeasureDraft,
): Promise<string> {
  if (draft.yearEndsOn > addMonths(await todayIn(tx, ctx, enrolment.programmeId), 12)) {
    throw invalid({ yearEndsOn: 'The accounting year must end within the next twelve months.' });
  }
  const { programmeId } = enrolment;
  const hasSeenProof = may(ctx.actor, enterprisePermissions.measure.withdraw, { programmeId });
  const id = newId();
  await tx
    .insertInto('measure')
    .values({
      org_id: ctx.orgId,
      id,
      enterprise_id: enrolment.enterpriseId,
      enrolment_id: enrolment.id,
      kind: draft.kind,
      amount: draft.amount,
      currency: isMoney(draft.kind) ? (draft.currency ?? ctx.org.currency) : null,
      year_ends_on: draft.yearEndsOn,
      source: hasSeenProof ? draft.source : 'declaration',
      attribution: draft.attribution || null,
      is_reportable: draft.isReportable,
      recorded_by: ctx.actor.personId,
      recorded_at: ctx.clock.now(),
    })
    .execute();
  return id;
}

/** Withdraws this programme's own and imported figures of these kinds that claim a later year; gives their ids. */
export async function withdrawLaterFigures(
  tx: Tx,
  ctx: Ctx,
  enrolment: { id: string; enterpriseId: string },
  correct: { yearEndsOn: string; figures: readonly { kind: MeasureDraft['kind'] }[] },
): Promise<string[]> {
  const kinds = correct.figures.map((figure) => figure.kind);
  const rows = await tx
    .updateTable('measure')
    .set({ withdrawn_at: ctx.clock.now() })
    .where('enterprise_id', '=', enrolment.enterpriseId)
    .where('kind', 'in', kinds)
    .where('year_ends_on', '>', correct.yearEndsOn)
    .where('is_reportable', '=', false)
    .where('withdrawn_at', 'is', null)
    .where((is) => is.or([is('enrolment_id', '=', enrolment.id), is('enrolment_id', 'is', null)]))
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}
