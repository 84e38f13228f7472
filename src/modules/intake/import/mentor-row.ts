import type { CalendarDate } from '../../../kernel/calendar.ts';
import { cutText, listWords } from '../../../kernel/text.ts';
import { formatPostcode } from '../../enterprises/postcode.ts';
import { meetingModes, mentorRoles } from '../../mentors/profile.ts';
import { type AreaKey, areaKeys, areaLabels } from '../../programmes/area.ts';
import { type Stage, stages } from '../../programmes/programme.ts';
import { type SizeBand, sizeBands } from '../../programmes/rule-set.ts';
import { readEmailAndPhone } from './contact-row.ts';
import { type ReadRow, readCompanyNumber } from './enterprise-row.ts';
import { requiredPersonName } from './person-row.ts';
import type { ImportContext, ImportRow } from './import-context.ts';
import { quote, RowReader } from './row-reader.ts';
import { authoritiesWithin } from '../../programmes/authorities.ts';
import { areaOfWord, chosenWords } from './word-choice.ts';

/** A row of a list of mentors; null says nothing. */
export interface MentorDraft {
  name: string;
  email: string | null;
  phone: string | null;
  headline: string | null;
  story: string | null;
  supplierName: string | null;
  supplierCompanyNumber: string | null;
  expertise: ExpertiseDraft[];
  sectors: string[] | null;
  languages: string[] | null;
  meets: (typeof meetingModes)[number][] | null;
  roles: (typeof mentorRoles)[number][] | null;
  stages: Stage[] | null;
  sizes: SizeBand[] | null;
  places: number | null;
  minutesPerMonth: number | null;
  authorityCodes: string[] | null;
  homePostcode: string | null;
  inductedOn: CalendarDate | null;
  codeSignedOn: CalendarDate | null;
  contractFrom: CalendarDate | null;
  contractTo: CalendarDate | null;
}

export interface ExpertiseDraft {
  area: AreaKey;
  level: 1 | 2 | 3 | 4 | 5;
  topics: string[];
}

/** Reads one mentor; without a name the row is refused. Expertise without a level counts as level 3. */
export function readMentorRow(context: ImportContext, row: ImportRow): ReadRow<MentorDraft> {
  const reader = new RowReader(context, row);
  const hours = wholeNumber(reader, 'hoursPerMonth', 333);
  const draft: MentorDraft = {
    name: requiredPersonName(reader),
    ...readEmailAndPhone(reader, 'email', 'phone'),
    headline: reader.line('headline', 200),
    story: reader.prose('story', 4000),
    supplierName: reader.line('supplierName', 200),
    supplierCompanyNumber: readCompanyNumber(reader, 'supplierCompanyNumber'),
    expertise: readExpertise(reader),
    sectors: freeWords(reader, 'sectors', 30),
    languages: freeWords(reader, 'languages', 20),
    meets: known(reader, 'meets', meetingModes),
    roles: known(reader, 'roles', mentorRoles),
    stages: known(reader, 'stages', stages),
    sizes: known(reader, 'sizes', sizeBands),
    places: wholeNumber(reader, 'places', 100),
    minutesPerMonth: hours === null ? null : Math.round(hours * 60),
    authorityCodes: readAuthorities(reader),
    homePostcode: readHomePostcode(reader),
    inductedOn: reader.pastDate('inductedOn'),
    codeSignedOn: reader.pastDate('codeSignedOn'),
    contractFrom: reader.date('contractFrom', true),
    contractTo: reader.date('contractTo', true),
  };
  return { row: row.number, draft: reader.isRefused() ? null : draft, problems: reader.problems };
}

function wordsIn(reader: RowReader, field: string): string[] {
  return reader.texts(field).flatMap(({ text }) =>
    cutText(text, 4000)
      .split(/[\n;|•,]|\s\/\s/)
      .map((word) => cutText(word.trim().replace(/^(and|or)\s+/i, ''), 200).trim())
      .filter((word) => word !== ''),
  );
}

function freeWords(reader: RowReader, field: string, most: number): string[] | null {
  const words = [...new Set(wordsIn(reader, field).map((word) => cutText(word, 100)))];
  return words.length === 0 ? null : words.slice(0, most);
}

function known<W extends string>(
  reader: RowReader,
  field: string,
  choices: readonly W[],
): W[] | null {
  const { chosen, others } = chosenWords(wordsIn(reader, field), choices);
  if (others.length > 0) {
    const message = `${others.map(quote).join(', ')} was left out. Use ${listWords(choices, 'or')}.`;
    reader.note(field, 'unknown-word', message);
  }
  return chosen.length === 0 ? null : chosen;
}

/** `Finance: 4; Export (3); Team building`: an area or its words, with an optional level from 1 to 5. */
function readExpertise(reader: RowReader): ExpertiseDraft[] {
  const byArea = new Map<AreaKey, ExpertiseDraft>();
  const others: string[] = [];
  for (const part of wordsIn(reader, 'expertise')) {
    const [, words = part, digit = '3'] = /^(.*?)[\s:=(–-]*([1-5])\)?$/.exec(part) ?? [];
    const area = areaOfWord(words);
    if (area === null) {
      others.push(words);
      continue;
    }
    const level = Number(digit) as ExpertiseDraft['level'];
    const draft = byArea.get(area) ?? { area, level, topics: [] };
    if (level > draft.level) draft.level = level;
    const isLabel = [area, areaLabels[area].toLowerCase()].includes(words.toLowerCase());
    if (!isLabel && draft.topics.length < 30) draft.topics.push(cutText(words, 100));
    byArea.set(area, draft);
  }
  if (others.length > 0) {
    const areas = listWords(
      areaKeys.map((key) => areaLabels[key]),
      'or',
    );
    const message = `${others.slice(0, 5).map(quote).join(', ')} belongs to no area and was left out. Areas: ${areas}.`;
    reader.note('expertise', 'unknown-word', message);
  }
  return [...byArea.values()];
}

function wholeNumber(reader: RowReader, field: string, most: number): number | null {
  const number = reader.number(field)?.value ?? null;
  if (number === null || (number >= 0 && number <= most))
    return number === null ? null : Math.round(number);
  reader.note(field, 'number', `${number} was left out. Use a number from 0 to ${most}.`);
  return null;
}

function readAuthorities(reader: RowReader): string[] | null {
  const codes: string[] = [];
  const others: string[] = [];
  for (const word of wordsIn(reader, 'authorityCodes')) {
    const within = authoritiesWithin(word).map(({ code }) => code);
    const code = reader.authority(word);
    const several = word.split(/\s+/).map((part) => reader.authority(part));
    if (code !== null) codes.push(code);
    else if (within.length > 0) codes.push(...within);
    else if (several.every((part) => part !== null)) codes.push(...several);
    else others.push(word);
  }
  if (others.length > 0) {
    const message = `${others.slice(0, 5).map(quote).join(', ')} is no local authority that is known here and was left out.`;
    reader.note('authorityCodes', 'local-authority', message);
  }
  return codes.length === 0 ? null : [...new Set(codes)].slice(0, 100);
}

function readHomePostcode(reader: RowReader): string | null {
  const text = reader.line('homePostcode', 40);
  const postcode = text === null ? null : formatPostcode(text);
  if (text !== null && postcode === null) {
    reader.note(
      'homePostcode',
      'postcode',
      `${quote(text)} is not a UK postcode and was left out.`,
    );
  }
  return postcode;
}
