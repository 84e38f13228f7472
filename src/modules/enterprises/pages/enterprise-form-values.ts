import { AppError } from '../../../kernel/errors.ts';
import { type FormValues, optionalOf, textOf } from '../../../kernel/form-answer.ts';
import { type EnterpriseInput, splitCodes } from '../enterprise.ts';
import type { Enterprise } from '../reads.ts';

/** Texts of the enterprise's form as they stand in its fields. */
export interface FormFields {
  name: string;
  tradingName: string;
  isPreStart: boolean;
  companyNumber: string;
  vatNumber: string;
  legalForm: string;
  incorporatedOn: string;
  tradingSince: string;
  sicCodes: string;
  sector: string;
  description: string;
  notes: string;
  website: string;
  phone: string;
  registeredAddress: string;
  registeredPostcode: string;
  tradingAddress: string;
  tradingPostcode: string;
}

export const fieldLabels: Record<keyof FormFields, string> = {
  name: 'Name',
  tradingName: 'Trading name',
  isPreStart: 'Not trading yet',
  companyNumber: 'Company number',
  vatNumber: 'VAT number',
  legalForm: 'Legal form',
  incorporatedOn: 'Incorporated on',
  tradingSince: 'Trading since',
  sicCodes: 'Activity codes',
  sector: 'Sector',
  description: 'What it makes or does',
  notes: 'Notes for staff',
  website: 'Website',
  phone: 'Telephone',
  registeredAddress: 'Registered office',
  registeredPostcode: 'Postcode of the registered office',
  tradingAddress: 'Trading address',
  tradingPostcode: 'Postcode of the trading address',
};

/** A stored enterprise as the form's texts. */
export function formFieldsOf(row: Partial<Enterprise>): FormFields {
  return {
    name: row.name ?? '',
    tradingName: row.trading_name ?? '',
    isPreStart: row.is_pre_start ?? false,
    companyNumber: row.company_number ?? '',
    vatNumber: row.vat_number ?? '',
    legalForm: row.legal_form ?? '',
    incorporatedOn: row.incorporated_on ?? '',
    tradingSince: row.trading_since ?? '',
    sicCodes: (row.sic_codes ?? []).join(', '),
    sector: row.sector ?? '',
    description: row.description ?? '',
    notes: row.notes ?? '',
    website: row.website ?? '',
    phone: row.phone ?? '',
    registeredAddress: row.registered_address ?? '',
    registeredPostcode: row.registered_postcode ?? '',
    tradingAddress: row.trading_address ?? '',
    tradingPostcode: row.trading_postcode ?? '',
  };
}

/** What was typed, as the commands take it. */
export function enterpriseInput(form: FormValues): EnterpriseInput {
  return {
    name: textOf(form, 'name'),
    tradingName: textOf(form, 'tradingName'),
    isPreStart: textOf(form, 'isPreStart') === 'yes',
    companyNumber: textOf(form, 'companyNumber'),
    vatNumber: textOf(form, 'vatNumber'),
    legalForm: textOf(form, 'legalForm'),
    incorporatedOn: optionalOf(form, 'incorporatedOn') ?? null,
    tradingSince: optionalOf(form, 'tradingSince') ?? null,
    sicCodes: splitCodes(textOf(form, 'sicCodes')),
    sector: textOf(form, 'sector'),
    description: textOf(form, 'description'),
    notes: textOf(form, 'notes'),
    website: textOf(form, 'website'),
    phone: textOf(form, 'phone'),
    registeredAddress: textOf(form, 'registeredAddress'),
    registeredPostcode: textOf(form, 'registeredPostcode'),
    tradingAddress: textOf(form, 'tradingAddress'),
    tradingPostcode: textOf(form, 'tradingPostcode'),
  };
}

/** The command's input nests the form's fields; its messages must land at the fields. */
export function unprefixed(error: unknown): unknown {
  if (!(error instanceof AppError) || error.code !== 'invalid') return error;
  const fields = Object.entries(error.fields).map(([name, message]) => {
    const own = name.replace(/^fields\./, '').replace(/^sicCodes\.\d+$/, 'sicCodes');
    return [own, message] as const;
  });
  return new AppError('invalid', error.message, { fields: Object.fromEntries(fields) });
}
