import { expect, test } from 'vitest';
import { z } from 'zod';
import { messagesByField } from './command.ts';
import { plainWords } from './plain-words.ts';

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

test('names what is asked for where the input is a figure of a programme', () => {
  const places = z.object({ places: z.int().min(0).max(50) });
  const told = (value: unknown) =>
    places.safeParse({ places: value }, { error: plainWords }).error?.issues[0]?.message;
  expect(told(Number.NaN)).toBe('Enter the number of places as a number.');
  expect(told(1.5)).toBe('Enter the number of places as a whole number.');
  expect(told(-1)).toBe('Enter the number of places: 0 or more.');
});
