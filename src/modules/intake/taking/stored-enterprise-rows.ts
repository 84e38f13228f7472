import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import { isWithinReach, type Reach } from '../../programmes/reach/reads.ts';
import type { StoredEnterprise } from '../import/enterprise-changes.ts';
import { nameWithoutBlanks, namesWithin } from '../import/enterprise-index.ts';
import type { EnterpriseDraft } from '../import/enterprise-draft.ts';

export interface KnownEnterprise extends StoredEnterprise {
  registerCheckedOn: string | null;
  /** It is in the programme that was asked about. */
  isEnrolled: boolean;
  /** Who looks after it there. */
  adviserName: string | null;
}

/** The firms on record, within reach, that any of the rows may be. */
export async function likelyEnterprises(
  tx: Tx,
  drafts: readonly EnterpriseDraft[],
  programmeId: string | null,
  reach: Reach,
): Promise<KnownEnterprise[]> {
  const numbers = drafts.map((draft) => draft.companyNumber).filter((one) => one !== null);
  const names = drafts
    .flatMap((draft) => [draft.name, draft.tradingName])
    .filter((name) => name !== null)
    .flatMap(namesWithin)
    .map(nameWithoutBlanks);
  const addresses = drafts.flatMap(({ contact }) => contact?.email ?? []);
  const hasVat = drafts.some((draft) => draft.vatNumber !== null);
  return knownEnterprises(
    tx,
    programmeId,
    sql`e.merged_into is null and ${isWithinReach(sql`e.id`, reach)} and (
      e.company_number = any(${numbers}::text[])
      or replace(e.name_key, ' ', '') = any(${names}::text[])
      or e.name ~* '\\s(t/a|t\\.a\\.|trading as|formerly|aka)[\\s:]'
      or e.trading_name is not null
      or e.id in (select x.enterprise_id from enterprise_person x
        join person p on p.org_id = x.org_id and p.id = x.person_id
        where lower(p.email) = any(${addresses}::text[]) and x.to_on is null)
      or (${hasVat} and e.vat_number is not null))`,
  );
}

/** Company numbers of these rows that firms beyond reach have. */
export async function numbersBeyond(
  tx: Tx,
  drafts: readonly EnterpriseDraft[],
  reach: Reach,
): Promise<ReadonlySet<string>> {
  if (reach === null) return new Set();
  const numbers = drafts.flatMap((draft) => draft.companyNumber ?? []);
  const found = await sql<{ number: string }>`
    select e.company_number as number from enterprise e
    where e.merged_into is null and e.company_number = any(${numbers}::text[])
      and not ${isWithinReach(sql`e.id`, reach)}`.execute(tx);
  return new Set(found.rows.map(({ number }) => number));
}

/** The firms with these ids that are within reach, locked until the transaction ends. */
export async function lockedEnterprises(
  tx: Tx,
  ids: readonly string[],
  reach: Reach,
): Promise<Map<string, KnownEnterprise>> {
  if (ids.length === 0) return new Map();
  await sql`select e.id from enterprise e where e.id = any(${ids}::uuid[])
    order by e.id for update`.execute(tx);
  const firms = await knownEnterprises(
    tx,
    null,
    sql`e.id = any(${ids}::uuid[]) and ${isWithinReach(sql`e.id`, reach)}`,
  );
  return new Map(firms.map((firm) => [firm.id, firm]));
}

type FirmRow = Omit<
  KnownEnterprise,
  'contacts' | 'staffHundredths' | 'turnover' | 'yearEndsOn' | 'isEnrolled' | 'adviserName'
>;

/**
 * Four plain reads put together here: as one statement with sub-selects they are slow for each firm while a
 * young database has no statistics.
 */
async function knownEnterprises(
  tx: Tx,
  programmeId: string | null,
  where: RawBuilder<unknown>,
): Promise<KnownEnterprise[]> {
  const firms = await sql<FirmRow>`
    select e.id, e.name, e.trading_name as "tradingName", e.company_number as "companyNumber",
      e.vat_number as "vatNumber", e.company_status as "companyStatus", e.legal_form as "legalForm",
      e.incorporated_on as "incorporatedOn", e.trading_since as "tradingSince",
      e.sic_scheme as "sicScheme", nullif(e.sic_codes, '{}') as "sicCodes", e.sector, e.description,
      e.website, e.phone, e.registered_address as "registeredAddress",
      e.registered_postcode as "registeredPostcode", e.trading_address as "tradingAddress",
      e.trading_postcode as "tradingPostcode", e.authority_code as "authorityCode",
      e.external_reference as "externalReference", e.notes, e.register_checked_on as "registerCheckedOn",
      e.register_checked_on is not null as "isFromRegister",
      e.authority_confirmed_at is not null as "isAuthorityConfirmed"
    from enterprise e
    where ${where}`.execute(tx);
  const ids = firms.rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const contacts = await sql<Contact>`
    select x.enterprise_id as "firmId", p.name, p.email
    from enterprise_person x
    join person p on p.org_id = x.org_id and p.id = x.person_id
    where x.enterprise_id = any(${ids}::uuid[]) and x.to_on is null
      and p.removed_at is null`.execute(tx);
  const figures = await sql<Figure>`
    select f.enterprise_id as "firmId", f.kind, f.amount, f.currency, f.year_ends_on as "yearEndsOn"
    from measure f
    where f.enterprise_id = any(${ids}::uuid[]) and f.kind in ('staff', 'turnover')
      and f.withdrawn_at is null
    order by f.recorded_at desc, f.id desc`.execute(tx);
  const enrolled = await sql<{ firmId: string; adviser: string | null }>`
    select n.enterprise_id as "firmId", p.name as adviser
    from enrolment n
    left join person p on p.org_id = n.org_id and p.id = n.adviser_id
    where n.programme_id = ${programmeId}::uuid`.execute(tx);
  const contactsOf = Map.groupBy(contacts.rows, ({ firmId }) => firmId);
  const figuresOf = Map.groupBy(figures.rows, ({ firmId }) => firmId);
  const places = new Map(enrolled.rows.map(({ firmId, adviser }) => [firmId, adviser]));
  return firms.rows.map((firm) => ({
    ...firm,
    ...latestFigures(figuresOf.get(firm.id) ?? []),
    contacts: (contactsOf.get(firm.id) ?? []).map(({ name, email }) => ({ name, email })),
    isEnrolled: places.has(firm.id),
    adviserName: places.get(firm.id) ?? null,
  }));
}

interface Contact {
  firmId: string;
  name: string;
  email: string | null;
}

interface Figure {
  firmId: string;
  kind: string;
  amount: number;
  currency: string | null;
  yearEndsOn: string;
}

/** What was recorded last, for whichever year: the same list a second time is then no change. */
function latestFigures(figures: readonly Figure[]) {
  const staff = figures.find(({ kind }) => kind === 'staff');
  const turnover = figures.find(({ kind }) => kind === 'turnover');
  return {
    staffHundredths: staff?.amount ?? null,
    turnover: turnover ? { minor: turnover.amount, currency: turnover.currency ?? 'GBP' } : null,
    yearEndsOn: figures[0]?.yearEndsOn ?? null,
  };
}
