import { fail, ok, type Result } from '../../kernel/result.ts';

/** Two letters before six characters, as Companies House gives them out (companies, partnerships, societies). */
const prefixes: ReadonlySet<string> = new Set([
  ...[
    'SC',
    'NI',
    'OC',
    'SO',
    'NC',
    'LP',
    'SL',
    'NL',
    'FC',
    'SF',
    'NF',
    'RC',
    'SR',
    'NR',
    'IP',
    'SP',
    'NP',
  ],
  ...[
    'IC',
    'SI',
    'NV',
    'AC',
    'SA',
    'NA',
    'ZC',
    'SZ',
    'NZ',
    'CE',
    'CS',
    'GE',
    'GN',
    'GS',
    'SE',
    'ES',
    'FE',
  ],
  ...['OE', 'PC', 'RS', 'NO', 'BR', 'EN', 'SG'],
]);

export type CompanyNumberFault = 'malformed' | 'lost-digits';

/**
 * The eight characters of a UK company number: digits, filled up with leading zeros (Excel drops them), or
 * two letters and six characters, which are never filled up. Some societies end in letters (`IP12345R`);
 * the oldest of Northern Ireland are `R` and seven digits.
 */
export function parseCompanyNumber(text: string): Result<string, CompanyNumberFault> {
  if (text.length > longest) return malformed();
  const plain = text
    .toUpperCase()
    .replace(/^['’`#№\s]+/, '')
    .replace(
      /^[A-Z&. ]{0,40}\b(CRN|NO|NUMBER|NR|REG|REGISTRATION|COMPANY)\b[.:#\s]*(?=[.:#\s])[.:#\s]+/,
      '',
    );
  const number = (/^\d{1,2},\d{3},\d{3}$/.test(plain) ? plain.replaceAll(',', '') : plain)
    .replace(/[\s\u00a0.,-]+$/, '')
    .replace(/[\s\u00a0-]/g, '')
    .replace(/[.,]0{1,2}$/, '');
  if (/^\d+[.,]?\d*E\+?\d+$/.test(number)) return fromExponent(number);
  if (/^\d{1,8}$/.test(number) && /[1-9]/.test(number)) return ok(number.padStart(8, '0'));
  if (/^R\d{7}$/.test(number)) return ok(number);
  if (
    /^[A-Z]{2}(\d{6}|\d{5}[A-Z]|\d{4}[A-Z]{2})$/.test(number) &&
    prefixes.has(number.slice(0, 2))
  ) {
    return ok(number);
  }
  return malformed();
}

/** With every word that stands around one. */
const longest = 80;

function malformed(): Result<string, CompanyNumberFault> {
  return fail(
    'malformed',
    'A company number is eight digits, or two letters such as SC and six digits. Look it up at Companies House.',
  );
}

/** `1.2345678E+7` still holds every digit; `1.23E+07` does not. */
function fromExponent(text: string): Result<string, CompanyNumberFault> {
  const [mantissa = '', power = ''] = text.split(/E\+?/);
  const [whole = '', decimals = ''] = mantissa.split(/[.,]/);
  const digits = whole + decimals;
  if (whole.length === 1 && Number(power) === decimals.length && digits.length <= 8) {
    return ok(digits.padStart(8, '0'));
  }
  return fail(
    'lost-digits',
    'Excel has shortened this number and digits are lost. Format the column as text and type it again.',
  );
}
