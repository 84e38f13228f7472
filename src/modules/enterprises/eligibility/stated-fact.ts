import { cutText, squash } from '../../../kernel/text.ts';

/** What an applicant said, which counts nowhere until an adviser has made a record of it. */
export const statedKinds = ['relation', 'subsidy', 'need'] as const;

export type StatedKind = (typeof statedKinds)[number];

export interface StatedFact {
  id: string;
  kind: StatedKind;
  /** As it was written. */
  words: string;
  statedOn: string;
}

/** One thing per line: people write one firm, or one grant, on each. */
export function statedLines(text: string): string[] {
  return text
    .split(/[\n;]+/)
    .map(squash)
    .filter((words) => words !== '')
    .slice(0, 20)
    .map((words) => cutText(words, 2000));
}

/** What a line about a linked firm seems to say; what it does not say is left to the adviser. */
export function likelyRelation(words: string): {
  name: string;
  direction: 'holds-us' | 'held-by-us' | null;
  percent: number | null;
} {
  const share = /(\d{1,3})(?:[.,]\d+)?\s*(?:%|per ?cent)/i.exec(words);
  const percent = share ? Number(share[1]) : null;
  const ours = /\b(?:we|i|our firm|our company)\s+(?:own|hold|have|control)\b/i.exec(words);
  const theirs = /\b(?:owns?|holds?|has|have|controls?)\b.*\b(?:us|ours?|our firm)\b/i.exec(words);
  const isOurs = ours !== null || /\b(?:our|a) subsidiary\b/i.test(words);
  const name = ours ? afterOf(words, ours) : words.slice(0, endOfName(words));
  return {
    name: cutText(trimmed(name || words), 200),
    direction: isOurs ? 'held-by-us' : theirs ? 'holds-us' : null,
    percent: percent !== null && percent <= 100 ? percent : null,
  };
}

/** What a line about earlier aid seems to say, the amount in minor units. */
export function likelySubsidy(words: string): { giver: string; amountMinor: number | null } {
  const found = /£\s?(\d[\d,]*(?:\.\d{1,2})?)\s?(k|m)?\b|(\d[\d,]*)\s?(?:pounds|gbp)\b/i.exec(
    words,
  );
  const number = Number((found?.[1] ?? found?.[3] ?? '').replaceAll(',', ''));
  const factor = { k: 1000, m: 1_000_000 }[found?.[2]?.toLowerCase() ?? ''] ?? 1;
  const amountMinor = found && Number.isFinite(number) ? Math.round(number * factor * 100) : null;
  const end = /[,:(]|\s[-–—]\s|£|\b(?:in\s)?(?:19|20)\d{2}\b/.exec(words)?.index ?? words.length;
  return { giver: cutText(trimmed(words.slice(0, end) || words), 200), amountMinor };
}

function afterOf(words: string, start: RegExpExecArray): string {
  const rest = words.slice(start.index + start[0].length);
  return (/\bof\s+(.+)$/i.exec(rest)?.[1] ?? rest).replace(/[,(].*$/, '');
}

function endOfName(words: string): number {
  const end =
    /[,:(]|\s[-–—]\s|\s(?:owns?|holds?|has|have|controls?|is|with)\s|\s\d{1,3}\s*(?:%|per ?cent)/i.exec(
      words,
    );
  return end?.index ?? words.length;
}

function trimmed(text: string): string {
  return text.replace(/^[\s\-–—•*.:,]+|[\s\-–—:,.]+$/g, (sign) => (sign === '.' ? '.' : ''));
}
