import type { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

/**
 * What a field that does not fit is told when its schema has no words of its own; zod's name the types of
 * programmers ("expected number, received NaN"), and people read them beside the field.
 */
export function plainWords(issue: Issue): string | undefined {
  const words = wordsFor(issue);
  const noun = nouns[String(issue.path?.at(-1) ?? '')];
  return noun !== undefined && words?.startsWith('Enter ') === true ? named(words, noun) : words;
}

/** What is asked for, by the key of the command's input: an error in the summary has to name it. */
const nouns: Readonly<Record<string, string>> = {
  answerDays: 'the working days that a mentor has to answer',
  businessSalesAtLeast: 'the share of sales to other businesses',
  cadenceDays: 'the days between two contacts',
  introductionDays: 'the days from need to introduction',
  limitMinor: 'the limit',
  minutesPerMonth: 'the hours a month',
  newEnterpriseMonths: 'the months for which a firm is new',
  percent: 'the share in percent',
  places: 'the number of places',
  tradingAtLeastMonths: 'the months of trading at least',
  tradingBelowMonths: 'the months of trading that a firm stays under',
  years: 'the number of years',
};

/** `Enter a whole number.` → `Enter the number of places as a whole number.` */
function named(words: string, noun: string): string {
  const rest = words.slice('Enter '.length);
  return rest.startsWith('a') ? `Enter ${noun} as ${rest}` : `Enter ${noun}: ${rest}`;
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
