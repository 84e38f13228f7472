import { fail, ok, type Result } from '../../../kernel/result.ts';

/** The first address in a cell that may hold several, in lower case. */
export function parseImportedEmail(
  text: string,
): Result<{ email: string; others: number }, 'malformed'> {
  const parts = text
    .replace(/mailto:/gi, '')
    .split(/[;,\s<>]+/)
    .filter((part) => part.includes('@'));
  const [first, ...others] = parts.map((part) =>
    part.toLowerCase().replace(/^['"(]+|['").]+$/g, ''),
  );
  if (first === undefined || first.length > 254 || !emailPattern.test(first)) {
    return fail('malformed', 'This is not an email address. Write it like name@firm.example.');
  }
  return ok({ email: first, others: others.length });
}

const emailPattern =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;

/** A telephone number kept as written; a lost leading zero of a UK number comes back. */
export function parseImportedPhone(
  text: string,
): Result<{ phone: string; isZeroRestored: boolean }, 'malformed' | 'lost-digits'> {
  if (/^\d+([.,]\d+)?E\+?\d+$/i.test(text)) {
    return fail(
      'lost-digits',
      'Excel has shortened this number and digits are lost. Format the column as text and type it again.',
    );
  }
  const phone = text
    .replace(/^(tel|phone|mob(ile)?|t|m)[.:\s]+/i, '')
    .replace(/^00(?=[1-9])/, '+')
    .trim();
  const digits = phone.replace(/\D/g, '');
  const isWritten = /^[+\d(][\d\s().\-/]*(\s*(ext|x|extension)[.:\s]*\d{1,6})?$/i.test(phone);
  if (!isWritten || digits.length < 6 || digits.length > 20 || phone.length > 50) {
    return fail('malformed', 'This is not a telephone number. Write it like 024 7600 0000.');
  }
  const isZeroRestored = /^[1237]\d{9}$/.test(phone);
  return ok({ phone: isZeroRestored ? `0${phone}` : phone, isZeroRestored });
}

/** A web address with its scheme, without a slash at the end. */
export function parseImportedWebsite(text: string): Result<string, 'malformed'> {
  const first = text.split(/[\s,;]+/)[0] ?? '';
  const address = /^https?:\/\//i.test(first) ? first : `https://${first}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  const isPlain = url !== null && url.username === '' && /^[^.\s]+(\.[^.\s]+)+$/.test(url.hostname);
  if (!isPlain || /^[a-z]+:(?!\/\/)/i.test(first.replace(/:\d+/, '')) || address.length > 300) {
    return fail('malformed', 'This is not a web address. Write it like www.firm.example.');
  }
  return ok(url.href.replace(/\/$/, ''));
}
