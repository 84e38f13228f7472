import { normaliseName } from '../../../kernel/text.ts';
import { postcodeKey } from '../../enterprises/postcode.ts';
import type { StoredEnterprise } from '../import/enterprise-changes.ts';

/** Columns of the enterprise's row that an import writes, with their types; `id` first. */
export const enterpriseColumnTypes = {
  id: 'uuid',
  name: 'text',
  name_key: 'text',
  trading_name: 'text',
  company_number: 'text',
  company_status: 'text',
  incorporated_on: 'date',
  trading_since: 'date',
  vat_number: 'text',
  legal_form: 'text',
  sic_scheme: 'text',
  sic_codes: 'text[]',
  sector: 'text',
  description: 'text',
  website: 'text',
  phone: 'text',
  registered_address: 'text',
  registered_postcode: 'text',
  trading_address: 'text',
  trading_postcode: 'text',
  postcode_key: 'text',
  authority_code: 'text',
  external_reference: 'text',
  notes: 'text',
  register_checked_on: 'date',
} as const;

type Column = keyof typeof enterpriseColumnTypes;

/** A firm as the columns of its row. */
export function columnsOfFirm(
  firm: StoredEnterprise,
  registerCheckedOn: string | null,
): Record<Column, unknown> {
  return {
    id: firm.id,
    name: firm.name,
    name_key: normaliseName(firm.name),
    trading_name: firm.tradingName,
    company_number: firm.companyNumber,
    company_status: firm.companyStatus,
    incorporated_on: firm.incorporatedOn,
    trading_since: firm.tradingSince,
    vat_number: firm.vatNumber,
    legal_form: firm.legalForm,
    sic_scheme: firm.sicScheme,
    sic_codes: firm.sicCodes ?? [],
    sector: firm.sector,
    description: firm.description,
    website: firm.website,
    phone: firm.phone,
    registered_address: firm.registeredAddress,
    registered_postcode: firm.registeredPostcode,
    trading_address: firm.tradingAddress,
    trading_postcode: firm.tradingPostcode,
    postcode_key: postcodeKey(firm.tradingPostcode ?? firm.registeredPostcode ?? '') || null,
    authority_code: firm.authorityCode,
    external_reference: firm.externalReference,
    notes: firm.notes,
    register_checked_on: registerCheckedOn,
  };
}
