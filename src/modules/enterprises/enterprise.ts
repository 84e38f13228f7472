import { z } from 'zod';
import type { Result } from '../../kernel/result.ts';
import { normaliseName } from '../../kernel/text.ts';
import { parseCompanyNumber } from './company-number.ts';
import { calendarDate, line, prose, requiredLine } from './inputs.ts';
import { formatPostcode, postcodeKey } from './postcode.ts';
import { parseVatNumber } from './vat-number.ts';

const postcode = line(12).transform((text) => formatPostcode(text) ?? text.toUpperCase());

/** What a form asks of an enterprise; an empty text means "not known". */
export const enterpriseFields = z.strictObject({
  name: requiredLine(200, 'Enter the name of the enterprise.'),
  tradingName: line(200).default(''),
  /** A person who does not trade yet. */
  isPreStart: z.boolean().default(false),
  companyNumber: parsedLine(20, parseCompanyNumber),
  vatNumber: parsedLine(20, parseVatNumber),
  legalForm: line(100).default(''),
  incorporatedOn: calendarDate.nullable().default(null),
  tradingSince: calendarDate.nullable().default(null),
  sicCodes: z
    .array(z.string().regex(/^\d{4,5}$/, 'An activity code has five digits, for example 62012.'))
    .max(10, 'Enter ten codes or fewer.')
    .default([]),
  sector: line(100).default(''),
  description: prose(4000).default(''),
  /** For staff; what does not name them leaves them as they are. */
  notes: prose(4000).optional(),
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
    postcodeKey: postcodeKey(fields.tradingPostcode || fields.registeredPostcode) || null,
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
    ...(fields.notes === undefined ? {} : { notes: orNull(fields.notes) }),
    website: orNull(fields.website),
    phone: orNull(fields.phone),
    registered_address: orNull(fields.registeredAddress),
    registered_postcode: orNull(fields.registeredPostcode),
    trading_address: orNull(fields.tradingAddress),
    trading_postcode: orNull(fields.tradingPostcode),
    postcode_key: keys.postcodeKey,
  };
}

/** The columns that the form of an enterprise shows. */
export const enterpriseFormColumns = [
  'name',
  'trading_name',
  'is_pre_start',
  'company_number',
  'vat_number',
  'legal_form',
  'incorporated_on',
  'trading_since',
  'sic_codes',
  'sector',
  'description',
  'notes',
  'website',
  'phone',
  'registered_address',
  'registered_postcode',
  'trading_address',
  'trading_postcode',
] as const;

/** What a firm itself says: nothing that a test of eligibility asks. */
export const describingFields = enterpriseFields.pick({
  phone: true,
  website: true,
  description: true,
});

/** A line that a parser puts into its stored form, or refuses with its own sentence; empty stays empty. */
function parsedLine(max: number, parse: (text: string) => Result<string>) {
  return line(max)
    .default('')
    .transform((text, context) => {
      if (text === '') return '';
      const parsed = parse(text);
      if (parsed.ok) return parsed.value;
      context.addIssue({ code: 'custom', message: parsed.message });
      return z.NEVER;
    });
}

function withScheme(text: string): string {
  return text === '' || /^https?:\/\//i.test(text) ? text : `https://${text}`;
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:\/\/[^/]+\.[^/]+/i.test(text);
}
