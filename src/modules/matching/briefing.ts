import { formatDate } from '../../kernel/calendar.ts';
import { formatMinutesLong } from '../../kernel/minutes.ts';

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

/** What a mentor is told before saying yes, as plain text of at most 9,000 characters. */
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
    ...section('From the adviser', paragraph(facts.remark)),
  ];
  const text = lines.join('\n').trim();
  return text.length <= longest ? text : `${text.slice(0, longest - 2).trimEnd()} …`;
}

function paragraph(text: string | null): string[] {
  return text === null || text.trim() === '' ? [] : [text.trim()];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}
