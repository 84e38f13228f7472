import { createHash } from 'node:crypto';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { cutText, foldCase } from '../../../kernel/text.ts';
import { formatPostcode } from '../../enterprises/postcode.ts';
import { enterpriseFields } from './enterprise-fields.ts';
import { mentorFields, personFields } from './person-fields.ts';
import type { ImportKind, TargetField } from './target-field.ts';
import { shareOfShape } from './value-shape.ts';

/** Field by header; null leaves the column out. Stored as it is and written into a `--map` file. */
export type ColumnMapping = Record<string, string | null>;

export interface ColumnGuess {
  header: string;
  index: number;
  field: string | null;
  /** 0 to 1: how sure the guess is; below 0.8 a person should look. */
  confidence: number;
  /** The first values of the column that say something. */
  samples: string[];
}

/** The fields that a list of this kind may fill. */
export function fieldsOf(kind: ImportKind): readonly TargetField[] {
  if (kind === 'enterprises') return enterpriseFields;
  return kind === 'people' ? personFields : mentorFields;
}

const otherFields: Record<string, string> = {
  staffHundredths: 'Employees',
  contact: 'Contact',
  adviser: 'Adviser',
  enrolment: 'Enrolled in the programme',
  registerCheckedOn: 'Checked with the register',
  enterprise: 'Place in the enterprise',
  minutesPerMonth: 'Time a month',
};

/** A field of a change as people call it. */
export function fieldLabel(kind: ImportKind, field: string): string {
  return otherFields[field] ?? fieldsOf(kind).find(({ key }) => key === field)?.label ?? field;
}

/** A column whose header says that it is about somebody or something else than the row's own firm. */
const foreign =
  /\b(headquarters?|hq|parent|previous|ultimate|holding|group|mortgages?|accountant|bank|accounts|returns|conf|stmt|partnerships|uri|dollars?|usd|eur|euros?|code description|last year|previous year)\b/;

/** Words around an alias that do not change its meaning. */
const neutral = new Set(
  (
    'the of a an s is are your our you do does what how many please enter company business firm client ' +
    'organisation main primary number no uk gb current total latest annual full optional required ' +
    'mandatory in gbp approx approximate if any known'
  ).split(' '),
);

/** `RegAddress.AddressLine1` → `reg address address line`; single figures only count the columns. */
export function foldHeader(header: string): string {
  const spaced = header
    .replace(/(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=\d)(?=[A-Za-z])/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  return foldCase(spaced)
    .split(' ')
    .filter((word) => word !== '' && !/^\d{1,2}$/.test(word))
    .join(' ');
}

/** Identifies a layout: the same headers in any order and writing get the mapping that was used before. */
export function headerSignature(kind: ImportKind, headers: readonly string[]): string {
  const folded = headers.map(layoutWord);
  return createHash('sha256')
    .update(JSON.stringify([kind, folded.toSorted()]))
    .digest('hex');
}

/**
 * Guesses a field for each column from its header and its first values. A field takes its surest column (the
 * left one of equals); fields for several columns take all.
 */
export function guessColumns(
  kind: ImportKind,
  headers: readonly string[],
  rows: readonly { cells: readonly string[] }[],
): ColumnGuess[] {
  const guesses = headers.map((header, index): ColumnGuess => {
    const samples = samplesOf(rows, index);
    return { header, index, field: null, confidence: 0, samples: samples.slice(0, 3) };
  });
  const offers = headers.flatMap((header, index) => {
    const samples = samplesOf(rows, index);
    return fieldsOf(kind).map((field) => ({
      field,
      index,
      sure: sureness(field, header, samples),
    }));
  });
  const taken = new Set<string>();
  for (const { field, index, sure } of offers.toSorted((a, b) => b.sure - a.sure)) {
    const guess = guesses[index];
    if (!guess || sure < 0.45 || guess.field !== null || taken.has(field.key)) continue;
    guess.field = field.key;
    guess.confidence = Math.round(sure * 100) / 100;
    if (!field.isMany) taken.add(field.key);
  }
  return guesses;
}

/** The mapping that a list of guesses stands for. */
export function mappingOf(guesses: readonly ColumnGuess[]): ColumnMapping {
  return Object.fromEntries(guesses.map(({ header, field }) => [header, field]));
}

/** A remembered mapping without columns that hold states where an address is meant. */
export function withoutStates(
  kind: ImportKind,
  mapping: ColumnMapping,
  headers: readonly string[],
  rows: readonly { cells: readonly string[] }[],
): ColumnMapping {
  const places = new Set(
    fieldsOf(kind)
      .filter(({ shape }) => shape === 'place')
      .map(({ key }) => key),
  );
  const isState = (header: string) => {
    const samples = samplesOf(rows, headers.indexOf(header));
    return samples.length > 0 && shareOfShape('place', samples) === 0;
  };
  return Object.fromEntries(
    Object.entries(mapping).map(([header, field]) => [
      header,
      field !== null && places.has(field) && isState(header) ? null : field,
    ]),
  );
}

/** A mapping from a file or the database, checked against the headers; unknown headers are left out. */
export function parseColumnMapping(
  kind: ImportKind,
  headers: readonly string[],
  stored: unknown,
): Result<ColumnMapping, 'malformed'> {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) {
    return fail('malformed', 'The mapping must be an object of header and field.');
  }
  const fields = new Map(fieldsOf(kind).map((field) => [field.key, field]));
  const given = new Map(
    Object.entries(stored).map(([header, field]) => [layoutWord(header), field as unknown]),
  );
  const mapping: ColumnMapping = {};
  const taken = new Set<string>();
  for (const header of headers) {
    const key = given.get(layoutWord(header)) ?? null;
    const field = typeof key === 'string' ? fields.get(key) : undefined;
    if (key !== null && !field) {
      const known = [...fields.keys()].join(', ');
      return fail(
        'malformed',
        `${JSON.stringify(key)} is not a field of this list. Fields: ${known}.`,
      );
    }
    if (field && !field.isMany && taken.has(field.key)) {
      return fail('malformed', `Two columns go to “${field.label}”. Choose one.`);
    }
    if (field) taken.add(field.key);
    mapping[header] = field?.key ?? null;
  }
  return ok(mapping);
}

