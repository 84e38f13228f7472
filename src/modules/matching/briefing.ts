import { formatDate } from '../../kernel/calendar.ts';
import { formatMinutesLong } from '../../kernel/minutes.ts';
import { type FirmIdentity, withoutNames } from './firm-identity.ts';

export interface BriefingFacts {
  enterprise: string;
  description: string | null;
  sector: string | null;
  stage: string;
  area: string;
  detail: string;
  topics: readonly string[];
  minutesPerMonth: number;
  realNeed: string;
  /** Areas of the shared diagnosis with the adviser's maturity, weakest first. */
  weakest: readonly { area: string; maturity: number }[];
  wish: string;
  /** What former mentors left: shared summaries and handovers only, newest first. */
  earlier: readonly { on: string; mentor: string; text: string }[];
  /** What the adviser adds. */
  remark: string;
}

const longest = 9000;

export interface OutlineFacts {
  sector: string | null;
  stage: string;
  /** Roughly where: the district, no address. */
  place: string | null;
  area: string;
  detail: string;
  topics: readonly string[];
  minutesPerMonth: number;
  remark: string;
  identity: FirmIdentity;
}

/** "software, Coventry": how an offer is told from others while its firm has no name. */
export function outlineOf({ sector, place }: Pick<OutlineFacts, 'sector' | 'place'>): string {
  return [sector, place].filter(Boolean).join(', ');
}

/** A firm as long as it has no name: "an enterprise (Software, Coventry)". */
export function unnamed(about: string): string {
  return about === '' ? 'an enterprise' : `an enterprise (${about})`;
}

/** What a mentor is told before saying yes: enough to answer, nothing that says whose need it is. */
export function outlineText(facts: OutlineFacts): string {
  const lines = [
    `An enterprise: ${[facts.sector, facts.stage, facts.place].filter(Boolean).join(', ')}`,
    '',
    `The need: ${facts.area}`,
    facts.detail,
    ...(facts.topics.length > 0 ? [`Topics: ${facts.topics.join(', ')}`] : []),
    `About ${formatMinutesLong(facts.minutesPerMonth)} a month.`,
    ...remarkSection(facts.remark),
  ];
  return withoutNames(cut(lines.join('\n').trim()), facts.identity);
}

/** What a mentor is told once both have agreed, as plain text of at most 9,000 characters. */
export function briefingText(facts: BriefingFacts): string {
  const about = [facts.sector, facts.stage].filter(Boolean).join(', ');
  const lines = [
    `${facts.enterprise}${about === '' ? '' : ` (${about})`}`,
    ...paragraph(facts.description),
    '',
    `The need: ${facts.area}`,
    facts.detail,
    ...(facts.topics.length > 0 ? [`Topics: ${facts.topics.join(', ')}`] : []),
    `About ${formatMinutesLong(facts.minutesPerMonth)} a month.`,
    ...section('What the diagnosis found', [
      ...paragraph(facts.realNeed),
      ...facts.weakest.map((each) => `- ${each.area}: ${each.maturity} of 5`),
    ]),
    ...section('How they wish to work', paragraph(facts.wish)),
    ...section(
      'Earlier advice',
      facts.earlier.map((each) => `- ${formatDate(each.on)}, ${each.mentor}: ${each.text}`),
    ),
    ...remarkSection(facts.remark),
  ];
  return cut(lines.join('\n').trim());
}

const firmSays = 'The enterprise says: ';

/** What a firm adds to its choice, kept where otherwise the adviser's remark stands. */
export function remarkOfFirm(words: string): string {
  return `${firmSays}${words}`;
}

function remarkSection(remark: string): string[] {
  return remark.startsWith(firmSays)
    ? section('In their own words', paragraph(remark.slice(firmSays.length)))
    : section('From the adviser', paragraph(remark));
}

function cut(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 2).trimEnd()} …`;
}

function paragraph(text: string | null): string[] {
  return text === null || text.trim() === '' ? [] : [text.trim()];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}
