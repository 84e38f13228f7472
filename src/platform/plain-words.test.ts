import { expect, test } from 'vitest';
import { z } from 'zod';
import { messagesByField } from './command.ts';
import { namedErrors, plainWords } from './plain-words.ts';

const form = z.strictObject({
  months: z.int().min(0).max(1200).nullable(),
  rate: z.number().positive(),
  name: z.string().trim().min(1).max(2000),
  sizes: z.array(z.enum(['micro', 'small'])).min(1),
  person: z.uuid(),
  email: z.email(),
  day: z.iso.date('Enter the first day.'),
});

function saidOf(input: unknown): Record<string, string> {
  const parsed = form.safeParse(input, { error: plainWords });
  return parsed.success ? {} : messagesByField(parsed.error);
}

const right = {
  months: 3,
  rate: 1,
  name: 'Ann',
  sizes: ['micro'],
  person: '01900000-0000-7000-8000-000000000000',
  email: 'ann@example.org',
  day: '2026-11-24',
};

test('letters where a number belongs are answered in plain words', () => {
  expect(saidOf({ ...right, months: Number.NaN, rate: Number.NaN })).toEqual({
    months: 'Enter a number.',
    rate: 'Enter a number.',
  });
  expect(saidOf({ ...right, months: 1.5 })).toEqual({ months: 'Enter a whole number.' });
});

test('too much and too little name the bound', () => {
  expect(saidOf({ ...right, months: 5000, rate: 0, name: ' ' })).toEqual({
    months: 'Enter 1,200 or less.',
    rate: 'Enter more than 0.',
    name: 'Fill this in.',
  });
  expect(saidOf({ ...right, months: -1, name: 'a'.repeat(2001), sizes: [] })).toEqual({
    months: 'Enter 0 or more.',
    name: 'Keep this to 2,000 characters.',
    sizes: 'Choose at least one.',
  });
});

test('a choice, a person and an address are asked for as such', () => {
  expect(saidOf({ ...right, person: 'x', email: 'x', sizes: ['huge'] })).toEqual({
    person: 'Choose one of those listed.',
    email: 'Enter an email address such as name@example.org.',
    'sizes.0': 'Choose one of those listed.',
  });
  expect(saidOf({ ...right, name: undefined })).toEqual({ name: 'Fill this in.' });
});

test('a schema’s own words win', () => {
  expect(saidOf({ ...right, day: 'soon' })).toEqual({ day: 'Enter the first day.' });
});

test('names the field in each sentence that would fit every field', () => {
  expect(
    namedErrors({
      places: 'Enter a number.',
      turnoverMinor: 'Enter a whole number.',
      percent: 'Enter 0 or more.',
      perMillion: 'Enter more than 0.',
      name: 'Fill this in.',
      reason: 'Keep this to 2,000 characters.',
      signedOn: 'Enter a real date.',
      adviserId: 'Choose one of those listed.',
      hasIssueChanged: 'Choose one of the answers.',
      sizeBands: 'Choose at least one.',
      'signposts.1.address': 'Fill this in.',
    }),
  ).toEqual({
    places: 'Enter the number of places as a number.',
    turnoverMinor: 'Enter the turnover as a whole number.',
    percent: 'Enter the share in percent: 0 or more.',
    perMillion: 'Enter the exchange rate: more than 0.',
    name: 'Fill in the name.',
    reason: 'Keep the reason to 2,000 characters.',
    signedOn: 'Enter the day of the signature as a real date.',
    adviserId: 'Choose one of those listed for the adviser.',
    hasIssueChanged: 'Choose an answer for whether the issue has changed.',
    sizeBands: 'Choose at least one of the size bands.',
    'signposts.1.address': 'Fill in the address in row 2.',
  });
});

test('leaves a sentence that names its field, and an error of the whole form', () => {
  const errors = { email: 'Enter the email address.', form: 'This does not fit here.' };
  expect(namedErrors(errors)).toEqual(errors);
});
