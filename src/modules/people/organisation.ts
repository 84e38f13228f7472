import { z } from 'zod';
import { slugify } from '../../kernel/text.ts';
import { nameField } from './person.ts';

/** The currencies a programme of this kind is usually funded in, the usual ones first. */
export const currencies = [
  'GBP',
  'EUR',
  'USD',
  'CAD',
  'AUD',
  'NZD',
  'CHF',
  'SEK',
  'NOK',
  'DKK',
  'PLN',
  'CZK',
] as const;

/** Names of time zones, such as `Europe/London`. */
export function zones(): string[] {
  return Intl.supportedValuesOf('timeZone');
}

function isZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: text }).format(0) !== '';
  } catch {
    return false;
  }
}

/** What is asked about the organisation at set-up. An empty address is made from the name. */
export const organisationFields = {
  name: nameField('Enter the organisation’s name.'),
  slug: z
    .string()
    .trim()
    .max(60, 'Use at most 60 characters.')
    .regex(/^([a-z0-9][a-z0-9-]*)?$/, 'Use small letters, digits and hyphens, such as growth-hub.'),
  zone: z.string().max(100).refine(isZone, 'Choose a time zone from the list.'),
  currency: z.enum(currencies, 'Choose a currency from the list.'),
};

/** The address below `/o/`: as typed, otherwise from the name. */
export function slugOf(fields: { name: string; slug: string }): string {
  return fields.slug === '' ? slugify(fields.name) : fields.slug;
}
