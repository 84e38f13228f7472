import { type RawBuilder, sql } from 'kysely';
import { normaliseName } from '../../../kernel/text.ts';
import type { Tx } from '../../../platform/database.ts';
import type { StoredEnterprise } from '../import/enterprise-changes.ts';
import type { EnterpriseDraft } from '../import/enterprise-draft.ts';

export interface KnownEnterprise extends StoredEnterprise {
  registerCheckedOn: string | null;
  /** It is in the programme that was asked about. */
  isEnrolled: boolean;
}

/** The firms on record that any of the rows may be. */
export async function likelyEnterprises(
  tx: Tx,
  drafts: readonly EnterpriseDraft[],
  programmeId: string | null,
): Promise<KnownEnterprise[]> {
  const numbers = drafts.map((draft) => draft.companyNumber).filter((one) => one !== null);
  const names = drafts
    .flatMap((draft) => [draft.name, draft.tradingName])
    .filter((name) => name !== null)
    .map(normaliseName);
  const hasVat = drafts.some((draft) => draft.vatNumber !== null);
  return knownEnterprises(
    tx,
    programmeId,
    sql`e.merged_into is null and (
      e.company_number = any(${numbers}::text[])
      or e.name_key = any(${names}::text[])
      or e.trading_name is not null
      or (${hasVat} and e.vat_number is not null))`,
  );
}

/** The firms with these ids, locked until the transaction ends. */
export async function lockedEnterprises(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, KnownEnterprise>> {
  if (ids.length === 0) return new Map();
  await sql`select e.id from enterprise e where e.id = any(${ids}::uuid[])
    order by e.id for update`.execute(tx);
  const firms = await knownEnterprises(tx, null, sql`e.id = any(${ids}::uuid[])`);
  return new Map(firms.map((firm) => [firm.id, firm]));
}

async function knownEnterprises(
  tx: Tx,
  programmeId: string | null,
  where: RawBuilder<unknown>,
): Promise<KnownEnterprise[]> {
  const found = await sql<KnownEnterprise & { figures: Figure[] | null }>`
    select e.id, e.name, e.trading_name as "tradingName", e.company_number as "companyNumber",
      e.vat_number as "vatNumber", e.company_status as "companyStatus", e.legal_form as "legalForm",
      e.incorporated_on as "incorporatedOn", e.trading_since as "tradingSince",
      e.sic_scheme as "sicScheme", nullif(e.sic_codes, '{}') as "sicCodes", e.sector, e.description,
      e.website, e.phone, e.registered_address as "registeredAddress",
      e.registered_postcode as "registeredPostcode", e.trading_address as "tradingAddress",
      e.trading_postcode as "tradingPostcode", e.authority_code as "authorityCode",
      e.external_reference as "externalReference", e.register_checked_on as "registerCheckedOn",
      e.register_checked_on is not null as "isFromRegister",
      e.authority_confirmed_at is not null as "isAuthorityConfirmed",
      coalesce(c.contacts, '[]') as contacts, m.figures,
      exists (
        select from enrolment n
        where n.org_id = e.org_id and n.programme_id = ${programmeId}::uuid
          and n.enterprise_id = e.id) as "isEnrolled"
    from enterprise e
    left join lateral (
      select json_agg(json_build_object('name', p.name, 'email', p.email)) as contacts
      from enterprise_person x
      join person p on p.org_id = x.org_id and p.id = x.person_id
      where x.org_id = e.org_id and x.enterprise_id = e.id
        and x.to_on is null and p.removed_at is null) c on true
    left join lateral (
      select json_agg(json_build_object('kind', f.kind, 'amount', f.amount,
        'currency', f.currency, 'yearEndsOn', f.year_ends_on) order by f.recorded_at desc, f.id desc)
        as figures
      from measure f
      where f.org_id = e.org_id and f.enterprise_id = e.id
        and f.kind in ('staff', 'turnover') and f.withdrawn_at is null) m on true
    where ${where}`.execute(tx);
  return found.rows.map(({ figures, ...firm }) => ({ ...firm, ...latestFigures(figures ?? []) }));
}

interface Figure {
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
