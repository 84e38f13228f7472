import { parseCompanyNumber } from '../../enterprises/company-number.ts';
import { formatPostcode } from '../../enterprises/postcode.ts';
import { parseSic } from '../../enterprises/sic.ts';
import { parseEmail, parsePhone, parseWebsite } from '../../../kernel/contact-details.ts';
import { parseDate } from '../../../kernel/typed-date.ts';
import { parseNumber } from '../../../kernel/typed-number.ts';
import { readStanding } from './standing.ts';
import type { ValueShape } from './target-field.ts';
import { authorityOf } from '../../programmes/authorities.ts';

/** What a column of states, steps or yes and no holds; no street and no town is called so. */
const stateWords = new Set(
  (
    'applied supported enrolled completed complete finished withdrawn declined rejected refused ' +
    'eligible ineligible active inactive live paused lapsed dissolved dormant open closed pending ' +
    'new prospect lead client customer won lost approved waiting yes no true false y n'
  ).split(' '),
);

const looksRight: Record<ValueShape, (text: string) => boolean> = {
  authority: (text) => authorityOf(text) !== null || isAuthorityCode(text),
  'company-number': (text) => {
    const parsed = parseCompanyNumber(text);
    return parsed.ok
      ? !parsed.value.startsWith('0000') || text.length === 8
      : parsed.reason === 'lost-digits';
  },
  date: (text) => {
    const parsed = parseDate(text);
    return parsed.ok || parsed.reason !== 'not-a-date';
  },
  email: (text) => parseEmail(text).ok,
  number: (text) => {
    const parsed = parseNumber(text, null);
    return parsed.ok || parsed.reason !== 'not-a-number';
  },
  phone: (text) => {
    const parsed = parsePhone(text);
    return parsed.ok || parsed.reason === 'lost-digits';
  },
  place: (text) => /\p{L}|\d/u.test(text) && !stateWords.has(text.trim().toLowerCase()),
  postcode: (text) =>
    formatPostcode(text) !== null || /^(?=.*\d)[A-Z\d][A-Z\d -]{2,9}$/i.test(text),
  sic: (text) => parseSic(text).ok,
  text: (text) => /\p{L}|\d/u.test(text),
  standing: (text) => readStanding(text) !== null,
  'vat-number': (text) => /\d{3}.*\d{3}|\d,\d+E/i.test(text),
  website: (text) => /\./.test(text) && !text.includes('@') && parseWebsite(text).ok,
};

/** How many of a column's values look like values of the shape, 0 to 1. */
export function shareOfShape(shape: ValueShape, samples: readonly string[]): number {
  if (samples.length === 0) return 0;
  return samples.filter(looksRight[shape]).length / samples.length;
}

/** A code of the ONS such as E08000026, or of the European NUTS list such as UKG33. */
export function isAuthorityCode(text: string): boolean {
  return /^[EWSN]\d{8}$/i.test(text) || /^[A-Z]{2}[A-Z\d]{2,3}$/.test(text);
}
