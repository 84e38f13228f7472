import { z } from 'zod';
import { normaliseName } from '../../kernel/text.ts';
import { calendarDate, line, prose, requiredLine } from './inputs.ts';

const postcode = line(12).transform((text) => spacedPostcode(text));

/** What a form asks of an enterprise; an empty text means "not known". */
export const enterpriseFields = z.strictObject({
  name: requiredLine(200, 'Enter the name of the enterprise.'),
  tradingName: line(200).default(''),
  /** A person who does not trade yet. */
  isPreStart: z.boolean().default(false),
  companyNumber: line(20)
    .default('')
    .transform((text) => tidyCompanyNumber(text))
    .refine(
      (text) => text === '' || /^([A-Z]{2}|\d{2})\d{6}$/.test(text),
      'A company number has 8 characters, for example 01234567 or SC123456.',
    ),
  vatNumber: line(20)
    .default('')
    .transform((text) => tidyVatNumber(text))
    .refine(
      (text) => text === '' || /^(\d{9}|\d{12}|[A-Z]{2}[A-Z0-9]{2,12})$/.test(text),
      'A UK VAT number has 9 digits, for example GB 123 4567 82.',
    ),
  legalForm: line(100).default(''),
  incorporatedOn: calendarDate.nullable().default(null),
  tradingSince: calendarDate.nullable().default(null),
  sicCodes: z
    .array(z.string().regex(/^\d{4,5}$/, 'An activity code has five digits, for example 62012.'))
    .max(10, 'Enter ten codes or fewer.')
    .default([]),
  sector: line(100).default(''),
  description: prose(4000).default(''),
  website: line(300)
    .default('')
    .transform((text) => withScheme(text))
    .refine(
      (text) => text === '' || isWebAddress(text),
      'Enter an address such as www.example.org.',
    ),
  phone: line(50).default(''),
  registeredAddress: prose(600).default(''),
  registeredPostcode: postcode.default(''),
  tradingAddress: prose(600).default(''),
  tradingPostcode: postcode.default(''),
});

export type EnterpriseFields = z.output<typeof enterpriseFields>;
export type EnterpriseInput = z.input<typeof enterpriseFields>;

/** `123 456` → `00123456`: spreadsheets and people drop leading zeros. */
export function tidyCompanyNumber(text: string): string {
  const bare = text.replace(/[\s.-]/g, '').toUpperCase();
  return /^\d{1,7}$/.test(bare) ? bare.padStart(8, '0') : bare;
}

/** Without `GB` and spaces; other countries keep their prefix. */
export function tidyVatNumber(text: string): string {
  return text
    .replace(/[\s.-]/g, '')
    .toUpperCase()
    .replace(/^GB/, '');
}

/** A postcode for comparing: no spaces, upper case; never proof of place. */
export function postcodeKey(postcodeText: string): string | null {
  const bare = postcodeText.replace(/[^a-z0-9]/gi, '').toUpperCase();
  return bare === '' ? null : bare;
}

/** `62012, 62020` or one per line → the codes. */
export function splitCodes(text: string): string[] {
  return text.split(/[\s,;]+/).filter((code) => code !== '');
}

interface Keys {
  companyNumber: string | null;
  vatNumber: string | null;
  nameKey: string;
  postcodeKey: string | null;
}

/** What two records of one firm have in common. */
export function duplicateKeys(
  fields: Pick<
    EnterpriseFields,
    'name' | 'companyNumber' | 'vatNumber' | 'tradingPostcode' | 'registeredPostcode'
  >,
): Keys {
  return {
    companyNumber: fields.companyNumber || null,
    vatNumber: fields.vatNumber || null,
    nameKey: normaliseName(fields.name),
    postcodeKey: postcodeKey(fields.tradingPostcode || fields.registeredPostcode),
  };
}

/** The columns of the enterprise's row. */
export function enterpriseColumns(fields: EnterpriseFields) {
  const keys = duplicateKeys(fields);
  const orNull = (text: string) => (text === '' ? null : text);
  return {
    name: fields.name,
    name_key: keys.nameKey,
    trading_name: orNull(fields.tradingName),
    is_pre_start: fields.isPreStart,
    company_number: keys.companyNumber,
    vat_number: keys.vatNumber,
    legal_form: orNull(fields.legalForm),
    incorporated_on: fields.incorporatedOn,
    trading_since: fields.tradingSince,
    sic_codes: fields.sicCodes,
    sector: orNull(fields.sector),
    description: orNull(fields.description),
    website: orNull(fields.website),
    phone: orNull(fields.phone),
    registered_address: orNull(fields.registeredAddress),
    registered_postcode: orNull(fields.registeredPostcode),
    trading_address: orNull(fields.tradingAddress),
    trading_postcode: orNull(fields.tradingPostcode),
    postcode_key: keys.postcodeKey,
  };
}

function spacedPostcode(text: string): string {
  const bare = text.replace(/\s/g, '').toUpperCase();
  return /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(bare)
    ? `${bare.slice(0, -3)} ${bare.slice(-3)}`
    : text.toUpperCase();
}

function withScheme(text: string): string {
  return text === '' || /^https?:\/\//i.test(text) ? text : `https://${text}`;
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:\/\/[^/]+\.[^/]+/i.test(text);
}
