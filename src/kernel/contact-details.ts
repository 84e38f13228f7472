import { fail, ok, type Result } from './result.ts';

/**
 * One address of the plain kind `local@domain`. Quoted local parts, lists, comments and routes are legal in
 * RFC 5322 but have sent letters to strangers, so they are refused.
 */
const plainAddress =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)*[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

/** Whether a letter may be sent to this text: the one rule, on the way in and on the way out. */
export function isMailAddress(text: string): boolean {
  if (text.length > 320) return false;
  return plainAddress.test(text) && !text.includes('..') && !/^\.|\.@/.test(text);
}

/** Whether two addresses reach one mailbox: no mail server tells them apart by capitals. */
export function isSameAddress(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** The first address in a cell that may hold several, in lower case. */
export function parseEmail(text: string): Result<{ email: string; others: number }, 'malformed'> {
  const parts = text
    .slice(0, 2000)
    .replace(/mailto:/gi, '')
    .split(/[;,\s<>]+/)
    .filter((part) => part.includes('@'));
  const [first, ...others] = parts.map((part) =>
    part.toLowerCase().replace(/^['"(]+|['").]+$/g, ''),
  );
  if (first === undefined || !isMailAddress(first) || !/\.[a-z]{2,}$/.test(first)) {
    return fail('malformed', 'This is not an email address. Write it like name@firm.example.');
  }
  return ok({ email: first, others: others.length });
}

/**
 * A telephone number kept as written. What a spreadsheet made of it is mended: the `.0` of a number that was
 * none, and with `isFromSheet` the lost leading zero of a UK number; a person who types ten digits means them.
 */
export function parsePhone(
  typed: string,
  { isFromSheet = true } = {},
): Result<{ phone: string; isZeroRestored: boolean }, 'malformed' | 'lost-digits'> {
  if (typed.length > longestPhone) return malformedPhone();
  const text = typed
    .trim()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/^(\d{6,20})[.,]0$/, '$1');
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
    return malformedPhone();
  }
  const isZeroRestored = isFromSheet && /^[1237]\d{9}$/.test(phone);
  return ok({ phone: isZeroRestored ? `0${phone}` : phone, isZeroRestored });
}

const longestPhone = 80;

function malformedPhone(): { ok: false; reason: 'malformed'; message: string } {
  return fail('malformed', 'This is not a telephone number. Write it like 024 7600 0000.');
}

/** A web address with its scheme, without a slash at the end. */
export function parseWebsite(text: string): Result<string, 'malformed'> {
  const first = text.slice(0, 2000).split(/[\s,;]+/)[0] ?? '';
  const address = /^https?:\/\//i.test(first) ? first : `https://${first}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  const isPlain = url !== null && url.username === '' && /^[^.\s]+(\.[^.\s]+)+$/.test(url.hostname);
  if (!isPlain || /^[a-z]+:(?!\/\/)/i.test(first.replace(/:\d+/, '')) || address.length > 300) {
    return fail('malformed', 'This is not a web address. Write it like www.firm.example.');
  }
  return ok(url.href.replace(/\/$/, ''));
}
