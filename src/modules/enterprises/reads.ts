import { sql } from 'kysely';
import { isMailAddress } from '../../kernel/contact-details.ts';
import { notFound } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/database.ts';
import { type BaselineFigure, type BaselineMeasure, baselineMeasures } from './baseline.ts';
import { latestOfEach } from './measure.ts';

const columns = [
  'n.id',
  'n.programme_id as programmeId',
  'n.enterprise_id as enterpriseId',
  'e.name as enterpriseName',
  'e.is_pre_start as isPreStart',
  'e.merged_into as mergedInto',
  'n.state',
  'n.stage',
  'n.adviser_id as adviserId',
  'n.source',
  'n.applied_on as appliedOn',
  'n.eligible_on as eligibleOn',
  'n.refusal',
  'n.signpost',
  'n.cadence_days as cadenceDays',
  'n.next_contact_on as nextContactOn',
  'n.last_contact_on as lastContactOn',
  'n.closed_on as closedOn',
  'n.closure_reason as closureReason',
  'n.version',
] as const;

function enrolments(tx: Tx) {
  return tx
    .selectFrom('enrolment as n')
    .innerJoin('enterprise as e', (on) =>
      on.onRef('e.org_id', '=', 'n.org_id').onRef('e.id', '=', 'n.enterprise_id'),
    )
    .select(columns);
}

/** An enterprise's place in a programme; "not found" when there is none in this organisation. */
export async function enrolmentById(tx: Tx, id: string) {
  const row = await enrolments(tx).where('n.id', '=', id).executeTakeFirst();
  if (!row) throw notFound('enterprise');
  return row;
}

/** The same, locked until the transaction ends: for a decision that follows. */
export async function enrolmentForUpdate(tx: Tx, id: string) {
  const row = await enrolments(tx).where('n.id', '=', id).forUpdate('n').executeTakeFirst();
  if (!row) throw notFound('enterprise');
  return row;
}

export type Enrolment = Awaited<ReturnType<typeof enrolmentById>>;

/** The enrolment of an address below a programme; "not found" when it belongs to another programme. */
export async function enrolmentIn(tx: Tx, programmeId: string, id: string | undefined) {
  const row = await enrolmentById(tx, id ?? '');
  if (row.programmeId !== programmeId) throw notFound('enterprise');
  return row;
}

/** Who may look after enterprises of the programme at the instant, by name. */
export async function advisersOf(tx: Tx, programmeId: string, now: string) {
  const rows = await sql<{ id: string; name: string }>`
    select distinct p.id, p.name
    from role_grant g
    join person p on p.org_id = g.org_id and p.id = g.person_id
    where g.role = 'adviser'
      and (g.programme_id is null or g.programme_id = ${programmeId}::uuid)
      and g.ended_at is null
      and (g.expires_at is null or g.expires_at > ${now}::timestamptz)
      and p.removed_at is null
    order by p.name, p.id`.execute(tx);
  return rows.rows;
}

