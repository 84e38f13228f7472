import { formatDate, isCalendarDate } from '../../../kernel/calendar.ts';
import { formatMoney } from '../../../kernel/money.ts';
import { plural } from '../../../kernel/text.ts';
import { type AreaKey, areaLabels } from '../../programmes/area.ts';
import { authorityName } from '../../programmes/authorities.ts';
import type { Tone } from '../../../ui/tag.tsx';
import type { Delimiter, TextEncoding } from '../../../platform/spreadsheets/table.ts';
import type { ProblemCode } from '../import/problem.ts';
import type { ImportKind } from '../import/target-field.ts';
import type { RunState } from '../reads.ts';

export const kindWords: Record<ImportKind, string> = {
  enterprises: 'Enterprises',
  people: 'People',
  mentors: 'Mentors',
};

export const stateWords: Record<RunState, { label: string; tone: Tone }> = {
  uploaded: { label: 'columns to confirm', tone: 'warn' },
  mapped: { label: 'to check', tone: 'warn' },
  checking: { label: 'being checked', tone: 'info' },
  checked: { label: 'to take in', tone: 'warn' },
  taking: { label: 'being taken in', tone: 'info' },
  done: { label: 'done', tone: 'good' },
  failed: { label: 'failed', tone: 'bad' },
  abandoned: { label: 'dropped', tone: 'neutral' },
  undoing: { label: 'being undone', tone: 'info' },
  undone: { label: 'undone', tone: 'neutral' },
};

export const delimiterWords: Record<Delimiter, string> = {
  ',': 'Comma',
  ';': 'Semicolon',
  '\t': 'Tab',
  '|': 'Bar ( | )',
};

export const encodingWords: Record<TextEncoding, string> = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252 (Western Europe)',
  'windows-1250': 'Windows-1250 (Central Europe)',
  macintosh: 'Mac Roman',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16, big-endian',
  mixed: 'UTF-8 and Windows-1252 mixed',
};

export const outcomeWords: Record<string, { label: string; tone: Tone }> = {
  create: { label: 'new', tone: 'good' },
  update: { label: 'update', tone: 'info' },
  unchanged: { label: 'no change', tone: 'neutral' },
  'not-known': { label: 'not on record', tone: 'neutral' },
  ask: { label: 'may be known', tone: 'warn' },
  rejected: { label: 'cannot be taken', tone: 'bad' },
};

export const decisionWords: Record<string, string> = {
  merge: 'merge',
  new: 'take as new',
  skip: 'skip',
};

const problemWords: Partial<Record<ProblemCode, string>> = {
  'company-number': 'Company number is wrong',
  'company-number-short': 'Company number is very short',
  'company-not-active': 'Not active at the register',
  'conflicting-row': 'Contradicts another row or record',
  'contact-other-address': 'Contact on record with another address',
  'may-be-no-firm': 'May be a total or a note',
  'name-only': 'Nothing but a name',
  'on-record-as': 'On record under another name',
  'same-as-row': 'Same firm as an earlier row',
  'enterprise-not-on-record': 'Enterprise not on record, not added',
  'enterprise-unknown': 'Enterprise not on record',
  'adviser-stays': 'Another adviser on record',
  'adviser-unknown': 'Adviser not known',
  'headers-again': 'The headers again',
  'second-list': 'Below a second list',
  'lost-digits': 'Digits lost in the spreadsheet',
  'name-missing': 'Name is missing',
  'possible-duplicate': 'May be on record already',
  'ragged-row': 'Row has too many cells',
  'shared-vat-number': 'VAT number of another firm',
  'sic-other-list': 'Activity code of another list',
  'vat-number': 'VAT number is wrong',
};

/** `ambiguous-date` → `Ambiguous date`, where there are no better words. */
export function problemLabel(code: string): string {
  const known = problemWords[code as ProblemCode];
  if (known !== undefined) return known;
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A value of a change in words; fields whose value is an id show none. */
export function valueWords(field: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value === 'on-record') return 'kept on record, no applicant';
  if (field === 'enrolment' || field === 'enterprise') return 'yes';
  if (field === 'staffHundredths' && typeof value === 'number') return String(value / 100);
  if (field === 'minutesPerMonth' && typeof value === 'number') return plural(value / 60, 'hour');
  if (Array.isArray(value)) return value.map((one) => valueWords(field, one)).join(', ');
  if (typeof value === 'object') return objectWords(value as Record<string, unknown>);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? plainText(value) : '';
}

/** A day and an authority as people write them, not as they are stored. */
function plainText(text: string): string {
  if (isCalendarDate(text)) return formatDate(text);
  return /^[ENSW]\d{8}$/.test(text) ? (authorityName(text) ?? text) : text;
}

function objectWords(value: Record<string, unknown>): string {
  if (typeof value['minor'] === 'number') {
    return formatMoney({ minor: value['minor'], currency: String(value['currency']) });
  }
  if (typeof value['area'] === 'string') {
    const area = value['area'];
    return `${areaLabels[area as AreaKey] ?? area} ${String(value['level'])}`;
  }
  return [value['name'], value['email']].filter((one) => typeof one === 'string').join(', ');
}
