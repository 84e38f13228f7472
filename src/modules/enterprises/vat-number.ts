import { fail, ok, type Result } from '../../kernel/result.ts';

export type VatFault = 'malformed' | 'check-digits' | 'lost-digits' | 'foreign';

const weights = [8, 7, 6, 5, 4, 3, 2];

/**
 * A UK VAT number as `GB` (or `XI`) and nine digits, twelve with the branch. Checked by both rules of HMRC:
 * the weighted sum plus the last two digits is a multiple of 97, as it is or with 55 added (numbers given
 * out since 2010). Government (`GD`) and health (`HA`) numbers have three digits and no check.
 */
export function parseVatNumber(text: string): Result<string, VatFault> {
  if (text.length > 80) return malformed('');
  const plain = text.toUpperCase().replace(/^VAT[\s:]*(REG[.\s]*)?(NO|NUMBER)?[.:\s]*/, '');
  const number = plain.replace(/[\s\u00a0.-]/g, '');
  if (/^[\d,]+E\+?\d+$/.test(number)) {
    return fail(
      'lost-digits',
      'Excel has shortened this number and digits are lost. Format the column as text and type it again.',
    );
  }
  if (/^(GB)?(GD[0-4]\d\d|HA[5-9]\d\d)$/.test(number)) return ok(`GB${number.replace(/^GB/, '')}`);
  const [, country = 'GB', digits] = /^(GB|XI)?(\d{9}|\d{12})$/.exec(number) ?? [];
  if (digits === undefined) return malformed(number);
  if (!hasValidCheck(digits)) {
    return fail(
      'check-digits',
      'This VAT number has a typing mistake: its check digits do not fit.',
    );
  }
  return ok(country + digits);
}

function malformed(number: string): Result<string, VatFault> {
  if (/^(?!GB|XI)[A-Z]{2}(?=.*\d.*\d)[A-Z0-9]{2,12}$/.test(number)) {
    return fail('foreign', 'This is a VAT number of another country; only UK numbers are kept.');
  }
  return fail('malformed', 'A UK VAT number is GB and nine digits, for example GB 980 7806 84.');
}

function hasValidCheck(digits: string): boolean {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const rest = (sum + Number(digits.slice(7, 9))) % 97;
  return rest === 0 || (rest + 55) % 97 === 0;
}