/** The enterprise as a form shows it; merged ones too. */
export async function enterpriseById(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('enterprise as e')
    .selectAll('e')
    .where('e.id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('enterprise');
  return row;
}

export type Enterprise = Awaited<ReturnType<typeof enterpriseById>>;

/** People of the enterprise, present ones first, the lead on top. */
export async function peopleOf(tx: Tx, enterpriseId: string) {
  const rows = await sql<{
    personId: string;
    name: string;
    email: string | null;
    phone: string | null;
    position: string;
    isLead: boolean;
    fromOn: string;
    toOn: string | null;
    hasAccount: boolean;
    isParticipant: boolean;
    version: number;
  }>`
    select p.id as "personId", p.name, p.email, p.phone, ep.position, ep.is_lead as "isLead",
      ep.from_on as "fromOn", ep.to_on as "toOn", p.user_id is not null as "hasAccount", p.version,
      exists (
        select 1 from role_grant g
        where g.org_id = p.org_id and g.person_id = p.id and g.role = 'participant'
          and g.ended_at is null
      ) as "isParticipant"
    from enterprise_person ep
    join person p on p.org_id = ep.org_id and p.id = ep.person_id
    where ep.enterprise_id = ${enterpriseId}::uuid
      and p.removed_at is null
    order by ep.to_on is not null, ep.is_lead desc, p.name, p.id`.execute(tx);
  return rows.rows;
}

/**
 * To whom letters to the enterprise go: its lead with an address that a letter can be sent to, otherwise the
 * first with one. Null when there is none: whatever the letter was about must not fail because of that.
 */
export async function addresseeOf(tx: Tx, enterpriseId: string) {
  const people = await peopleOf(tx, enterpriseId);
  const found = people.find(
    (person) => person.toOn === null && person.email !== null && isMailAddress(person.email),
  );
  return found?.email ? { personId: found.personId, name: found.name, email: found.email } : null;
}

/** Figures that were not withdrawn, oldest year and record first. */
export async function measuresOf(tx: Tx, enterpriseId: string) {
  return measuresOfFirms(tx, [enterpriseId]);
}

/** The same of several firms at once. */
export async function measuresOfFirms(tx: Tx, enterpriseIds: readonly string[]) {
  if (enterpriseIds.length === 0) return [];
  return tx
    .selectFrom('measure as m')
    .leftJoin('person as p', (on) =>
      on.onRef('p.org_id', '=', 'm.org_id').onRef('p.id', '=', 'm.recorded_by'),
    )
    .select([
      'm.id',
      'm.enterprise_id as enterpriseId',
      'm.kind',
      'm.amount',
      'm.currency',
      'm.year_ends_on as yearEndsOn',
      'm.source',
      'm.attribution',
      'm.is_reportable as isReportable',
      'm.recorded_at as recordedAt',
      'p.name as recordedBy',
    ])
    .where('m.enterprise_id', 'in', enterpriseIds)
    .where('m.withdrawn_at', 'is', null)
    .orderBy('m.year_ends_on')
    .orderBy('m.recorded_at')
    .orderBy('m.id')
    .execute();
}

/** Whether the enrolment's baseline can no longer change. */
export async function isBaselineFrozen(tx: Tx, enrolmentId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('baseline')
    .select('enrolment_id')
    .where('enrolment_id', '=', enrolmentId)
    .executeTakeFirst();
  return row !== undefined;
}

export interface BaselineLine {
  measureId: string;
  kind: BaselineMeasure;
  amount: number;
  currency: string | null;
  yearEndsOn: string;
  source: BaselineFigure['source'];
}

/** The frozen baseline, or the latest figures that would be frozen now (`frozenAt` null). */
export async function baselineOf(
  tx: Tx,
  enrolment: { id: string; enterpriseId: string },
): Promise<{ figures: BaselineLine[]; frozenAt: string | null; frozenBy: string | null }> {
  const frozen = await tx
    .selectFrom('baseline as b')
    .leftJoin('person as p', (on) =>
      on.onRef('p.org_id', '=', 'b.org_id').onRef('p.id', '=', 'b.frozen_by'),
    )
    .select(['b.figures', 'b.frozen_at as frozenAt', 'p.name as frozenBy'])
    .where('b.enrolment_id', '=', enrolment.id)
    .executeTakeFirst();
  if (frozen) {
    const { frozenAt, frozenBy } = frozen;
    return { figures: frozen.figures as BaselineLine[], frozenAt, frozenBy };
  }
  const latest = latestOfEach(await measuresOf(tx, enrolment.enterpriseId));
  const figures = baselineMeasures.flatMap((kind): BaselineLine[] => {
    const row = latest.get(kind);
    if (!row) return [];
    const source = row.source === 'import' ? 'declaration' : (row.source as BaselineLine['source']);
    const { amount, currency, yearEndsOn } = row;
    return [{ measureId: row.id, kind, amount, currency, yearEndsOn, source }];
  });
  return { figures, frozenAt: null, frozenBy: null };
}

interface DuplicateKeys {
  companyNumber: string | null;
  vatNumber: string | null;
  nameKey: string;
  postcodeKey: string | null;
}

export interface Duplicate {
  id: string;
  name: string;
  because: 'company-number' | 'vat-number' | 'name-and-postcode';
  postcode: string | null;
  /** Its enrolment in the given programme, if it has one. */
  enrolmentId: string | null;
}

/** Records that may be the same firm: by company number, VAT number, or name and postcode together. */
export async function duplicatesOf(
  tx: Tx,
  keys: DuplicateKeys,
  programmeId: string | null,
  exceptId: string | null = null,
): Promise<Duplicate[]> {
  const rows = await sql<Duplicate>`
    select e.id, e.name, coalesce(e.trading_postcode, e.registered_postcode) as postcode,
      case
        when e.company_number = ${keys.companyNumber} then 'company-number'
        when e.vat_number = ${keys.vatNumber} then 'vat-number'
        else 'name-and-postcode'
      end as because,
      n.id as "enrolmentId"
    from enterprise e
    left join enrolment n
      on n.org_id = e.org_id and n.enterprise_id = e.id and n.programme_id = ${programmeId}::uuid
    where e.merged_into is null
      and e.id is distinct from ${exceptId}::uuid
      and (e.company_number = ${keys.companyNumber}
        or e.vat_number = ${keys.vatNumber}
        or (e.name_key = ${keys.nameKey} and e.postcode_key = ${keys.postcodeKey}))
    order by e.name, e.id
    limit 20`.execute(tx);
  return rows.rows;
}

/** Documents of the enterprise on this programme, newest first; removed ones too, marked. */
export async function documentsOf(tx: Tx, enrolment: { id: string; enterpriseId: string }) {
  return tx
    .selectFrom('document as d')
    .innerJoin('file as f', (on) =>
      on.onRef('f.org_id', '=', 'd.org_id').onRef('f.id', '=', 'd.file_id'),
    )
    .leftJoin('person as p', (on) =>
      on.onRef('p.org_id', '=', 'd.org_id').onRef('p.id', '=', 'd.added_by'),
    )
    .select([
      'd.id',
      'd.kind',
      'd.title',
      'd.file_id as fileId',
      'd.added_at as addedAt',
      'd.removed_at as removedAt',
      'f.name as fileName',
      'f.size',
      'p.name as addedBy',
    ])
    .where('d.enterprise_id', '=', enrolment.enterpriseId)
    .where((by) =>
      by.or([by('d.enrolment_id', '=', enrolment.id), by('d.enrolment_id', 'is', null)]),
    )
    .orderBy('d.added_at', 'desc')
    .orderBy('d.id')
    .execute();
}

/** Other enterprises whose name is like the text, the likest first. */
export async function namedLike(tx: Tx, text: string, exceptId: string) {
  const rows = await sql<{ id: string; name: string; postcode: string | null }>`
    select e.id, e.name, coalesce(e.trading_postcode, e.registered_postcode) as postcode
    from enterprise e
    where e.merged_into is null and e.id <> ${exceptId}::uuid and similarity(e.name, ${text}) > 0.3
    order by similarity(e.name, ${text}) desc, e.name, e.id
    limit 20`.execute(tx);
  return rows.rows;
}