/** The fields that must be mapped before a list of this kind can be read, and are not; labels. */
export function missingFields(kind: ImportKind, mapping: ColumnMapping): string[] {
  const has = (key: string) => Object.values(mapping).includes(key);
  if (has('name') || (kind !== 'enterprises' && has('lastName'))) return [];
  return ['Name'];
}

/** True for the free company data product of Companies House, by its headers. */
export function isRegisterFile(headers: readonly string[]): boolean {
  const folded = new Set(headers.map(foldHeader));
  return [
    'company name',
    'company number',
    'company status',
    'sic code sic text',
    'reg address post code',
  ].every((header) => folded.has(header));
}

/** A header without case, spaces and signs: two exports of one system differ in no more. */
function layoutWord(header: string): string {
  return header
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function samplesOf(rows: readonly { cells: readonly string[] }[], index: number): string[] {
  const samples: string[] = [];
  for (const { cells } of rows) {
    // By the beginning of a value one sees what it is, and no pattern runs over a whole novel.
    const value = cutText(cells[index] ?? '', 200).trim();
    if (value !== '') samples.push(value);
    if (samples.length === 50) break;
  }
  return samples;
}

function sureness(field: TargetField, header: string, samples: readonly string[]): number {
  const byHeader = surenessOfGrouped(field, header);
  if (samples.length === 0) return byHeader * 0.9;
  const share = shareOfShape(field.shape, samples);
  if (byHeader > 0) return share < 0.3 ? byHeader * 0.4 : byHeader * (0.7 + 0.3 * share);
  if (isUnnamed(header)) return surenessOfValues(field, samples, share);
  const tellsByItself = field.shape === 'email' && samples.length >= 2 && share > 0.9;
  return tellsByItself && !foreign.test(foldHeader(header)) ? 0.5 : 0;
}

/** A column without a header, called by its place. */
function isUnnamed(header: string): boolean {
  return /^Column \d{1,3}$/.test(header);
}

/** Of which fields the values alone tell, and how sure that is: never sure enough to go unlooked at. */
const tellingShapes: Partial<Record<TargetField['shape'], number>> = {
  email: 0.6,
  'company-number': 0.58,
  postcode: 0.56,
  website: 0.54,
  phone: 0.52,
};

function surenessOfValues(field: TargetField, samples: readonly string[], share: number): number {
  if (field.key === 'name') {
    const names = samples.filter((text) => /^\p{L}[^@]*$/u.test(text) && !/^\S*\d/.test(text));
    return names.length / samples.length > 0.8 ? 0.46 : 0;
  }
  const strictly =
    field.shape === 'postcode'
      ? samples.filter((text) => formatPostcode(text) !== null).length / samples.length
      : share;
  const isFirst = !field.key.startsWith('registered') && !field.key.startsWith('supplier');
  return isFirst && strictly > 0.8 ? (tellingShapes[field.shape] ?? 0) : 0;
}

/** A header below a group is looked at with the group first, then without: "Clients: Postcode" is a postcode. */
function surenessOfGrouped(field: TargetField, header: string): number {
  const whole = surenessOfHeader(field, foldHeader(header));
  const [group = '', ...rest] = header.split(': ');
  if (whole > 0 || rest.length === 0 || foreign.test(foldHeader(group))) return whole;
  return surenessOfHeader(field, foldHeader(rest.join(': '))) * 0.85;
}

function surenessOfHeader(field: TargetField, header: string): number {
  const exact = field.aliases.indexOf(header);
  if (exact !== -1) return 1 - Math.min(exact, 20) * 0.005;
  if (foreign.test(header)) return 0;
  let best = 0;
  for (const alias of field.aliases) {
    if (!` ${header} `.includes(` ${alias} `)) continue;
    const extra = ` ${header} `.replace(` ${alias} `, ' ').split(' ').filter(Boolean);
    if (!extra.every((word) => neutral.has(word))) continue;
    best = Math.max(best, 0.85 - 0.05 * extra.length + 0.01 * alias.split(' ').length);
  }
  return Math.max(0, best);
}
