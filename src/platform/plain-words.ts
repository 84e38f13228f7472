import type { z } from 'zod';
import { fieldNoun } from './field-noun.ts';

type Issue = z.core.$ZodRawIssue;

/**
 * What a field that does not fit is told when its schema has no words of its own; zod's name the types of
 * programmers ("expected number, received NaN"), and people read them beside the field and in the summary.
 */
export function plainWords(issue: Issue): string | undefined {
  return wordsFor(issue);
}

/** Which of the sentences that fit every field gets what words: the summary, far from the field, has to name it. */
const namings: readonly [RegExp, (noun: string, rest: string) => string][] = [
  [/^Fill this in\.$/, (noun) => `Fill in ${noun}.`],
  [/^Enter (an? (?:whole )?number\.)$/, (noun, rest) => `Enter ${noun} as ${rest}`],
  [/^Enter a (?:real )?date(.*\.)$/, (noun, rest) => `Enter ${noun} as a real date${rest}`],
  [
    /^Enter ((?:more than |less than )?[\d.,-]+(?: or more| or less)?\.)$/,
    (noun, rest) => `Enter ${noun}: ${rest}`,
  ],
  [/^Write (at least .*)\.$/, (noun, rest) => `Write ${rest} for ${noun}.`],
  [/^Keep this to (.*)$/, (noun, rest) => `Keep ${noun} to ${rest}`],
  [/^Choose one of the answers\.$/, (noun) => `Choose an answer for ${noun}.`],
  [/^Choose one of those listed\.$/, (noun) => `Choose one of those listed for ${noun}.`],
  [
    /^Choose (at (?:least|most) [\d,]+|at least one)\.$/,
    (noun, rest) => `Choose ${rest} of ${noun}.`,
  ],
  [/^This does not fit here\.$/, (noun) => `What stands in ${noun} does not fit there.`],
];

/** The errors of a form: a sentence that would fit every field gets the name of its own, any other stays as it is. */
export function namedErrors(errors: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).map(([field, words]) => [field, namedWords(words, field.split('.'))]),
  );
}

function namedWords(words: string, path: readonly string[]): string {
  const noun = fieldNoun(path);
  if (noun === '') return words;
  for (const [pattern, name] of namings) {
    const found = pattern.exec(words);
    if (found) return name(noun, found[1] ?? '');
  }
  return words;
}

function wordsFor(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return wordsForType(issue);
    case 'too_small':
      return wordsForTooLittle(issue);
    case 'too_big':
      return wordsForTooMuch(issue);
    case 'invalid_format':
      return wordsForFormat(issue.format);
    case 'invalid_value':
      return isMissing(issue.input) ? 'Choose one of the answers.' : 'Choose one of those listed.';
    // Only a page that is wrong itself sends a field too many; its name helps whoever mends it.
    case 'unrecognized_keys':
      return undefined;
    default:
      return 'This does not fit here.';
  }
}

function wordsForType(issue: z.core.$ZodRawIssue<z.core.$ZodIssueInvalidType>): string {
  if (issue.expected === 'int') return 'Enter a whole number.';
  if (issue.expected === 'number') return 'Enter a number.';
  if (issue.expected === 'date') return 'Enter a date.';
  return isMissing(issue.input) ? 'Fill this in.' : 'This does not fit here.';
}

function wordsForTooLittle(issue: z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall>): string {
  const least = Number(issue.minimum);
  if (issue.origin === 'string') {
    return least <= 1 ? 'Fill this in.' : `Write at least ${count(least)} characters.`;
  }
  if (issue.origin === 'array' || issue.origin === 'set') {
    return least <= 1 ? 'Choose at least one.' : `Choose at least ${count(least)}.`;
  }
  return issue.inclusive === false
    ? `Enter more than ${count(least)}.`
    : `Enter ${count(least)} or more.`;
}

function wordsForTooMuch(issue: z.core.$ZodRawIssue<z.core.$ZodIssueTooBig>): string {
  const most = Number(issue.maximum);
  if (issue.origin === 'string') return `Keep this to ${count(most)} characters.`;
  if (issue.origin === 'array' || issue.origin === 'set') return `Choose at most ${count(most)}.`;
  return issue.inclusive === false
    ? `Enter less than ${count(most)}.`
    : `Enter ${count(most)} or less.`;
}

function wordsForFormat(format: string): string {
  if (format === 'email') return 'Enter an email address such as name@example.org.';
  if (format === 'url') return 'Enter an address that begins with https://.';
  if (format === 'uuid' || format === 'guid') return 'Choose one of those listed.';
  if (format === 'date') return 'Enter a real date.';
  return 'This does not fit here.';
}

function isMissing(input: unknown): boolean {
  return input === undefined || input === null || input === '';
}

function count(amount: number): string {
  return amount.toLocaleString('en-GB');
}
